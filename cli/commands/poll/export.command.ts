import type { AnswerExported } from "#core/polls/export-poll.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { table } from "../../output.ts";
import { poll } from "../../poll-input.ts";

export const command = defineCommand({
  summary: "Print every answer of a counted poll, without names, for anyone to count again.",
  description: "Of a secret poll each answer has its receipt, so that a member finds their own.",
  parameters: { poll },
  examples: ["sabc poll export 12 --csv", "sabc poll export 12 --json"],
  list: true,
  async input(given) {
    const { pollReferenceSchema } = await import("#core/polls/polls.schemas.ts");
    return pollReferenceSchema.parse(given);
  },
  async run(context, input) {
    const { exportPoll } = await import("#core/polls/export-poll.service.ts");
    return context.read((work) => exportPoll(work, input));
  },
  output: ({ answers, ...rest }) => ({
    json: { ...rest, answers },
    sections: [table(columns, answers)],
    notes: answers.length === 0 ? ["Nobody voted: there is no answer."] : [],
  }),
});

const columns = columnsOf<AnswerExported>({
  question: "text",
  option: "text",
  receipt: { kind: "word", unless: ({ receipt }) => receipt === null },
});
