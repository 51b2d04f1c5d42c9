import { defineCommand } from "../../command.ts";
import { historyJson, historySections } from "../../place-history-shown.ts";
import { poll } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary:
    "Show a poll: what it offers, who voted, the counts once they may be seen, and of a location poll where the club was.",
  parameters: { poll },
  examples: ["sabc poll show open", "sabc poll show 12 --json"],
  async input(given) {
    const { pollReferenceSchema } = await import("#core/polls/polls.schemas.ts");
    return pollReferenceSchema.parse(given);
  },
  async run(context, input) {
    const { getPoll } = await import("#core/polls/polls.service.ts");
    const { listPlaceHistory } = await import("#core/polls/place-history.service.ts");
    return context.read(async (work) => {
      const shown = await getPoll(work, input);
      const { tournament } = shown;
      return { shown, history: tournament === null ? null : await listPlaceHistory(work, tournament) };
    });
  },
  output({ shown, history }) {
    const { json, sections = [], ...rest } = pollOutput(shown);
    if (history === null) return { json, sections, ...rest };
    return {
      json: { ...json, history: historyJson(history) },
      sections: [...sections, ...historySections(history)],
      ...rest,
    };
  },
});
