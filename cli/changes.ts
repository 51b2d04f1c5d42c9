import type { LineChange, ResultChanges } from "#core/results/consequences.service.ts";
import { printMoney } from "#core/money.ts";
import { printPoints } from "#core/points.ts";
import { printWeight } from "#core/weight.ts";
import { columnsOf } from "./columns.ts";
import { dollars, lb, names, pointsNumber, ref } from "./exact.ts";
import { type Section, table } from "./output.ts";

/** What a change does to figures, as one table; nothing when no figure changes. */
export function changesSections({ lines, pots, stays }: ResultChanges): Section[] {
  return [
    ...(lines.length > 0 ? [table(columns, lines, "What changes")] : []),
    ...(pots.length > 0 ? [table(potColumns, pots, "Pots")] : []),
    ...(stays.length > 0 ? [table(staysColumns, stays, "Paid already, and stays so")] : []),
  ];
}

export function changesJson({ lines, pots, stays }: ResultChanges): object {
  return {
    lines: lines.map(({ tournamentId, ranking, crew, place, points, net, payout }) => ({
      tournament: tournamentId,
      ranking,
      crew: crew.map(ref),
      place,
      points: points && { before: pointsNumber(points.before), after: pointsNumber(points.after) },
      netLb: net && { before: lb(net.before), after: lb(net.after) },
      payout: payout && { before: dollars(payout.before), after: dollars(payout.after) },
    })),
    pots: pots.map(({ name, cents }) => ({ name, amount: dollars(cents) })),
    stays: stays.map(({ tournamentId, name, paid, wanted }) => ({
      tournament: tournamentId,
      name,
      paid: paid.map(paidJson),
      wanted: wanted.map(paidJson),
    })),
  };
}

/** `4 → 5`, and nothing where it stays. */
function told<Value>(
  change: { before: Value; after: Value } | null,
  print: (value: NonNullable<Value>) => string,
): string | null {
  if (change === null) return null;
  const one = (value: Value): string => (value === null || value === undefined ? "–" : print(value));
  return `${one(change.before)} → ${one(change.after)}`;
}

const columns = columnsOf<LineChange>({
  who: { value: ({ crew }) => names(crew) },
  ranking: "word",
  place: { kind: "word", value: ({ place }) => told(place, String) },
  points: { kind: "word", value: ({ points }) => told(points, printPoints) },
  net: { kind: "word", value: ({ net }) => told(net, printWeight) },
  payout: { kind: "word", value: ({ payout }) => told(payout, printMoney) },
});

const potColumns = columnsOf<ResultChanges["pots"][number]>({
  name: { header: "Pot" },
  change: { kind: "money", value: ({ cents }) => cents },
});

type Paid = ResultChanges["stays"][number]["paid"];

const paidJson = ({ to, cents }: Paid[number]): object => ({ to: to.map(ref), amount: dollars(cents) });
const paidWords = (paid: Paid): string | null =>
  paid.map(({ to, cents }) => `${names(to)} ${printMoney(cents)}`.trim()).join("; ") || null;

const staysColumns = columnsOf<ResultChanges["stays"][number]>({
  name: { header: "Pot" },
  paid: { header: "Paid to", value: ({ paid }) => paidWords(paid) },
  wanted: { header: "By the results now", value: ({ wanted }) => paidWords(wanted) ?? "nobody" },
});
