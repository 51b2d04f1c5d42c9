import type { PlaceHeld } from "#core/polls/place-history.service.ts";
import { printDate } from "#core/time.ts";
import { counted } from "../text.ts";
import { nameOf, weightOf } from "./words.message.ts";

const mostLines = 8;

/** Where the club was in that month before and what it brought, in small print; nothing where it never was. */
export const historyLines = (history: readonly PlaceHeld[]): string[] =>
  history.length === 0
    ? []
    : ["-# The same month in the years before:", ...history.slice(0, mostLines).map(line)];

/** `2025 Travis, 2024 Canyon`, as plain text: a form shows no other. */
export const historyInShort = (history: readonly PlaceHeld[]): string =>
  history
    .flatMap(({ firstDay, lake }) => (lake === null ? [] : [`${firstDay.slice(0, 4)} ${lake}`]))
    .join(", ");

function line({ firstDay, lake, ramp, ...brought }: PlaceHeld): string {
  const { boats, limits, zeros, winningWeight, bigBass } = brought;
  const where = [lake, ramp].flatMap((name) => (name === null ? [] : [nameOf(name, 40)]));
  const facts = [
    where.length === 0 ? "lake not known" : where.join(", "),
    counted(boats, "boat"),
    counted(limits, "limit"),
    counted(zeros, "zero"),
    ...(winningWeight === null ? [] : [`won with ${weightOf(winningWeight)}`]),
    ...(bigBass === null ? [] : [`big bass ${weightOf(bigBass)}`]),
  ];
  return `-# ${printDate(firstDay)}: ${facts.join(" · ")}`;
}
