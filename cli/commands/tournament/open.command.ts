import { defineCommand } from "../../command.ts";
import { tournament } from "../../familiar.ts";
import { tournamentJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Open the scales of a tournament: its results can be entered.",
  parameters: { tournament },
  examples: ["sabc tournament open next", "sabc tournament open 2026-03"],
  input: ({ tournament: reference }) => ({ tournament: reference }),
  async run(context, input) {
    const { openTournament } = await import("#core/tournaments/open-tournament.service.ts");
    return context.write((work) => openTournament(work, input));
  },
  output: (opened) => ({
    json: { tournament: tournamentJson(opened) },
    notes: [`${opened.name} is weighing.`, `Next: sabc results enter ${opened.id}`],
  }),
});
