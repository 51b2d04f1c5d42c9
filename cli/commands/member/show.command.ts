import type { MemberShown } from "#core/membership/roster.service.ts";
import type { MergeShown } from "#core/people/merges.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { angler } from "../../familiar.ts";
import { facts, table, toJson } from "../../output.ts";

export const command = defineCommand({
  summary: "Show one angler: contact, names, status, offices and dues.",
  parameters: { angler },
  examples: ['sabc member show "Ann Lee"', "sabc member show 12 --json"],
  input: ({ angler: reference }) => ({ reference }),
  async run(context, input) {
    const { showMember } = await import("#core/membership/roster.service.ts");
    const { listMerges } = await import("#core/people/merges.service.ts");
    return context.read(async (work) => {
      const member = await showMember(work, input);
      return { ...member, merges: await listMerges(work, { anglerId: member.id }) };
    });
  },
  output: (member) => {
    const { aliases, roles, offices, statuses, dues, merges, ...person } = member;
    const lists = { aliases, roles, offices, statuses, dues: toJson(duesColumns, dues), merges };
    return {
      json: { member: { ...person, ...lists } },
      sections: [
        facts(columns, member),
        ...(statuses.length > 1 ? [table(statusColumns, statuses, "Status")] : []),
        ...(dues.length > 0 ? [table(duesColumns, dues, "Dues")] : []),
        ...(merges.length > 0 ? [table(mergeColumns, merges, "Merged into this record")] : []),
      ],
    };
  },
});

const columns = columnsOf<MemberShown>({
  id: "count",
  name: "text",
  publicName: { header: "Public name", unless: ({ name, publicName }) => publicName === name },
  aliases: {
    header: "Also known as",
    value: ({ aliases }) => aliases.join(", "),
    unless: ({ aliases }) => aliases.length === 0,
  },
  status: "word",
  since: { kind: "word", unless: ({ since, joinedOn }) => since === joinedOn },
  joinedOn: { kind: "word", header: "Joined" },
  paidThrough: { kind: "word", header: "Paid through" },
  current: { kind: "yes-no", header: "May vote" },
  email: { header: "E-mail" },
  phone: "word",
  roles: { value: ({ roles }) => roles.join(", "), unless: ({ roles }) => roles.length === 0 },
  erasedOn: { kind: "word", header: "Erased", unless: ({ erasedOn }) => erasedOn === null },
  offices: {
    value: ({ offices }) => offices.map(({ office, year }) => `${office} ${year}`).join(", "),
    unless: ({ offices }) => offices.length === 0,
  },
});

const statusColumns = columnsOf<MemberShown["statuses"][number]>({ status: "word", from: "word" });

const mergeColumns = columnsOf<MergeShown>({
  id: { kind: "count", header: "Merge" },
  goneId: { kind: "count", header: "Former id" },
  on: "word",
});

const duesColumns = columnsOf<MemberShown["dues"][number]>({
  id: "count",
  amount: { kind: "money", value: ({ cents }) => cents },
  method: "word",
  paidOn: { kind: "word", header: "Paid on" },
  coversFrom: { kind: "word", header: "From" },
  coversTo: { kind: "word", header: "To" },
  note: { unless: ({ note }) => note === null },
  voided: {
    header: "Void",
    value: ({ voided }) => voided?.reason ?? null,
    unless: ({ voided }) => voided === null,
  },
});
