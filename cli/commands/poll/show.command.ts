import { defineCommand } from "../../command.ts";
import { poll } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Show a poll: what it offers, who voted, and the counts once they may be seen.",
  parameters: { poll },
  examples: ["sabc poll show open", "sabc poll show 12 --json"],
  async input(given) {
    const { pollReferenceSchema } = await import("#core/polls/polls.schemas.ts");
    return pollReferenceSchema.parse(given);
  },
  async run(context, input) {
    const { getPoll } = await import("#core/polls/polls.service.ts");
    return context.read((work) => getPoll(work, input));
  },
  output: (shown) => pollOutput(shown),
});
