import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Make an applicant a member, and tell them by mail.",
  description:
    "Who applied is listed by sabc member list --status applicant. Dues are recorded with sabc dues pay.",
  parameters: {
    angler: { argument: "the applicant: id, e-mail, name or alias" },
    from: { option: "DAY", about: "from when they are a member (today)", optional: true },
  },
  examples: ['sabc member approve "Dee Ray"', "sabc member approve dee@club.example --from 2026-02-01"],
  async input({ angler: reference, from }) {
    const { approveMemberSchema } = await import("#core/membership/membership.schemas.ts");
    return approveMemberSchema.parse({ reference, from });
  },
  async run(context, input) {
    const { approveMember } = await import("#core/membership/approve-member.service.ts");
    return context.write((work) => approveMember(work, input));
  },
  output: (approved) => {
    const { angler, from, changed } = approved;
    const who = `${angler.name} (${angler.id})`;
    return {
      json: approved,
      notes: [
        changed
          ? `${who} is a member from ${from} on, and is told.`
          : `${who} is a member already; nothing was changed.`,
      ],
    };
  },
});
