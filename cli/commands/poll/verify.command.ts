import { defineCommand } from "../../command.ts";
import { exitCodes } from "../../errors.ts";
import { lines } from "../../output.ts";
import { poll } from "../../poll-input.ts";

export const command = defineCommand({
  summary: "Count a poll again from its answers, and compare with what was stored at its close.",
  parameters: { poll },
  examples: ["sabc poll verify 12", "sabc poll verify 12 --json"],
  async input(given) {
    const { pollReferenceSchema } = await import("#core/polls/polls.schemas.ts");
    return pollReferenceSchema.parse(given);
  },
  async run(context, input) {
    const { verifyPoll } = await import("#core/polls/verify-poll.service.ts");
    return context.read((work) => verifyPoll(work, input));
  },
  output: (verified) => ({
    json: verified,
    sections: verified.ok ? [] : [lines(verified.problems)],
    ...(verified.ok
      ? { notes: [`${verified.poll.title}: counted again, and it is what was stored.`] }
      : {
          complaint: `${verified.poll.title} does not agree with what was stored.`,
          exitCode: exitCodes.conflict.code,
        }),
  }),
});
