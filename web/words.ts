import { DateTime, Info } from "luxon";
import { printMoney } from "#core/money.ts";
import { printPoints } from "#core/points.ts";
import { printDate, printTime } from "#core/time.ts";
import { printWeight, type Weight } from "#core/weight.ts";

/** How facts read on a screen. Nothing here decides anything. */
export const words = {
  date: printDate,
  time: printTime,
  money: printMoney,
  weight: (weight: Weight | null): string => (weight === null ? unknown : printWeight(weight)),
  points: (points: number | null): string => (points === null ? unknown : printPoints(points)),
  count: (count: number | null): string => (count === null ? unknown : String(count)),
  /** `1,204` */
  many: (count: number): string => thousands.format(count),
  /** `4`, `T4` for a shared place. */
  place: ({ place, tied }: { place: number | null; tied: boolean }): string =>
    place === null ? unknown : `${tied ? "T" : ""}${place}`,
  ordinal,
  capital: (text: string): string => text.charAt(0).toUpperCase() + text.slice(1),
  plural: (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`,
  names: (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(" & "),
  days: (days: number): string => (days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`),
  span,
  month: (date: string): string => shortMonths[Number(date.slice(5, 7)) - 1] ?? unknown,
  /** `March` of 3. */
  monthName: (month: number): string => Info.months("long", { locale: "en-US" })[month - 1] ?? unknown,
  /** `Mar` of 3. */
  shortMonth: (month: number): string => shortMonths[month - 1] ?? unknown,
  /** `2024`, or `2024–2026`. */
  years: (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`),
  day: (date: string): string => String(Number(date.slice(8, 10))),
  weekday: (date: string): string => on(date).toFormat("ccc"),
  /** The day of an instant on the clock it is written in: `Sun 22 Mar 2026`. */
  dayOf: (instant: string): string => printDate(instant.slice(0, 10)),
  /** An instant on the club's clock, `Sun 22 Mar 2026, 6:00 pm`. */
  moment: (instant: string, zone: string): string =>
    DateTime.fromISO(instant, { zone, locale: "en-US" })
      .toFormat("ccc d LLL yyyy, h:mm a")
      .replace(/[AP]M$/, (half) => half.toLowerCase()),
};

const unknown = "–";
const thousands = new Intl.NumberFormat("en-US");
const shortMonths = Info.months("short", { locale: "en-US" });

const on = (date: string) => DateTime.fromISO(date, { locale: "en-US" });

/** `Sun 22 Mar 2026`, or `Sat 21 – Sun 22 Mar 2026` over two days: what both share is said once. */
function span({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string {
  if (firstDay === lastDay) return printDate(firstDay);
  const shared = [7, 4].findIndex((length) => firstDay.slice(0, length) === lastDay.slice(0, length));
  const said = [2, 3][shared] ?? 4;
  return `${printDate(firstDay).split(" ").slice(0, said).join(" ")} – ${printDate(lastDay)}`;
}

function ordinal(count: number): string {
  return `${count}${suffixes[plurals.select(count)] ?? "th"}`;
}

const plurals = new Intl.PluralRules("en-US", { type: "ordinal" });
const suffixes: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
