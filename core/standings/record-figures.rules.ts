import type { Figure } from "./figure.rules.ts";
import type { CatchShown, RecordsShown, Tally } from "./records-shown.rules.ts";

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** Of the club's book what leads each list: the weight or the count, and whose it is. */
export function recordFigures(records: RecordsShown): Figure[] {
  return [
    ...ofCatches("Records", { bass: records.bigBass, bags: records.heaviestBags }),
    ...records.lakes.flatMap(({ lake, bigBass, heaviestBag }) =>
      ofCatches(`Records: ${lake.name}`, { bass: bigBass, bags: heaviestBag }),
    ),
    ...records.months.flatMap(({ month, bigBass, heaviestBag }) =>
      ofCatches(`Records: ${months[month - 1]}`, { bass: bigBass, bags: heaviestBag }),
    ),
    ...ofTally("most wins", records.mostWins),
    ...ofTally("most limits", records.mostLimits),
    ...ofTally("most events", records.mostEvents),
  ];
}

const ofCatches = (
  where: string,
  { bass, bags }: { bass: readonly CatchShown[]; bags: readonly CatchShown[] },
): Figure[] => [
  ...led(where, { what: "big bass", kind: "weight", best: first(bass), value: bass[0]?.weight ?? null }),
  ...led(where, { what: "heaviest bag", kind: "weight", best: first(bags), value: bags[0]?.weight ?? null }),
];

const ofTally = (what: string, lines: readonly Tally[]): Figure[] => {
  const best = lines.filter(({ place }) => place === 1).map(({ angler }) => angler.name);
  return led("Records", { what, kind: "count", best, value: lines[0]?.count ?? null });
};

/** Who stands first, all who are equal. */
const first = (catches: readonly CatchShown[]): string[] =>
  catches
    .filter(({ place }) => place === 1)
    .map(({ caughtBy, crew }) => caughtBy?.name ?? crew.map(({ name }) => name).join(" + "));

const led = (
  where: string,
  { what, kind, best, value }: Pick<Figure, "what" | "kind" | "value"> & { best: string[] },
): Figure[] => {
  const of = { where, who: "" };
  return [
    { key: `${where} ${what}`, ...of, what, kind, value },
    {
      key: `${where} ${what} of`,
      ...of,
      what: `${what} of`,
      kind: "word",
      value: best.join(", ") || null,
    },
  ];
};
