import { parseCents } from "#core/money.ts";
import { defineCommand } from "../../command.ts";
import { duesJson, duesWords } from "../../dues.ts";
import { angler, readYear } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Take a year's dues of a member, and mail a receipt.",
  description:
    "The amount is the season's dues; another one needs a note. A new member's payment from October on covers the next year too. A year is paid once: a slip is taken back with sabc dues void.",
  parameters: {
    angler,
    method: {
      option: "METHOD",
      about: "how it was paid",
      choices: ["cash", "venmo", "check", "waived"],
    },
    amount: {
      option: "DOLLARS",
      about: "another amount than the season's dues; needs --note",
      optional: true,
    },
    paidOn: {
      option: "DAY",
      about: "when it was paid, such as 2026-01-10; today when left out",
      optional: true,
    },
    year: {
      option: "YEAR",
      about: "the year it is for; the one it is paid in when left out",
      optional: true,
    },
    note: { option: "TEXT", about: "why it is another amount; stands beside the payment", optional: true },
  },
  examples: [
    'sabc dues pay "Ann Lee" --method cash',
    "sabc dues pay ann@club.example --method venmo --year 2027",
  ],
  async input({ angler: reference, amount, year, ...rest }) {
    const { duesDraftSchema } = await import("#core/membership/dues.schemas.ts");
    return duesDraftSchema.parse({
      ...rest,
      angler: reference,
      year: readYear(year),
      ...(amount === undefined ? {} : { cents: parseCents(amount) }),
    });
  },
  async run(context, input) {
    const { recordDues } = await import("#core/membership/pay-dues.service.ts");
    const [payment] = await context.write((work) => recordDues(work, { payments: [input] }));
    return payment!;
  },
  output: (payment) => ({ json: { payment: duesJson(payment) }, notes: duesWords(payment) }),
});
