import type { Problem } from "../errors.ts";
import type { FileBoat, FishedAs, MatchedRow } from "./boat-rows.rules.ts";
import { boatBags } from "./file-bags.rules.ts";
import { crewOf } from "./file-crew.rules.ts";
import { groupByBoat } from "./row-groups.rules.ts";

/** What rows make of boats: all that is wrong, and what an officer may accept with a reason. */
export interface BoatsRead {
  boats: FileBoat[];
  problems: Problem[];
  doubts: Problem[];
}

/** Puts the rows of one tournament together: who was aboard which boat, each bag, and what was published. */
export function readBoats(rows: readonly MatchedRow[], fished: FishedAs): BoatsRead {
  const read: BoatsRead = { boats: [], problems: [], doubts: [] };
  const numbered = rows.some(({ day }) => day !== "total");
  // Where no row has a day, what is given as the total is all there is: the bag of the day.
  const dayed = numbered ? rows : rows.map((row) => Object.assign({}, row, { day: 1 }));
  for (const group of groupByBoat(dayed, read.problems)) {
    const before = read.problems.length;
    const { crew, boat } = crewOf(group, { fished, problems: read.problems });
    const bags = boatBags(group, { crew, boat, fished, ...read });
    if (read.problems.length === before) read.boats.push({ ...boat, crew, bags });
  }
  return read;
}
