import type { TournamentSummary } from "#core/tournaments/tournaments.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { chosenSeason, readYear, year } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List the tournaments of a season.",
  parameters: { year },
  examples: ["sabc tournament list", "sabc tournament list 2025 --csv"],
  list: true,
  input: (given) => ({ season: readYear(given.year) }),
  async run(context, input) {
    const { listTournaments } = await import("#core/tournaments/tournaments.service.ts");
    return context.read(async (work) => {
      const season = await chosenSeason(work, input.season);
      return { season, tournaments: await listTournaments(work, { season }) };
    });
  },
  output: ({ season, tournaments }) => ({
    json: { season, tournaments },
    sections: [table(columns, tournaments)],
    notes: tournaments.length === 0 ? [`${season} has no tournaments yet.`] : [],
  }),
});

const columns = columnsOf<TournamentSummary>({
  number: { kind: "word", value: ({ season, number }) => `${season}-${String(number).padStart(2, "0")}` },
  day: { kind: "word", value: ({ firstDay }) => firstDay },
  lastDay: {
    kind: "word",
    header: "Until",
    spare: true,
    unless: ({ firstDay, lastDay }) => lastDay === firstDay,
  },
  name: "text",
  lake: { value: ({ lake }) => lake?.name ?? null },
  ramp: { spare: true, value: ({ ramp }) => ramp?.name ?? null },
  state: "word",
  id: { kind: "count", spare: true },
});
