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

/** `Lake Travis 2026, 2025; Canyon Lake 2024`, as plain text: a form shows no other. */
export const historyInShort = (history: readonly PlaceHeld[]): string =>
  [...Map.groupBy(history, ({ lake }) => lake)]
    .flatMap(([lake, held]) =>
      lake === null ? [] : [`${lake} ${held.map(({ firstDay }) => firstDay.slice(0, 4)).join(", ")}`],
    )
    .join("; ");

function line({ firstDay, lake, ramp, ...brought }: PlaceHeld): string {
  const { boats, limits, zeros, measure, winningWeight, bigBass } = brought;
  const where = [lake, ramp].flatMap((name) => (name === null ? [] : [nameOf(name, 40)]));
  const facts = [
    where.length === 0 ? "lake not known" : where.join(", "),
    counted(boats, "boat"),
    counted(limits, "limit"),
    counted(zeros, "zero"),
    ...(winningWeight === null ? [] : [`won with ${weightOf(winningWeight, measure)}`]),
    ...(bigBass === null ? [] : [`big bass ${weightOf(bigBass, measure)}`]),
  ];
  return `-# ${printDate(firstDay)}: ${facts.join(" · ")}`;
}
