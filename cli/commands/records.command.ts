import type { BestCatches, CatchShown, RecordsShown, Tally } from "#core/standings/records.service.ts";
import { type Measure, printWeight } from "#core/weight.ts";
import { columnsOf } from "../columns.ts";
import { defineCommand } from "../command.ts";
import { counted, headOf, lb, names, ref } from "../exact.ts";
import { readCount } from "../familiar.ts";
import { type Section, table } from "../output.ts";

export const command = defineCommand({
  summary: "Show the club's records: heaviest bass and bags, most wins, and the best of each lake and month.",
  parameters: { top: { option: "N", about: "how many of each (10)", optional: true } },
  examples: ["sabc records", "sabc records --top 3 --json"],
  list: true,
  input: ({ top }) => ({ top: readCount(top, "The number") }),
  async run(context, input) {
    const { getRecords } = await import("#core/standings/records.service.ts");
    return context.read((work) => getRecords(work, input));
  },
  output: (records) => ({
    json: {
      ...records,
      bigBass: records.bigBass.map(catchJson),
      heaviestBags: records.heaviestBags.map(catchJson),
      lakes: records.lakes.map(({ lake, ...best }) => ({ lake, ...bestJson(best) })),
      months: records.months.map(({ month, ...best }) => ({ month, ...bestJson(best) })),
    },
    sections: sectionsOf(records),
    notes: [
      `From ${counted(records.tournaments, "official tournament")}.`,
      ...(records.leftOut === 0
        ? []
        : [
            `Left out: ${counted(records.leftOut, "tournament")} that measured fish instead of weighing them.`,
          ]),
    ],
  }),
});

function sectionsOf({
  measure,
  bigBass,
  heaviestBags,
  mostWins,
  mostLimits,
  mostEvents,
  lakes,
  months,
}: RecordsShown): Section[] {
  const byLake = lakes.map(({ lake, ...best }) => ({ of: lake.name, ...best }));
  const byMonth = months.map(({ month, ...best }) => ({ of: monthNames[month - 1]!, ...best }));
  const sections = [
    table(catchColumns(measure), bigBass, "Big bass"),
    table(catchColumns(measure), heaviestBags, `${bestBag[measure]}s`),
    table(tallyColumns, mostWins, "Most wins"),
    table(tallyColumns, mostLimits, "Most limits"),
    table(tallyColumns, mostEvents, "Most tournaments"),
    table(bestColumns("lake", measure), byLake, "Lakes"),
    table(bestColumns("month", measure), byMonth, "Months"),
  ];
  return sections.filter(({ cells }) => cells.length > 0);
}

const bestBag = { weight: "Heaviest bag", length: "Best bag" };

const monthNames =
  "January February March April May June July August September October November December".split(" ");

const catchColumns = (measure: Measure) =>
  columnsOf<CatchShown>({
    place: "count",
    tied: { kind: "yes-no", spare: true, unless: ({ tied }) => !tied },
    weight: { kind: "weight", header: headOf(measure) },
    who: { value: ({ crew, caughtBy }) => caughtBy?.name ?? names(crew) },
    day: { kind: "word", value: ({ tournament }) => tournament.firstDay },
    lake: { value: ({ tournament }) => tournament.lake?.name ?? null },
  });

const tallyColumns = columnsOf<Tally>({
  place: "count",
  tied: { kind: "yes-no", spare: true, unless: ({ tied }) => !tied },
  angler: { value: ({ angler }) => angler.name },
  count: { kind: "count", header: "Number" },
});

type Best = BestCatches & { of: string };

const bestColumns = (what: string, measure: Measure) =>
  columnsOf<Best>({
    [what]: { value: ({ of }: Best) => of },
    tournaments: "count",
    bigBass: { header: headOf(measure, "Big bass"), value: ({ bigBass }: Best) => told(bigBass) },
    heaviestBag: {
      header: headOf(measure, bestBag[measure]),
      value: ({ heaviestBag }: Best) => told(heaviestBag),
    },
  });

/** `6.10 Ann Lee` */
const told = (catches: CatchShown[]): string | null =>
  catches
    .map(({ weight, crew, caughtBy }) => `${printWeight(weight)} ${caughtBy?.name ?? names(crew)}`)
    .join(", ") || null;

const bestJson = ({ bigBass, heaviestBag, tournaments }: BestCatches): object => ({
  tournaments,
  bigBass: bigBass.map(catchJson),
  heaviestBag: heaviestBag.map(catchJson),
});

const catchJson = ({ weight, crew, caughtBy, tournament, ...rest }: CatchShown): object => ({
  ...rest,
  weightLb: lb(weight),
  crew: crew.map(ref),
  caughtBy: caughtBy && ref(caughtBy),
  tournament: tournament.id,
  day: tournament.firstDay,
});
