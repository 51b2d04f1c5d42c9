import { defineCommand } from "../../command.ts";
import { poll } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Call a poll off; what was voted is kept and not counted.",
  parameters: { poll, reason: { option: "TEXT", about: "why; members see it" } },
  examples: [
    "sabc poll cancel 12 --reason 'the lake is closed'",
    "sabc poll cancel open --reason 'asked the wrong thing' --yes",
  ],
  async input(given) {
    const { cancelPollSchema } = await import("#core/polls/polls.schemas.ts");
    return cancelPollSchema.parse(given);
  },
  async run(context, input) {
    const { cancelPoll } = await import("#core/polls/keep-poll.service.ts");
    await context.prompts.confirm(`Call poll ${input.poll} off?`);
    return context.write((work) => cancelPoll(work, input));
  },
  output: (cancelled) => pollOutput(cancelled, [`Poll ${cancelled.id} is cancelled.`]),
});
