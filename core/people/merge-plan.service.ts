import type { Work } from "../work.ts";
import { anglerPlaces, placeOf } from "./angler-places.rules.ts";
import { findFreeAliases, findRow, findRows } from "./angler-rows.queries.ts";
import { namesToKeep, personMerged } from "./merged-person.rules.ts";
import { statusChanges } from "./merged-statuses.rules.ts";
import { changed, givenUp, made, type Row, type RowChange, rowsToMove } from "./row-changes.rules.ts";

/** Every row that a merge changes, in an order in which the database takes it. */
export interface MergePlan {
  /** What moves or is given up. */
  moves: RowChange[];
  /** The one that goes, the one that stays, and its new aliases; after nothing names the one that goes. */
  persons: RowChange[];
  kept: Row;
  gone: Row;
  aliases: string[];
  /** The kept person's status rows as they will be, oldest first. */
  statuses: Row[];
}

/** Works out what merging two records changes; nothing is written. */
export async function planMerge(
  work: Work,
  { keptId, goneId }: { keptId: number; goneId: number },
): Promise<MergePlan> {
  const kept = (await findRow(work, { table: "angler", id: keptId }))!;
  const gone = (await findRow(work, { table: "angler", id: goneId }))!;
  const moves: RowChange[] = [];
  for (const place of anglerPlaces.filter((one) => one.moves !== "rules")) {
    const rows = await findRows(work, { place, anglerId: goneId });
    const held = place.oncePer && rows.length > 0 ? await findRows(work, { place, anglerId: keptId }) : [];
    const changes = rowsToMove(place, { keptId, goneId, kept: held, gone: rows });
    moves.push(
      ...changes.filter(({ after }) => after === null),
      ...changes.filter(({ after }) => after !== null),
    );
  }
  const place = placeOf("angler_status")!;
  const before = await findRows(work, { place, anglerId: keptId });
  const others = await findRows(work, { place, anglerId: goneId });
  const statuses = statusChanges(before, others, keptId);
  const aliases = await findFreeAliases(work, { names: namesToKeep(kept, gone) });
  const merged = personMerged(kept, gone);
  return {
    moves: [...moves, ...statuses],
    persons: [
      givenUp("angler", gone),
      ...(JSON.stringify(merged) === JSON.stringify(kept) ? [] : [changed("angler", kept, merged)]),
      ...aliases.map(({ id, name }) => made("angler_alias", { id, angler_id: keptId, name })),
    ],
    kept,
    gone,
    aliases: aliases.map(({ name }) => name),
    statuses: left([...before, ...others], statuses),
  };
}

function left(rows: readonly Row[], changes: readonly RowChange[]): Row[] {
  return rows
    .flatMap((row) => {
      const change = changes.find(({ before }) => before?.["id"] === row["id"]);
      return change === undefined ? [row] : change.after === null ? [] : [change.after];
    })
    .toSorted((one, other) => String(one["from_day"]).localeCompare(String(other["from_day"])));
}
