import type { Problem } from "../errors.ts";
import { printWeight } from "../weight.ts";
import type { FileAngler, FileBag, FileBoat, FishedAs, MatchedRow } from "./boat-rows.rules.ts";
import type { RowGroup } from "./row-groups.rules.ts";

interface Boat {
  crew: readonly FileAngler[];
  boat: Omit<FileBoat, "crew" | "bags" | "missing" | "doubts">;
  fished: FishedAs;
  problems: Problem[];
  missing: Problem[];
  doubts: Problem[];
}

/** The bags of a boat's rows: each angler's, or the boat's common one, of every day. */
export function boatBags({ rows }: RowGroup, boat: Boat): FileBag[] {
  if (boat.fished.per === "angler") {
    return boat.crew.flatMap((one) =>
      bagsOf(
        rows.filter((row) => row.anglerId === one.anglerId),
        { owner: one, place: one.publishedPlace, ...boat },
      ),
    );
  }
  const leader = boat.crew.find(({ status }) => status === "fished") ?? boat.crew[0]!;
  const place =
    boat.boat.publishedPlace ??
    boat.crew.map((one) => one.publishedPlace).find((one) => one !== null) ??
    null;
  return bagsOf(rows, { owner: leader, place, ...boat });
}

/** The bags of one angler or of the boat, and what their total says of them. */
function bagsOf(
  rows: readonly MatchedRow[],
  { owner, place, fished, problems, missing, doubts }: Boat & { owner: FileAngler; place: number | null },
): FileBag[] {
  const anglerId = fished.per === "angler" ? owner.anglerId : null;
  const bags: FileBag[] = [];
  const seen = new Map<number, MatchedRow>();
  for (const row of rows) {
    if (row.day === "total") continue;
    if (row.day > fished.days) {
      const reason = `The tournament has ${fished.days === 1 ? "one day" : `${fished.days} days`}.`;
      problems.push({ line: row.line, column: "day", value: String(row.day), reason });
    }
    const bag = bagOf(row, { anglerId, day: row.day });
    if (bag === null) continue;
    const before = seen.get(row.day);
    if (before !== undefined) {
      const reason = `The boat's bag of day ${row.day} is in line ${before.line} already. Leave weight and fish blank in one.`;
      // The same angler twice is told of already.
      if (before.anglerId !== row.anglerId) problems.push({ line: row.line, column: "weight", reason });
      continue;
    }
    seen.set(row.day, row);
    refuseHeavyBass(bag, fished, problems);
    bags.push(bag);
  }
  const total = rows.find(({ day }) => day === "total");
  if (total) settleTotal(total, { bags, fished, problems, doubts });
  if (owner.status !== "fished") return bags;
  if (bags.length === 0 && place !== null) return [{ ...unknownBag, line: owner.line, anglerId }];
  const blank =
    bags.length === 0 ? owner : bags.find(({ gross, lengths }) => gross === null && lengths === null);
  if (blank && place === null) {
    const reason = rows.length === 0 ? noRow : total && bags.length === 0 ? onlyTotal : noWeight;
    missing.push({ line: blank.line, column: "weight", reason });
  }
  return bags;
}

/** A row's bag; none where it says nothing of fish or weight. */
function bagOf(row: MatchedRow, { anglerId, day }: { anglerId: number | null; day: number }): FileBag | null {
  if (row.status === "buy-in" || row.status === "did-not-fish") return null;
  const weight = row.gross ?? row.net;
  if (weight === null && row.fish === null && row.bigBass === null && row.lengths === null) return null;
  return {
    line: row.line,
    anglerId,
    day,
    fish: row.fish,
    dead: row.dead,
    short: row.short,
    gross: weight ?? (row.fish === 0 ? 0 : null),
    netOnly: row.net !== null,
    late: row.lateMinutes,
    otherPenalty: row.penalty,
    penaltyReason: row.penalty > 0 ? row.reason : null,
    bigBass: row.bigBass,
    caughtBy: row.caughtById,
    lengths: row.lengths,
  };
}

/** The days count; what their total says otherwise is told, and the day of its big bass is looked for. */
function settleTotal(
  total: MatchedRow,
  { bags, fished, problems, doubts }: Pick<Boat, "fished" | "problems" | "doubts"> & { bags: FileBag[] },
): void {
  const weight = total.gross ?? total.net;
  const sum = bags.reduce((whole, { gross }) => whole + (gross ?? 0), 0);
  if (weight !== null && weight !== sum && bags.every(({ gross }) => gross !== null)) {
    const reason = `The days are ${printWeight(sum)} together, the total says ${printWeight(weight)}. The days count.`;
    doubts.push({ line: total.line, column: "weight", value: printWeight(weight), reason });
  }
  const fish = bags.reduce((whole, bag) => whole + (bag.fish ?? 0), 0);
  if (
    total.fish !== null &&
    (total.fish < fish || (total.fish > fish && bags.every((bag) => bag.fish !== null)))
  ) {
    const reason = `The days have ${fish} fish together. The days count.`;
    doubts.push({ line: total.line, column: "fish", value: String(total.fish), reason });
  }
  const { bigBass } = total;
  if (bigBass === null || bags.some((bag) => (bag.bigBass ?? 0) >= bigBass)) return;
  const fits = bags.filter(
    (bag) => bag.fish !== 0 && (fished.measured || bag.netOnly || (bag.gross ?? bigBass) >= bigBass),
  );
  const value = printWeight(bigBass);
  if (fits.length === 0)
    problems.push({
      line: total.line,
      column: "big_bass",
      value,
      reason: "No day's bag weighs as much as the big bass.",
    });
  else Object.assign(fits[0]!, { bigBass, caughtBy: total.caughtById });
  if (fits.length > 1) {
    const reason = `The file does not say on which day it was caught. It is written to day ${fits[0]!.day}.`;
    doubts.push({ line: total.line, column: "big_bass", value, reason });
  }
}

function refuseHeavyBass(
  { line, bigBass, gross, netOnly, lengths }: FileBag,
  { measured }: FishedAs,
  problems: Problem[],
): void {
  if (bigBass === null || gross === null || bigBass <= gross || netOnly || measured || lengths) return;
  const reason = `The big bass is heavier than its bag of ${printWeight(gross)}.`;
  problems.push({ line, column: "big_bass", value: printWeight(bigBass), reason });
}

/** Somebody fished and was placed, and how much they weighed is not known. */
const unknownBag = {
  day: 1,
  fish: null,
  dead: 0,
  short: 0,
  gross: null,
  netOnly: false,
  late: 0,
  otherPenalty: 0,
  penaltyReason: null,
  bigBass: null,
  caughtBy: null,
  lengths: null,
};
const noRow = "The partner has no row. Each angler brings a bag here, so each needs a row.";
const noWeight = "No weight. Write 0 if nothing was caught, dns in the column status, or a place to go by.";
const onlyTotal = "There is a total and no day. Add the rows of the days, as others have them.";
