import type { Problem } from "../errors.ts";
import { parsePoints } from "../points.ts";
import { isClubDate } from "../time.ts";
import {
  parseWeight,
  type Weight,
  weightFromKilograms,
  weightFromOunces,
  weightFromPoundsDotOunces,
} from "../weight.ts";
import type { BoundColumns } from "./bind-columns.rules.ts";
import { type ColumnName, type FileKind, grossColumns, netColumns } from "./column-names.rules.ts";
import {
  CellRefused,
  cleanCell,
  readName,
  readWhole,
  readWord,
  refusal,
  shownCell,
} from "../anglers/cells.rules.ts";
import { contradictions } from "./row-contradictions.rules.ts";
import type { ResultsRow, RowStatus } from "./results-row.rules.ts";

/**
 * Reads one row; every cell that is refused is a problem, and blank in the row, so that the rest of it can still be
 * compared with the club. Without an angler there is no row.
 */
export function readRow({
  cells,
  line,
  at,
  kind,
}: {
  cells: readonly string[];
  line: number;
  at: BoundColumns["at"];
  kind: FileKind;
}): { row: ResultsRow | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (name: ColumnName, reason: string): null => {
    const place = at.get(name);
    const value = place && shownCell(cells[place.index] ?? "");
    problems.push({ line, column: place?.header ?? name, ...(value ? { value } : {}), reason });
    return null;
  };
  /** What a column says, null where it is blank or missing. */
  function say<Value>(name: ColumnName, read: (text: string, name: ColumnName) => Value): Value | null {
    const place = at.get(name);
    if (!place) return null;
    try {
      const text = cleanCell(cells[place.index] ?? "");
      return text === "" ? null : read(text, name);
    } catch (error) {
      return refuse(name, refusal(error));
    }
  }
  const fish = say("fish", count);
  const alive = say("alive", count);
  const row: ResultsRow = {
    line,
    date: say("date", readDate),
    event: say("event", readName),
    lake: say("lake", readName),
    ramp: say("ramp", readName),
    boat: say("boat", (text) => readWhole(text, { from: 1, to: 9_999 })),
    angler: say("angler", readName) ?? "",
    partner: say("partner", readName),
    seat: say("seat", (text) => readWord(text, seats)),
    standsInFor: say("stands_in_for", readName),
    member: say("member", (text) => readWord(text, yesNo)),
    day: say("day", readDay) ?? 1,
    fish,
    dead: say("dead", count) ?? (fish !== null && alive !== null ? fish - alive : 0),
    short: say("short", count) ?? 0,
    gross: say(one(grossColumns, at), weight),
    net: say(one(netColumns, at), weight),
    penalty: say("penalty", parseWeight) ?? 0,
    lateMinutes: say("late", (text) => readWhole(text, { from: 0, to: 1_440 })) ?? 0,
    bigBass: say("big_bass", parseWeight) || null,
    caughtBy: say("caught_by", readName),
    lengths: say("lengths", (text) => text.split(" ").map(readInches)),
    status: say("status", (text) => readWord(text, statuses)) ?? "fished",
    reason: say("reason", (text) => text),
    place: say("place", readPlace),
    points: say("points", parsePoints),
  };
  // What contradicts within a row is only worth saying once its cells are understood.
  if (problems.length === 0) {
    for (const { column, reason } of contradictions({ row, alive, kind })) refuse(column, reason);
  }
  return { row: row.angler === "" ? null : forgetUncounted(row), problems: inFileOrder(problems, at) };
}

/** A row's problems from left to right, as a person goes through them. */
function inFileOrder(problems: Problem[], at: BoundColumns["at"]): Problem[] {
  if (problems.length < 2) return problems;
  const position = new Map([...at.values()].map(({ index, header }) => [header, index]));
  return problems.toSorted(
    (one, other) => (position.get(one.column ?? "") ?? -1) - (position.get(other.column ?? "") ?? -1),
  );
}

/** History that gives a weight to no fish did not count them. */
const forgetUncounted = (row: ResultsRow): ResultsRow =>
  row.fish === 0 && (row.gross ?? row.net ?? 0) !== 0 ? { ...row, fish: null } : row;

/** Which of some columns that say the same the file has. */
const one = (names: readonly ColumnName[], at: BoundColumns["at"]): ColumnName =>
  names.find((name) => at.has(name)) ?? names[0]!;

const count = (text: string) => readWhole(text, { from: 0, to: 999 });

function readDate(text: string): string {
  if (!isClubDate(text)) throw new CellRefused("It is not a day such as 2026-03-22.");
  return text;
}

function readDay(text: string): number | "total" {
  if (/^(total|final|overall)$/i.test(text)) return "total";
  const day = Number(/^(?:day ?|d)?([1-9]\d?)$/i.exec(text)?.[1] ?? 0);
  if (day < 1 || day > 14) throw new CellRefused("It is not a day from 1 to 14, and not total.");
  return day;
}

function readInches(text: string): Weight {
  if (!/^\d{0,3}(\.\d{1,4})?$/.test(text))
    throw new CellRefused("It is not a length in inches such as 72.25.");
  return parseWeight(text);
}

/** A place; those who share the mean of theirs have one such as 5.5. */
function readPlace(text: string): number {
  if (!/^[1-9]\d{0,3}(\.\d{1,2})?$/.test(text)) throw new CellRefused("It is not a place such as 3 or 5.5.");
  return Number(text);
}

const weight = (text: string, name: ColumnName): Weight => (units[name] ?? parseWeight)(text);

const units: Partial<Record<ColumnName, (text: string) => Weight>> = {
  weight_oz: weightFromOunces,
  weight_kg: weightFromKilograms,
  weight_lb_oz: weightFromPoundsDotOunces,
  length_in: readInches,
  net_oz: weightFromOunces,
};

const seats = new Map([
  ["boater", "boater"],
  ["co-angler", "co-angler"],
  ["coangler", "co-angler"],
] as const);

const yesNo = new Map([
  ["yes", true],
  ["no", false],
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
]);

const statuses = new Map<string, RowStatus>([
  ["fished", "fished"],
  ["buy-in", "buy-in"],
  ["did-not-fish", "did-not-fish"],
  ["dns", "did-not-fish"],
  ["dnf", "did-not-fish"],
  ["dq", "disqualified"],
  ["disqualified", "disqualified"],
]);
