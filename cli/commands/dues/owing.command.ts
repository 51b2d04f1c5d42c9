import { printMoney } from "#core/money.ts";
import type { OwingList, OwingMember } from "#core/membership/owing.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { counted, dollars } from "../../exact.ts";
import { table, toJson } from "../../output.ts";

export const command = defineCommand({
  summary: "List the members who have not paid their dues, and how to reach them.",
  description:
    "They may not vote until they have. Due is from the month the rules name, overdue from the next.",
  parameters: {},
  examples: ["sabc dues owing", "sabc dues owing --csv"],
  list: true,
  byDefault: true,
  input: () => ({}),
  async run(context) {
    const { listOwing } = await import("#core/membership/owing.service.ts");
    return context.read((work) => listOwing(work));
  },
  output: (owing) => ({
    json: {
      year: owing.year,
      dues: owing.cents === null ? null : dollars(owing.cents),
      members: toJson(columns, owing.members),
    },
    sections: [table(columns, owing.members)],
    notes: notes(owing),
  }),
});

const columns = columnsOf<OwingMember>({
  id: "count",
  name: "text",
  owingSince: { kind: "word", header: "Owes since" },
  stage: { kind: "word", header: "Now", value: ({ stage }) => stage ?? "not due" },
  paidThrough: { kind: "word", header: "Paid through" },
  remindedOn: { kind: "word", header: "Reminded" },
  email: { header: "E-mail" },
  phone: "word",
});

function notes({ year, cents, members }: OwingList): string[] {
  if (members.length === 0) return [`Every member has paid for ${year}.`];
  const amount = cents === null ? "" : ` ${printMoney(cents * members.length)} of`;
  return [
    `${counted(members.length, "member")} ${members.length === 1 ? "owes" : "owe"}${amount} dues for ${year}.`,
  ];
}
