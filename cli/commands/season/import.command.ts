import type { SeasonImported } from "#core/results/import-season.service.ts";
import { defineCommand } from "../../command.ts";
import { counted, onClock, ref } from "../../exact.ts";
import { readInput, readYear } from "../../familiar.ts";
import {
  acceptedNotes,
  fileParameters,
  guestsNote,
  importedColumns,
  readFileParameters,
} from "../../importing.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "Import a season's results from a CSV file: all of it or nothing.",
  description:
    "The file has a column date, and may have event, lake and ramp; tournaments that are not there are made. The season needs its rules first: sabc season rules YEAR --set. The same file again changes nothing.",
  parameters: {
    year: { argument: "the season" },
    file: { argument: "the CSV file; - for stdin" },
    official: { flag: "make the tournaments official where no ruling is missing" },
    ...fileParameters,
  },
  examples: [
    "sabc season import 2025 season.csv --dry-run",
    'sabc season import 2025 season.csv --create-guests --official --override "as published"',
  ],
  rehearsable: true,
  input: async (given, context) => ({
    year: readYear(given.year)!,
    file: await readInput(given.file, context),
    official: given.official,
    ...(await readFileParameters(given, context)),
  }),
  async run(context, input) {
    const { importSeasonOfYear } = await import("#core/standings/settle-year.service.ts");
    return context.write((work) => importSeasonOfYear(work, input));
  },
  output: ({ year, tournaments, guests, accepted, official }) => ({
    json: { season: year, tournaments, guests: guests.map(ref), accepted, official },
    sections: [table(importedColumns, tournaments)],
    notes: [
      summary({ year, tournaments }),
      ...guestsNote(guests),
      ...acceptedNotes(accepted),
      ...officialNotes({ tournaments, official }),
    ],
  }),
});

function summary({ year, tournaments }: Pick<SeasonImported, "year" | "tournaments">): string {
  const sum = (name: "added" | "changed"): number =>
    tournaments.reduce((total, each) => total + each[name], 0);
  if (sum("added") + sum("changed") === 0) return `Nothing to do: ${year} is as the file says.`;
  return `${year}: ${counted(tournaments.length, "tournament")}; of boats and buy-ins ${sum("added")} added, ${sum("changed")} changed.`;
}

function officialNotes({
  tournaments,
  official,
}: Pick<SeasonImported, "tournaments" | "official">): string[] {
  const name = (id: number): string => tournaments.find((each) => each.id === id)?.name ?? String(id);
  return [
    ...(official.official.length > 0
      ? [`${counted(official.official.length, "tournament")} made official.`]
      : []),
    ...official.waiting.map(
      ({ tournamentId, obstacles }) =>
        `${name(tournamentId)} is not official: ${obstacles.map((obstacle) => told(obstacle, tournamentId)).join("; ")}.`,
    ),
  ];
}

type Obstacle = SeasonImported["official"]["waiting"][number]["obstacles"][number];

function told(obstacle: Obstacle, id: number): string {
  switch (obstacle.kind) {
    case "cancelled":
      return "it is cancelled";
    case "season-closed":
      return `the season ${obstacle.year} is closed`;
    case "nothing-weighed":
      return "nothing was weighed";
    case "rulings-needed":
      return `a ruling is missing (sabc results show ${id})`;
    case "protests-open":
      return `protests may come in until ${onClock(obstacle.until)}`;
    case "earlier-not-official":
      return `earlier ones of the pot ${obstacle.pot} are not: ${obstacle.earlier.join(", ")}`;
  }
}
