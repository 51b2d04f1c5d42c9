import { defineCommand } from "../../command.ts";
import { poll, readMoment } from "../../poll-input.ts";
import { pollOutput } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Open a closed poll again until a later close; its ballots stay and count anew.",
  parameters: {
    poll,
    closes: { option: "WHEN", about: "when it closes now, such as '2026-03-16 18:00'" },
    reason: { option: "TEXT", about: "why; it goes into the audit record" },
  },
  examples: [
    "sabc poll reopen 12 --closes '2026-03-16 18:00' --reason 'the server was down'",
    "sabc poll reopen 12 --closes '2026-03-17 18:00' --reason 'a lake is closed' --yes",
  ],
  async input({ closes, ...given }) {
    const { reopenPollSchema } = await import("#core/polls/polls.schemas.ts");
    return reopenPollSchema.parse({ ...given, closes: readMoment(closes, "--closes") });
  },
  async run(context, input) {
    const { reopenPoll } = await import("#core/polls/keep-poll.service.ts");
    await context.prompts.confirm(
      `Open poll ${input.poll} again? What it decided is decided anew at its close.`,
    );
    return context.write((work) => reopenPoll(work, input));
  },
  output: (opened) => pollOutput(opened, [`Poll ${opened.id} is open again.`]),
});
