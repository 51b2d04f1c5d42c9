import type { StandingExplained } from "#core/standings/standings.service.ts";
import { printPoints } from "#core/points.ts";
import { printWeight, unitOf } from "#core/weight.ts";
import { defineCommand } from "../../command.ts";
import { lb, names, pointsNumber, ref } from "../../exact.ts";
import { angler, chosenSeason, readYear, year } from "../../familiar.ts";
import { lines, type Section } from "../../output.ts";

export const command = defineCommand({
  summary: "Explain a total: event by event, the rule that gave each number, in words.",
  parameters: { angler, year },
  examples: ['sabc standings explain "Ann Lee"', 'sabc standings explain "Ann Lee" 2025 --json'],
  input: (given) => ({ angler: given.angler, season: readYear(given.year) }),
  async run(context, input) {
    const { explainAngler } = await import("#core/standings/explain.service.ts");
    return context.read(async (work) =>
      explainAngler(work, { angler: input.angler, season: await chosenSeason(work, input.season) }),
    );
  },
  output: (explained) => ({
    json: { explained: explained.map(explainedJson) },
    sections: explained.flatMap(explainedSections),
  }),
});

function explainedSections({
  title,
  season,
  crew,
  place,
  tied,
  events,
  added,
  totalWords,
  measure,
}: StandingExplained): Section[] {
  const placed = place === null ? "without a place" : `place ${place}${tied ? ", tied" : ""}`;
  const perEvent = events.map(({ tournament, points, weight, words }) => {
    const weighed = `${printWeight(weight)} ${unitOf(measure)}`;
    const worth = points === null ? weighed : `${printPoints(points)} points, ${weighed}`;
    return lines(words, `${tournament.firstDay} ${tournament.name}: ${worth}`);
  });
  return [
    lines([`${names(crew)}: ${placed}.`], `${title} ${season}`),
    ...perEvent,
    ...(added.length > 0
      ? [
          lines(
            added.map(({ words }) => words),
            "Added",
          ),
        ]
      : []),
    lines(totalWords, "Total"),
  ];
}

const explainedJson = ({
  crew,
  points,
  wins,
  weight,
  events,
  added,
  ...rest
}: StandingExplained): object => ({
  ...rest,
  crew: crew.map(ref),
  points: pointsNumber(points),
  wins,
  weightLb: lb(weight),
  events: events.map(({ tournament, points: earned, weight: weighed, ...event }) => ({
    tournament: tournament.id,
    day: tournament.firstDay,
    name: tournament.name,
    ...event,
    points: pointsNumber(earned),
    weightLb: lb(weighed),
  })),
  added: added.map(({ points: earned, words }) => ({ points: pointsNumber(earned), words })),
});
