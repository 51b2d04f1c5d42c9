import type { SeasonSummary } from "#core/tournaments/seasons-overview.service.ts";
import type { TournamentSummary } from "#core/tournaments/tournaments.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { chosenSeason, readYear, year } from "../../familiar.ts";
import { facts, table } from "../../output.ts";

export const command = defineCommand({
  summary: "Show one season: its rules' name, its tournaments and how far it is.",
  parameters: { year },
  examples: ["sabc season show", "sabc season show 2025 --json"],
  input: (given) => ({ season: readYear(given.year) }),
  async run(context, input) {
    const { listSeasons } = await import("#core/tournaments/seasons-overview.service.ts");
    const { listTournaments } = await import("#core/tournaments/tournaments.service.ts");
    return context.read(async (work) => {
      const season = await chosenSeason(work, input.season);
      const tournaments = await listTournaments(work, { season });
      const summary = (await listSeasons(work)).find((each) => each.year === season)!;
      return { summary, tournaments };
    });
  },
  output: ({ summary, tournaments }) => ({
    json: { season: summary, tournaments },
    sections: [
      facts(columns, summary),
      ...(tournaments.length > 0 ? [table(tournamentColumns, tournaments, "Tournaments")] : []),
    ],
  }),
});

const columns = columnsOf<SeasonSummary>({
  year: "word",
  rulesName: { header: "Rules" },
  ranked: "word",
  tournaments: "count",
  official: "count",
  cancelled: { kind: "count", unless: ({ cancelled }) => cancelled === 0 },
  closed: "yes-no",
  current: "yes-no",
});

const tournamentColumns = columnsOf<TournamentSummary>({
  number: "count",
  day: { kind: "word", value: ({ firstDay }) => firstDay },
  name: "text",
  lake: { value: ({ lake }) => lake?.name ?? null },
  state: "word",
});
