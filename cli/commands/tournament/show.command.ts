import type { TournamentShown } from "#core/tournaments/tournaments.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { tournament } from "../../familiar.ts";
import { facts } from "../../output.ts";
import { tournamentJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Show one tournament: day, lake, ramp, times, limit and fee.",
  parameters: { tournament },
  examples: ["sabc tournament show next", "sabc tournament show 2026-03 --json"],
  input: ({ tournament: reference }) => ({ reference }),
  async run(context, input) {
    const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
    return context.read((work) => getTournament(work, input));
  },
  output: (shown) => ({ json: { tournament: tournamentJson(shown) }, sections: [facts(columns, shown)] }),
});

const columns = columnsOf<TournamentShown>({
  id: "count",
  name: "text",
  number: { kind: "word", value: ({ season, number }) => `${number} of ${season}` },
  state: "word",
  firstDay: { kind: "word", header: "Day" },
  lastDay: { kind: "word", header: "Last day" },
  lake: { value: ({ lake }) => lake?.name ?? null },
  ramp: { value: ({ ramp }) => ramp?.name ?? null },
  firstCast: { kind: "word", header: "First cast" },
  weighIn: { kind: "word", header: "Weigh-in" },
  limit: { kind: "word", value: ({ limit }) => `${limit.fish} fish per ${limit.per}` },
  fee: { kind: "money", value: ({ fee }) => fee?.cents ?? null },
  feePer: { kind: "word", header: "Fee per", value: ({ fee }) => fee?.per ?? null },
  description: "text",
  protestDeadline: { kind: "word", header: "Protests until" },
  cancelled: { value: ({ cancelled }) => cancelled && `${cancelled.on}: ${cancelled.reason}` },
});
