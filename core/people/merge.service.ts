import { authorize } from "../actor.ts";
import { waitForOthersWhoAdd } from "../anglers/anglers.queries.ts";
import { type AnglerFound, resolvePerson } from "../anglers/anglers.service.ts";
import { recordChanges } from "../audit/audit.service.ts";
import { conflict, invalid } from "../errors.ts";
import { lockAnglers } from "../membership/membership.queries.ts";
import type { StatusRow } from "../membership/status.rules.ts";
import { lockResults } from "../results/result-rows.queries.ts";
import type { Work } from "../work.ts";
import { AnglerMerge } from "./angler-merge.entity.ts";
import { findMentionsTogether, findPollsTogether, findTournamentsOf } from "./angler-rows.queries.ts";
import { type ContactMerged, contactMerged } from "./merged-person.rules.ts";
import { planMerge } from "./merge-plan.service.ts";
import { clashWords, givenUpWords, movedWords, pollWords } from "./merge-words.rules.ts";
import type { MergeAnglers } from "./merge.schemas.ts";
import { moveResults } from "./move-results.service.ts";
import { readStatus } from "./merged-statuses.rules.ts";
import { printOf, type RowChange } from "./row-changes.rules.ts";
import { writeRows } from "./write-rows.service.ts";

/** Two records made one, as a person should see it before and after. */
export interface AnglersMerged {
  /** Its number, to take it back. */
  merge: number;
  kept: AnglerFound;
  gone: AnglerFound;
  /** `3 boats fished in` */
  moved: string[];
  /** What both had: `role treasurer`. */
  givenUp: string[];
  /** Names of the one that is gone, by which the kept one is found from now on. */
  aliases: string[];
  contact: ContactMerged[];
  /** What they are from when on, by both records. */
  statuses: StatusRow[];
  /** How many tournaments' results were worked out again. */
  tournaments: number;
  /** What stands for every row that changes: a person agrees to these, and to no others. */
  print: string;
}

/** What a merge leaves, so that it can be taken back. */
export interface MergeRecord {
  keptId: number;
  changes: RowChange[];
}

/**
 * Makes two records of one person one: everything of one moves to the other, and its number and names mean the other
 * from then on. Two boats in one tournament, or both aboard one, are a conflict that lists what to settle first.
 */
export async function mergeAnglers(
  work: Work,
  { keep, gone: other, agreed }: MergeAnglers,
): Promise<AnglersMerged> {
  authorize(work, "mergeAnglers", { roles: [] });
  const kept = await resolvePerson(work, { reference: keep });
  const gone = await resolvePerson(work, { reference: other });
  if (kept.id === gone.id) {
    throw invalid("same-angler", `Both mean ${kept.name} (${kept.id}). Name two records, by their ids.`);
  }
  await lockResults(work, await findTournamentsOf(work, { anglerId: gone.id }));
  await lockAnglers(work, { anglerIds: [kept.id, gone.id] });
  await waitForOthersWhoAdd(work);
  await refuseClashes(work, { kept, gone });
  const tournamentIds = await findTournamentsOf(work, { anglerId: gone.id });
  const plan = await planMerge(work, { keptId: kept.id, goneId: gone.id });
  const changes = [...plan.moves, ...plan.persons];
  const print = printOf(changes);
  if (agreed !== undefined && agreed !== print) {
    throw conflict(
      "changed-meanwhile",
      "Someone changed one of the two meanwhile, and something else would move now. Nothing was merged; look again.",
    );
  }
  await writeRows(work, { changes: plan.moves });
  await moveResults(work, { from: gone.id, to: kept.id, tournamentIds });
  await writeRows(work, { changes: plan.persons });
  const merge = await keepRecord(work, { goneId: gone.id, record: { keptId: kept.id, changes } });
  // What was read before the rows were written is not so any more.
  work.em.clear();
  return {
    merge,
    kept,
    gone,
    moved: movedWords(changes),
    givenUp: givenUpWords(changes),
    aliases: plan.aliases,
    contact: contactMerged(plan.kept, plan.gone),
    statuses: plan.statuses.map(readStatus),
    tournaments: tournamentIds.length,
    print,
  };
}

async function refuseClashes(
  work: Work,
  { kept, gone }: { kept: AnglerFound; gone: AnglerFound },
): Promise<void> {
  const mentions = await findMentionsTogether(work, { one: kept.id, other: gone.id });
  const polls = await findPollsTogether(work, { one: kept.id, other: gone.id });
  const clashes = [...clashWords(mentions, [kept, gone]), ...polls.map(pollWords)];
  if (clashes.length === 0) return;
  throw conflict(
    "merge-clashes",
    `${kept.name} (${kept.id}) and ${gone.name} (${gone.id}) cannot be one yet: both stand in the same tournament or poll. If they are one person, settle what is listed first: delete a boat (sabc results delete) or withdraw a ballot.`,
    { problems: clashes.map((reason) => ({ reason })) },
  );
}

/** The audit log tells that there was a merge; what moved stands in its other records. */
async function keepRecord(
  work: Work,
  { goneId, record }: { goneId: number; record: MergeRecord },
): Promise<number> {
  const { keptId } = record;
  const id = await work.em.insert(AnglerMerge, {
    kept: keptId,
    goneId,
    moved: { ...record },
    mergedAt: work.now.toJSDate(),
  });
  await recordChanges(work, [
    {
      table: "angler_merge",
      id: String(id),
      action: "create",
      before: null,
      after: { kept: keptId, goneId },
    },
  ]);
  return id;
}
