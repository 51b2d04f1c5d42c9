import { defineCommand } from "../../command.ts";
import { decidedBy, deciderOf } from "../../deciding.ts";
import { reason } from "../../familiar.ts";
import { poll } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Record who won a tie, as the president or the coin decided.",
  description:
    "sabc poll show names the tied with their numbers. Who decided is --as ANGLER or --decided-by NAME.",
  parameters: { poll, option: { argument: "the option that wins, by number or by name" }, decidedBy, reason },
  examples: [
    "sabc poll decide 12 31 --as 'Bob Cruz'",
    "sabc poll decide 12 'Lake Travis' --decided-by 'the coin at the ramp'",
  ],
  async input(given, context) {
    const { decidePollSchema } = await import("#core/polls/polls.schemas.ts");
    return decidePollSchema.parse({
      poll: given.poll,
      option: given.option,
      decidedBy: await deciderOf(context, given.decidedBy),
      reason: given.reason,
    });
  },
  async run(context, input) {
    const { decidePoll } = await import("#core/polls/decide-poll.service.ts");
    return context.write((work) => decidePoll(work, input));
  },
  output: (decided, { decidedBy: by }) => pollOutput(decided, [`Recorded, decided by ${by}.`]),
});
