import { authorize } from "../actor.ts";
import { recordChanges } from "../audit/audit.service.ts";
import { findMatches, waitForOthersWhoAdd } from "../anglers/anglers.queries.ts";
import { type AnglerFound, resolveAngler } from "../anglers/anglers.service.ts";
import { conflict, notFound, type Problem } from "../errors.ts";
import { lockAnglers } from "../membership/membership.queries.ts";
import { lockResults } from "../results/result-rows.queries.ts";
import type { Work } from "../work.ts";
import { AnglerMerge } from "./angler-merge.entity.ts";
import { keyOf, placeOf } from "./angler-places.rules.ts";
import { findDisturbed } from "./angler-rows.queries.ts";
import { movedWords } from "./merge-words.rules.ts";
import type { MergeRecord } from "./merge.service.ts";
import type { UnmergeAnglers } from "./merge.schemas.ts";
import { findMerge } from "./merges.service.ts";
import { moveResults } from "./move-results.service.ts";
import { differing, type Row, type RowChange, undone } from "./row-changes.rules.ts";
import { writeRows } from "./write-rows.service.ts";

/** A merge taken back. */
export interface AnglersUnmerged {
  merge: number;
  kept: AnglerFound;
  /** The record that is there again, under its old number. */
  back: AnglerFound;
  /** `3 boats fished in` */
  moved: string[];
  tournaments: number;
}

/**
 * Takes a merge back: what it moved returns to a record of the old number. Only while all of that is as the merge left
 * it; conflict with the list of what has changed since.
 */
export async function unmergeAnglers(work: Work, input: UnmergeAnglers): Promise<AnglersUnmerged> {
  authorize(work, "unmergeAnglers", { roles: [] });
  const { id } = await findMerge(work, input);
  const found = await work.em.findOneOrFail(AnglerMerge, id);
  const record = found.moved as unknown as MergeRecord;
  const { keptId, changes } = record;
  const tournamentIds = tournamentsIn(changes);
  await lockResults(work, tournamentIds);
  await lockAnglers(work, { anglerIds: [keptId] });
  await waitForOthersWhoAdd(work);
  await work.em.refresh(found);
  if (found.undoneAt !== null) throw notFound("merge-not-found", `Merge ${id} is taken back already.`);
  const kept = await resolveAngler(work, { reference: String(keptId) });
  await refuseLaterMerge(work, { merge: found, keptId });
  await refuseDisturbed(work, { record, id });
  const gone = changes.find(({ table, after }) => table === "angler" && after === null)!.before!;
  await refuseAddressTaken(work, { gone, keptId });
  await forgetMoved(work, { id });
  await putBack(work, { changes, keptId, gone, tournamentIds });
  work.em.clear();
  const back = {
    id: Number(gone["id"]),
    name: String(gone["name"]),
    publicName: String(gone["public_name"]),
  };
  return { merge: id, kept, back, moved: movedWords(changes), tournaments: tournamentIds.length };
}

/** What moved belongs to two persons again; the audit log is not told of it a second time. */
async function forgetMoved(work: Work, { id }: { id: number }): Promise<void> {
  const undoneAt = work.now.toJSDate();
  await work.em.nativeUpdate(AnglerMerge, { id }, { undoneAt, moved: null });
  await recordChanges(work, [
    {
      table: "angler_merge",
      id: String(id),
      action: "update",
      before: { undoneAt: null },
      after: { undoneAt },
    },
  ]);
}

/** People first, so that rows find the record they return to. */
async function putBack(
  work: Work,
  {
    changes,
    keptId,
    gone,
    tournamentIds,
  }: { changes: RowChange[]; keptId: number; gone: Row; tournamentIds: number[] },
): Promise<void> {
  const isPerson = ({ table, after }: RowChange) =>
    table === "angler" || (table === "angler_alias" && after === null);
  const back = undone(changes);
  await writeRows(work, { changes: back.filter(isPerson) });
  await writeRows(work, { changes: back.filter((one) => !isPerson(one)) });
  await moveResults(work, { from: keptId, to: Number(gone["id"]), tournamentIds });
}

const tournamentsIn = (changes: readonly RowChange[]): number[] => [
  ...new Set(
    changes.filter(({ table }) => table === "crew").map(({ before }) => Number(before?.["tournament_id"])),
  ),
];

async function refuseLaterMerge(
  work: Work,
  { merge, keptId }: { merge: AnglerMerge; keptId: number },
): Promise<void> {
  if (merge.kept.id === keptId) return;
  const later = await findMerge(work, { reference: String(merge.kept.id) });
  throw conflict(
    "merged-again",
    `The kept record was itself merged later. Take that back first: sabc member unmerge --merge ${later.id}.`,
  );
}

async function refuseDisturbed(
  work: Work,
  { record: { changes }, id }: { record: MergeRecord; id: number },
): Promise<void> {
  const problems: Problem[] = [];
  const kept = changes.filter(({ before, after }) => before !== null && after !== null);
  for (const [table, group] of Map.groupBy(kept, (change) => change.table)) {
    const place = placeOf(table);
    const columns = table === "angler" ? differing(group[0]!) : place?.restless ? place.columns : "all";
    const what = place?.words[0] ?? "the kept person's contact";
    for (const row of await findDisturbed(work, { table, key: keyOf(table)[0]!, changes: group, columns })) {
      problems.push({ reason: `${what} (${row.id}) was ${row.gone ? "deleted" : "changed"} since` });
    }
  }
  if (problems.length === 0) return;
  throw conflict(
    "merge-changed-since",
    `Merge ${id} cannot be taken back: ${problems.length === 1 ? "something" : `${problems.length} things`} it moved changed since. Give them to the right person by hand.`,
    { problems },
  );
}

async function refuseAddressTaken(
  work: Work,
  { gone, keptId }: { gone: Row; keptId: number },
): Promise<void> {
  const email = gone["email"];
  if (typeof email !== "string") return;
  const matches = await findMatches(work, { texts: [email] });
  const holder = matches.find(({ via, id }) => via === "e-mail" && id !== keptId);
  if (holder === undefined) return;
  throw conflict(
    "angler-email-taken",
    `${email} is the e-mail of ${holder.name} (angler ${holder.id}) now. Take it from them first: sabc member edit ${holder.id} --clear email.`,
  );
}
