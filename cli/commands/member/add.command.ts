import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Add a person: a member, a guest, an applicant or a former member.",
  parameters: {
    name: { argument: "the full name" },
    status: {
      option: "STATUS",
      about: "what they are (member)",
      choices: ["member", "guest", "applicant", "former"],
      optional: true,
    },
    email: { option: "ADDRESS", about: "e-mail address", optional: true },
    phone: { option: "NUMBER", about: "phone number, such as +15125550123", optional: true },
    joinedOn: { option: "DAY", about: "the day they joined, such as 2024-02-01", optional: true },
    from: { option: "DAY", about: "from when the status holds (the day joined, else today)", optional: true },
    publicName: { option: "NAME", about: "the name the site shows (the full name)", optional: true },
    alias: { option: "NAME", about: "another name they are known by", many: true },
    sameName: { flag: "add them although someone of this name is there already" },
  },
  examples: [
    'sabc member add "Ann Lee" --email ann@club.example --joined-on 2024-02-01',
    'sabc member add "Bob Cruz" --status guest',
  ],
  async input({ alias, status = "member", sameName, ...person }) {
    const { addMemberSchema } = await import("#core/membership/membership.schemas.ts");
    return addMemberSchema.parse({
      ...person,
      status,
      ...(alias.length > 0 ? { aliases: alias } : {}),
      ...(sameName ? { sameName } : {}),
    });
  },
  async run(context, input) {
    const { addMember } = await import("#core/membership/membership.service.ts");
    return context.write((work) => addMember(work, input));
  },
  output: (added, { status }) => ({
    json: { angler: added },
    notes: [`Added ${added.name} (${added.id}) as ${status}.`],
  }),
});
