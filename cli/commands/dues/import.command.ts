import type { DuesRecorded } from "#core/membership/pay-dues.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { table, toJson } from "../../output.ts";
import { peopleFileParameters, readPeopleFile } from "../../people-file.ts";

export const command = defineCommand({
  summary: "Import payments of dues from a CSV or JSON file: all of it or nothing.",
  description:
    "What the books have already (same person, day, amount, method and year) is passed over, so the same file again changes nothing. Nobody is mailed unless --receipts is said. The columns are in cli/README.md.",
  parameters: {
    file: { argument: "the CSV or JSON file; - for stdin" },
    receipts: { flag: "mail everyone who paid a receipt" },
    ...peopleFileParameters,
  },
  examples: [
    "sabc dues import january.csv --dry-run",
    'sabc dues import meeting.csv --receipts --column "paid_on=When"',
  ],
  rehearsable: true,
  input: async ({ receipts, ...given }, context) => ({
    ...(await readPeopleFile(given, context)),
    receipts,
  }),
  async run(context, input) {
    const { importDues } = await import("#core/membership/import-dues.service.ts");
    return context.write((work) => importDues(work, input));
  },
  output: ({ recorded, same }) => ({
    json: { recorded: toJson(columns, recorded), same },
    sections: recorded.length === 0 ? [] : [table(columns, recorded)],
    notes: [
      recorded.length === 0
        ? `Nothing to do: the books have all ${same} as the file says.`
        : `${counted(recorded.length, "payment")} recorded, ${same} in the books before.`,
    ],
  }),
});

const columns = columnsOf<DuesRecorded>({
  id: "count",
  anglerId: { kind: "count", spare: true, header: "Angler", value: ({ angler }) => angler.id },
  name: { value: ({ angler }) => angler.name },
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
