import { defineCommand } from "../../command.ts";
import { poll } from "../../poll-input.ts";

export const command = defineCommand({
  summary: "Take back a proxy that was entered by mistake.",
  description: "Only while it is still the proxy: a ballot that a member has made their own is theirs alone.",
  parameters: {
    poll,
    member: { argument: "the member: id, e-mail, name or alias" },
    reason: { option: "TEXT", about: "why; it goes into the audit record" },
  },
  examples: [
    "sabc poll withdraw open 'Ann Lee' --reason 'mixed up two members'",
    "sabc poll withdraw 12 ann@club.example --reason 'she will vote herself'",
  ],
  async input(given) {
    const { withdrawProxySchema } = await import("#core/polls/polls.schemas.ts");
    return withdrawProxySchema.parse(given);
  },
  async run(context, input) {
    const { withdrawProxy } = await import("#core/polls/proxy.service.ts");
    return context.write((work) => withdrawProxy(work, input));
  },
  output: (cast, { member }) => ({
    json: { vote: cast },
    notes: [`Taken back: ${member} has no ballot now.`],
  }),
});
