import { authorize } from "../actor.ts";
import { owedBy } from "../results/cash-sheet.rules.ts";
import { loadFacts } from "../results/facts.service.ts";
import { clubInstant } from "../time.ts";
import { EntryPayment } from "../tournaments/entry-payment.entity.ts";
import type { Work } from "../work.ts";
import type { DemoTournament } from "./demo-facts.rules.ts";
import { demoFees } from "./fees.rules.ts";

/** Takes the entry fees of every tournament that was held, in the morning at the ramp. */
export async function collectFees(
  work: Work,
  { tournamentIds }: { tournamentIds: ReadonlyMap<DemoTournament, number> },
): Promise<void> {
  authorize(work, "takePayment", { roles: ["weighmaster", "treasurer"] });
  const held = new Map([...tournamentIds].flatMap(([one, id]) => (one.held ? [[id, one] as const] : [])));
  const { kind, name, anglerId } = work.actor;
  for (const { tournamentId, firstDay, rules, facts } of await loadFacts(work, {
    tournamentIds: [...held.keys()],
  })) {
    const money = facts.changes.money ?? rules.money;
    if (money === null) continue;
    const ramp = held.get(tournamentId)!.official ? "settled" : "latest";
    const paidAt = clubInstant(firstDay, "05:45", work.now.zoneName).toJSDate();
    for (const [at, entry] of facts.entries.entries()) {
      const words = `${firstDay} ${entry.boatNumber ?? `buy-in ${at}`}`;
      for (const fee of demoFees({ owed: owedBy(entry, money), crew: entry.crew.length, words, ramp })) {
        work.em.create(EntryPayment, {
          ...fee,
          entry: entry.id,
          paidAt,
          recordedByKind: kind,
          recordedByName: name,
          recordedBy: anglerId,
        });
      }
    }
  }
  await work.em.flush();
}
