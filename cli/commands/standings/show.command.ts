import type { Race, StandingRow } from "#core/standings/standings.service.ts";
import type { Measure } from "#core/weight.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { counted, headOf, lb, names, pointsNumber, ref } from "../../exact.ts";
import { chosenSeason, readYear, year } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "Show the standings of a season: every race with its places.",
  parameters: { year },
  examples: ["sabc standings", "sabc standings 2025 --json"],
  list: true,
  byDefault: true,
  input: (given) => ({ season: readYear(given.year) }),
  async run(context, input) {
    const { getStandings } = await import("#core/standings/standings.service.ts");
    return context.read(async (work) =>
      getStandings(work, { season: await chosenSeason(work, input.season) }),
    );
  },
  output: (shown) => {
    const { season, asOf, official, planned, ranked, measure, races } = shown;
    const [first, ...others] = races;
    return {
      json: {
        season,
        asOf,
        official,
        planned,
        ranked,
        measure,
        race: first?.race ?? null,
        title: first?.title ?? null,
        rows: first ? rowsJson(first) : [],
        otherRaces: others.map((race) => ({ race: race.race, title: race.title, rows: rowsJson(race) })),
      },
      sections: races.map((race) => table(columnsFor(race, measure), race.rows, `${race.title} ${season}`)),
      notes: [
        asOf === null
          ? `No tournament of ${season} is official yet.`
          : `After ${official} of ${counted(planned, "tournament")}, ${asOf}.`,
        ...races.map(({ title, orderWords, keepWords }) => `${title}: ${orderWords} ${keepWords}`),
      ],
    };
  },
});

const rowsJson = ({ race, rows }: Race): object[] =>
  rows.map(({ place, tied, crew, points, wins, weight, events, counted }) => ({
    place,
    tied,
    ...(race === "crew" ? { crew: crew.map(ref) } : { angler: ref(crew[0]!) }),
    points: pointsNumber(points),
    wins,
    weightLb: lb(weight),
    events,
    counted: counted.map((each) => ({
      tournament: each.tournament.id,
      place: each.place,
      points: pointsNumber(each.points),
      weightLb: lb(each.weight),
      win: each.win,
      dropped: each.dropped,
    })),
  }));

/** Points or wins are left out where the season has none. */
const columnsFor = ({ rows }: Race, measure: Measure) =>
  columnsOf<StandingRow>({
    place: "count",
    tied: { kind: "yes-no", spare: true, unless: ({ tied }) => !tied },
    angler: { value: ({ crew }) => names(crew) },
    ...(rows.some(({ points }) => points !== null) ? { points: "points" as const } : {}),
    ...(rows.some(({ wins }) => wins !== null) ? { wins: "count" as const } : {}),
    weight: { kind: "weight", header: headOf(measure) },
    events: "count",
  });
