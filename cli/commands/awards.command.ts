import type { AwardShown, AwardWinner } from "#core/standings/standings.service.ts";
import type { Measure } from "#core/weight.ts";
import { columnsOf } from "../columns.ts";
import { defineCommand } from "../command.ts";
import { headOf, lb, names, pointsNumber, ref } from "../exact.ts";
import { chosenSeason, readYear, year } from "../familiar.ts";
import { table } from "../output.ts";

export const command = defineCommand({
  summary: "Show the awards of a season: who has them, or who leads.",
  parameters: { year },
  examples: ["sabc awards", "sabc awards 2025 --json"],
  list: true,
  input: (given) => ({ season: readYear(given.year) }),
  async run(context, input) {
    const { getAwards } = await import("#core/standings/awards.service.ts");
    return context.read(async (work) => getAwards(work, { season: await chosenSeason(work, input.season) }));
  },
  output: ({ season, final, measure, awards }) => ({
    json: {
      season,
      final,
      measure,
      awards: awards.map(({ winners, ...award }) => ({ ...award, winners: winners.map(winnerJson) })),
    },
    sections: [table(columnsFor(measure), awards.flatMap(linesOf))],
    notes: [final ? `The awards of ${season} are final.` : `${season} is not over: this is how it stands.`],
  }),
});

interface Line extends Omit<AwardWinner, "place" | "crew"> {
  title: string;
  place: number | null;
  who: string | null;
}

/** An award nobody has yet is a line too. */
const linesOf = ({ title, winners }: AwardShown): Line[] =>
  winners.length === 0
    ? [
        {
          title,
          place: null,
          tied: false,
          who: null,
          points: null,
          wins: null,
          weight: null,
          tournament: null,
        },
      ]
    : winners.map(({ crew, ...winner }) => ({ title, who: names(crew), ...winner }));

const columnsFor = (measure: Measure) =>
  columnsOf<Line>({
    title: { header: "Award" },
    place: "count",
    tied: { kind: "yes-no", spare: true, unless: ({ tied }) => !tied },
    who: "text",
    points: "points",
    wins: { kind: "count", spare: true },
    weight: { kind: "weight", header: headOf(measure) },
    tournament: { value: ({ tournament }) => tournament && `${tournament.firstDay} ${tournament.name}` },
  });

const winnerJson = ({ crew, points, weight, tournament, ...winner }: AwardWinner): object => ({
  ...winner,
  crew: crew.map(ref),
  points: pointsNumber(points),
  weightLb: lb(weight),
  tournament: tournament?.id ?? null,
});
