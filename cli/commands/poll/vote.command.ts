import { defineCommand } from "../../command.ts";
import { onClock } from "../../exact.ts";
import { poll } from "../../poll-input.ts";

export const command = defineCommand({
  summary: "Enter a vote for a member who asked for it: a proxy, marked as such.",
  description:
    "For a current member who has not voted. They are told at once and may change it, which makes it their own. Options by number or by name, as sabc poll show lists them.",
  parameters: {
    poll,
    member: { argument: "the member: id, e-mail, name or alias" },
    options: { argument: "what they choose, one answer for each question", many: true },
    reason: { option: "TEXT", about: "why they did not vote themselves" },
  },
  examples: [
    "sabc poll vote open 'Ann Lee' 'Lake Travis' 'Mansfield Dam' '6:30 am to 3:00 pm' --reason 'no signal'",
    "sabc poll vote 12 ann@club.example 31 34 37 --reason 'asked by phone'",
  ],
  async input(given) {
    const { castProxySchema } = await import("#core/polls/polls.schemas.ts");
    return castProxySchema.parse(given);
  },
  async run(context, input) {
    const { resolveAngler } = await import("#core/anglers/anglers.service.ts");
    const { getPoll } = await import("#core/polls/polls.service.ts");
    const { castProxy } = await import("#core/polls/proxy.service.ts");
    return context.write(async (work) => {
      const vote = await castProxy(work, input);
      const { questions } = await getPoll(work, { poll: vote.poll.id });
      const options = questions.flatMap((question) => question.options);
      const { name } = await resolveAngler(work, { reference: input.member });
      const chosen = vote.choices.map(({ option }) => options.find(({ id }) => id === option)?.label ?? "");
      return { vote, name, chosen };
    });
  },
  output: ({ vote, name, chosen }) => ({
    json: { vote },
    notes: [
      `Recorded for ${name}: ${chosen.join(", ")}. They are told, and may change it until ${onClock(vote.poll.closesAt)}.`,
    ],
  }),
});
