import type { Problem } from "../errors.ts";
import { addDays } from "../time.ts";
import type { ResultsRow } from "./results-row.rules.ts";

/** One event of a season's file: its name, its days, where it was, and its rows. */
export interface FileEvent {
  name: string;
  firstDay: string;
  lastDay: string;
  lake: string | null;
  ramp: string | null;
  rows: ResultsRow[];
}

/** A day, or why it cannot be told. */
type FirstDay = string | { reason: string };

/**
 * Tells a season's rows apart by event: the same name, and days that follow each other. A row's date is its own day
 * or the event's first; a total may bear any of its days.
 */
export function groupEvents(
  rows: readonly ResultsRow[],
  { year }: { year: number },
): { events: FileEvent[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const events: FileEvent[] = [];
  for (const named of Map.groupBy(rows, ({ event }) => foldName(event!)).values()) {
    const byFirstDay = new Map<string, ResultsRow[]>();
    for (const [row, found] of firstDaysOf(named)) {
      if (typeof found === "string") byFirstDay.set(found, [...(byFirstDay.get(found) ?? []), row]);
      else problems.push({ line: row.line, column: "date", value: row.date!, reason: found.reason });
    }
    for (const [firstDay, own] of byFirstDay) events.push(makeEvent(firstDay, own, problems));
  }
  for (const { name, firstDay, rows: own } of events) {
    if (Number(firstDay.slice(0, 4)) === year) continue;
    const reason = `${name} is not in the season ${year}. Choose its rows with --where, or import them into their own.`;
    problems.push({ line: own[0]!.line, column: "date", value: firstDay, reason });
  }
  return { events: events.toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1)), problems };
}

export const foldName = (name: string): string => name.toLowerCase();

/** The first day of the event of each row of one name, or why it cannot be told. */
function firstDaysOf(rows: readonly ResultsRow[]): Map<ResultsRow, FirstDay> {
  const numbered = rows.filter(({ day }) => day !== "total");
  const opening = (numbered.length > 0 ? numbered : rows).filter(({ day }) => day === 1 || day === "total");
  const firstDays = new Set(opening.map(({ date }) => date!));
  const found = new Map<ResultsRow, FirstDay>();
  for (const row of rows) {
    if (row.day !== "total") found.set(row, firstDayOf(row, firstDays));
  }
  const spans = new Map<string, string>();
  for (const [{ date }, first] of found) {
    if (typeof first === "string" && (spans.get(first) ?? first) <= date!) spans.set(first, date!);
  }
  for (const row of rows) {
    if (row.day === "total") found.set(row, numbered.length > 0 ? firstDayOfTotal(row, spans) : row.date!);
  }
  return found;
}

function firstDayOf({ date, day }: ResultsRow, firstDays: ReadonlySet<string>): FirstDay {
  const counted = addDays(date!, 1 - Number(day));
  if (day === 1 || firstDays.size === 0) return counted;
  const fits = [counted, date!].filter((first) => firstDays.has(first));
  if (fits.length === 1) return fits[0]!;
  return {
    reason:
      fits.length === 0
        ? `Day ${day} has no day 1 on ${counted}, and none on the same date.`
        : `Day ${day} may belong to the event of ${fits.join(" or of ")}. Give the events different names.`,
  };
}

function firstDayOfTotal({ date }: ResultsRow, spans: ReadonlyMap<string, string>): FirstDay {
  const fits = [...spans].filter(([first, last]) => first <= date! && date! <= last).map(([first]) => first);
  if (fits.length === 1) return fits[0]!;
  return { reason: "The total belongs to no event of that name on that date, or to several." };
}

function makeEvent(firstDay: string, rows: ResultsRow[], problems: Problem[]): FileEvent {
  const days = rows.flatMap(({ day, date }) => [date!, day === "total" ? date! : addDays(firstDay, day - 1)]);
  const agreed = (column: "lake" | "ramp"): string | null => {
    const said = rows.find((row) => row[column] !== null);
    const other = said && rows.find((row) => row[column] !== null && !same(row[column], said[column]!));
    if (other) {
      const reason = `On line ${said.line} the event's ${column} is ${said[column]}.`;
      problems.push({ line: other.line, column, value: other[column]!, reason });
    }
    return said?.[column] ?? null;
  };
  const lastDay = days.reduce((last, day) => (day > last ? day : last), firstDay);
  return { name: rows[0]!.event!, firstDay, lastDay, lake: agreed("lake"), ramp: agreed("ramp"), rows };
}

const same = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase();
