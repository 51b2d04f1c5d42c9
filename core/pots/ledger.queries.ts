import type { Work } from "../work.ts";
import type { LedgerLine } from "./ledger.rules.ts";

/** The whole ledger, all pots, in the order it was written. */
export function loadLedger(work: Work): Promise<LedgerLine[]> {
  return work.em.execute<LedgerLine[]>(
    `select m.id, m.pot, m.kind, m.tournament_id as "tournamentId", e.first_day::text as "firstDay",
            m.cents, m.reverses_id as "reversesId", m.paid_to as "paidTo"
     from pot_movement m
     left join tournament t on t.id = m.tournament_id
     left join event e on e.id = t.event_id
     order by m.id`,
  );
}

/** To the end of this work nobody else adds to the ledger: what is drawn from a pot depends on what is in it. */
export async function lockLedger(work: Work): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('pots'))");
}
