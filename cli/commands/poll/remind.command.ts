import { counted } from "../../exact.ts";
import { defineCommand } from "../../command.ts";
import { poll } from "../../poll-input.ts";

export const command = defineCommand({
  summary: "Remind the members who have not voted, once for each closing time.",
  description: "sabc run due does this by itself a day before the close.",
  parameters: { poll },
  examples: ["sabc poll remind open", "sabc poll remind 12 --dry-run"],
  rehearsable: true,
  async input(given) {
    const { pollReferenceSchema } = await import("#core/polls/polls.schemas.ts");
    return pollReferenceSchema.parse(given);
  },
  async run(context, input) {
    const { remindVoters } = await import("#core/polls/announce.service.ts");
    return context.write((work) => remindVoters(work, input));
  },
  output: ({ reminded }) => ({
    json: { reminded },
    notes: [
      reminded === 0
        ? "Nobody is left to remind."
        : `${counted(reminded, "member")} who did not vote: a mail goes to each that was not reminded before.`,
    ],
  }),
});
