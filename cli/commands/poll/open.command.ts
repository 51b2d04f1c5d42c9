import { defineCommand } from "../../command.ts";
import { poll } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Open a scheduled poll now instead of later.",
  parameters: { poll },
  examples: ["sabc poll open 12", "sabc poll open 12 --json"],
  async input(given) {
    const { pollReferenceSchema } = await import("#core/polls/polls.schemas.ts");
    return pollReferenceSchema.parse(given);
  },
  async run(context, input) {
    const { openPoll } = await import("#core/polls/keep-poll.service.ts");
    return context.write((work) => openPoll(work, input));
  },
  output: (opened) => pollOutput(opened, [`Poll ${opened.id} is open.`]),
});
