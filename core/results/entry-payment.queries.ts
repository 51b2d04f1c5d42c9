import type { Work } from "../work.ts";
import type { Payment } from "./cash-sheet.rules.ts";

/** The payments for a tournament's entries as they came in, voided ones too. */
export function findPayments(work: Work, tournamentId: number): Promise<Payment[]> {
  return work.em.execute<Payment[]>(
    `select p.id, p.entry_id as "entryId", p.cents, p.method, ${clubDay("p.paid_at")} as "on",
            p.recorded_by_name as "recordedBy",
            case when p.voided_at is null then null else json_build_object(
              'on', ${clubDay("p.voided_at")}, 'reason', p.void_reason) end as voided
     from entry_payment p join entry n on n.id = p.entry_id
     where n.tournament_id = ?
     order by p.id`,
    [tournamentId],
  );
}

/** Two officers at one boat: the second waits, and sees what the first took. */
export async function lockEntry(work: Work, entryId: number): Promise<void> {
  await work.em.execute("select from entry where id = ? for update", [entryId]);
}

const clubDay = (column: string): string =>
  `(${column} at time zone coalesce((select zone from club), 'UTC'))::date::text`;
