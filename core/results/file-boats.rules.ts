import type { Problem } from "../errors.ts";
import type { FileBoat, FishedAs, MatchedRow } from "./boat-rows.rules.ts";
import { boatBags } from "./file-bags.rules.ts";
import { crewOf } from "./file-crew.rules.ts";
import { groupByBoat } from "./row-groups.rules.ts";

/** Puts the rows of one tournament together: who was aboard which boat, each bag, and what was published. */
export function readBoats(
  rows: readonly MatchedRow[],
  { broken, ...fished }: FishedAs & { broken: ReadonlySet<number> },
): { boats: FileBoat[]; problems: Problem[] } {
  const read: { boats: FileBoat[]; problems: Problem[] } = { boats: [], problems: [] };
  const numbered = rows.some(({ day }) => day !== "total");
  // Where no row has a day, what is given as the total is all there is: the bag of the day.
  const dayed = numbered ? rows : rows.map((row) => Object.assign({}, row, { day: 1 }));
  for (const group of groupByBoat(dayed, read.problems)) {
    const problems: Problem[] = [];
    const missing: Problem[] = [];
    const doubts: Problem[] = [];
    const { crew, boat } = crewOf(group, { fished, problems });
    const bags = boatBags(group, { crew, boat, fished, problems, missing, doubts });
    // A row that lacks what was refused would be blamed for it twice.
    if (group.rows.some(({ line }) => broken.has(line))) continue;
    read.problems.push(...problems);
    if (problems.length === 0) read.boats.push({ ...boat, crew, bags, missing, doubts });
  }
  return read;
}
