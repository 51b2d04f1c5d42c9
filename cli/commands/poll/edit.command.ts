import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { readInput } from "../../familiar.ts";
import { closes, opens, poll, readMoment } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Change a poll; once someone has voted only title, description and a later close.",
  parameters: {
    poll,
    title: { option: "TEXT", about: "what it asks", optional: true },
    description: { option: "FILE", about: "more about it, in Markdown; - is stdin", optional: true },
    opens,
    closes,
  },
  examples: [
    "sabc poll edit open --closes '2026-03-16 18:00'",
    "sabc poll edit 12 --title 'Where in April?'",
  ],
  async input({ poll: named, title, description, ...when }, context) {
    if ([title, description, when.opens, when.closes].every((one) => one === undefined))
      throw new UsageError("missing", "Nothing to change. Say --title, --description, --opens or --closes.");
    const { editPollSchema } = await import("#core/polls/polls.schemas.ts");
    const text =
      description === undefined ? undefined : new TextDecoder().decode(await readInput(description, context));
    return editPollSchema.parse({
      poll: named,
      title,
      description: text,
      opens: readMoment(when.opens, "--opens"),
      closes: readMoment(when.closes, "--closes"),
    });
  },
  async run(context, input) {
    const { editPoll } = await import("#core/polls/keep-poll.service.ts");
    return context.write((work) => editPoll(work, input));
  },
  output: (changed) => pollOutput(changed, [`Changed poll ${changed.id}.`]),
});
