import { printMoney } from "../money.ts";
import { printDate, printInstant, printTime } from "../time.ts";
import type { Category } from "./notices.schemas.ts";

/** How facts read in a mail. */
export const mailWords = {
  date: printDate,
  time: printTime,
  instant: printInstant,
  money: printMoney,
  /** `Sun 22 Mar 2026`, or `Sat 21 Mar 2026 – Sun 22 Mar 2026` over two days. */
  span: ({ firstDay, lastDay }: { firstDay: string; lastDay: string }): string =>
    firstDay === lastDay ? printDate(firstDay) : `${printDate(firstDay)} – ${printDate(lastDay)}`,
  ordinal: (place: number): string => `${place}${endings[place] ?? ""}`,
  paidBy: (method: string): string =>
    ({ cash: "in cash", venmo: "by Venmo", check: "by check" })[method] ?? "",
};

/** A place that the tied share the mean of, 1.5, has no ending. */
const endings: Record<number, string> = { 1: "st", 2: "nd", 3: "rd" };

/** What the mails of a category are about, as a sentence goes on: "No more mail about …". */
export const categoryWords: Readonly<Record<Category, string>> = {
  dues: "dues",
  events: "events that are cancelled or moved",
  results: "official results",
  news: "the club's news",
  polls: "polls",
};
