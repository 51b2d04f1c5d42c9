import { DateTime } from "luxon";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { conflict, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { AnglerMerge } from "./angler-merge.entity.ts";
import type { UnmergeAnglers } from "./merge.schemas.ts";

/** A merge that stands. */
export interface MergeShown {
  id: number;
  /** The number of the record that is no more. */
  goneId: number;
  /** The club's day. */
  on: string;
}

/** The merges into a person that stand, the last first. */
export async function listMerges(work: Work, { anglerId }: { anglerId: number }): Promise<MergeShown[]> {
  const merges = await work.em.find(
    AnglerMerge,
    { kept: anglerId, undoneAt: null },
    { orderBy: { id: "desc" } },
  );
  return merges.map(({ id, goneId, mergedAt }) => ({ id, goneId, on: dayOf(work, mergedAt) }));
}

/** The merge that is meant and still stands: by its number, else the last one into a person; conflict once erased. */
export async function findMerge(work: Work, { reference, merge }: UnmergeAnglers): Promise<MergeShown> {
  const found =
    merge === undefined
      ? await lastInto(work, reference ?? "")
      : await work.em.findOne(AnglerMerge, { id: merge, undoneAt: null });
  if (found === null)
    throw notFound("merge-not-found", `There is no merge ${merge} that could be taken back.`);
  const { id, goneId, mergedAt } = found;
  if (found.moved === null) {
    throw conflict(
      "angler-erased",
      `Merge ${id} cannot be taken back: the person was erased, and nothing is known of what moved.`,
    );
  }
  return { id, goneId, on: dayOf(work, mergedAt) };
}

async function lastInto(work: Work, reference: string): Promise<AnglerMerge> {
  const { id, name } = await resolveAngler(work, { reference });
  const [last] = await work.em.find(
    AnglerMerge,
    { kept: id, undoneAt: null },
    { orderBy: { id: "desc" }, limit: 1 },
  );
  if (last) return last;
  throw notFound(
    "merge-not-found",
    `No record was merged into ${name} (${id}), or it was taken back already.`,
  );
}

const dayOf = ({ now }: Work, at: Date): string =>
  DateTime.fromJSDate(at, { zone: now.zone }).toISODate() ?? "";
