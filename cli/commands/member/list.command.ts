import type { MemberRow } from "#core/membership/roster.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { listOutput } from "../../output.ts";

export const command = defineCommand({
  summary: "List the anglers of the club: members, guests, applicants and former members.",
  parameters: {
    status: {
      option: "STATUS",
      about: "only these",
      choices: ["guest", "applicant", "member", "former"],
      optional: true,
    },
  },
  examples: ["sabc member list", "sabc member list --status member --csv"],
  list: true,
  async input(given) {
    const { listMembersSchema } = await import("#core/membership/membership.schemas.ts");
    return listMembersSchema.parse(given);
  },
  async run(context, input) {
    const { listMembers } = await import("#core/membership/roster.service.ts");
    return context.read((work) => listMembers(work, input));
  },
  output: (members) => listOutput("members", { columns, rows: members }),
});

const columns = columnsOf<MemberRow>({
  id: "count",
  name: "text",
  status: "word",
  since: { kind: "word", spare: true },
  paidThrough: { kind: "word", header: "Paid through" },
  current: { kind: "yes-no", header: "May vote" },
  email: { header: "E-mail", spare: true },
  phone: { kind: "word", spare: true },
  joinedOn: { kind: "word", header: "Joined", spare: true },
  publicName: { spare: true, unless: ({ name, publicName }) => publicName === name },
});
