import { missing, readRows, type Row } from "./real-data.ts";

/** 36 professional full-field events and what the press printed of their standings. */
const files = [
  "elite-results-2022-2025.csv",
  "elite-published-checkpoints.csv",
  "elite-published-gaps.csv",
] as const;

export const eliteMissing = files.map(missing).find(Boolean) ?? false;
export const [eliteResults, eliteCheckpoints, eliteGaps] = files.map(readRows) as [Row[], Row[], Row[]];

/** A row of a table, in order of place; points in hundredths. */
export interface PressLine {
  name: string;
  place: number | null;
  points: number;
}

/** The standings of a season after so many events. */
export type TableAfter = (year: string, event: number) => readonly PressLine[];

/** How often the press and the tables were compared, and every printed fact that they do not give. */
export interface PressCompared {
  compared: { points: number; ranks: number; gaps: number };
  /** Season, event, angler, ours, printed. */
  points: (string | number | null)[][];
  ranks: (string | number | null)[][];
  gaps: string[];
}

/** What cannot be had from the file: one printed total, and three ties that the press broke by weights it does not hold. */
export const knownDifferences: PressCompared = {
  compared: { points: 30, ranks: 68, gaps: 17 },
  points: [["2025", "9", "Chris Johnston", 777, 776]],
  ranks: [
    ["2023", "9", "Jay Przekurat", 7, 6],
    ["2023", "9", "Kyoya Fujita", 6, 7],
    ["2025", "3", "Will Davis Jr", 2, 1],
  ],
  gaps: [],
};

export function compareWithPress(tableAfter: TableAfter): PressCompared {
  const lines = eliteCheckpoints.map((row) => {
    const table = tableAfter(row["season"]!, Number(row["after_event"]));
    return { row, line: lineOf(table, row["angler"]!) };
  });
  const printed = lines.filter(({ row }) => row["published_points"]);
  const differing = (of: typeof lines, column: string, figure: (line: PressLine) => number | null) =>
    of
      .map(({ row, line }) => ({ row, ours: figure(line), theirs: Number(row[column]) }))
      .filter(({ ours, theirs }) => ours !== theirs)
      .map(({ row, ours, theirs }) => [row["season"]!, row["after_event"]!, row["angler"]!, ours, theirs]);
  return {
    compared: { points: printed.length, ranks: lines.length, gaps: eliteGaps.length },
    points: differing(printed, "published_points", ({ points }) => points / 100),
    ranks: differing(lines, "published_rank", ({ place }) => place),
    gaps: eliteGaps
      .filter((row) => gapOf(row["published_fact"]!, tableAfter) !== Number.parseInt(row["published"]!, 10))
      .map((row) => row["published_fact"]!),
  };
}

/** Works out a sentence of the press, such as `2022 after 6: Palaniuk-Cox = 18`. */
function gapOf(fact: string, tableAfter: TableAfter): number {
  const [, year, after, what] = /^(\d{4}) (?:after (\d+): )?(.+) =/.exec(fact)!;
  const table = tableAfter(year!, Number(after ?? 9));
  const points = (line: PressLine) => line.points / 100;
  const at = (place: number) => points(table[place - 1]!);
  if (what === "Cobb lead" || what === "final margin") return at(1) - at(2);
  if (what === "1st-6th") return at(1) - at(6);
  if (what!.startsWith("anglers within")) return table.filter((line) => at(1) - points(line) <= 102).length;
  const [one, other] = what!.split("-");
  const leader = one === "leader" ? table[0]! : lineOf(table, one!);
  return points(leader) - points(lineOf(table, other!));
}

const lineOf = (table: readonly PressLine[], surname: string): PressLine =>
  table.find(({ name }) => name.endsWith(surname))!;
