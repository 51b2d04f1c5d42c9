import { printMoney } from "#core/money.ts";
import { defineCommand } from "../../command.ts";
import { duesJson, standingWords } from "../../dues.ts";
import { readCount } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Take dues back that were a slip or bounced; the payment stays with the reason.",
  parameters: {
    payment: { argument: "the payment's number, as sabc dues pay and sabc member show say it" },
    reason: { option: "TEXT", about: "why; it stands beside the payment and in the audit record" },
  },
  examples: [
    'sabc dues void 12 --reason "the check bounced"',
    'sabc dues void 15 --reason "taken twice" --json',
  ],
  async input({ payment, reason }) {
    const { voidDuesSchema } = await import("#core/membership/dues.schemas.ts");
    return voidDuesSchema.parse({ payment: readCount(payment, "The payment"), reason });
  },
  async run(context, input) {
    const { voidDues } = await import("#core/membership/void-dues.service.ts");
    return context.write((work) => voidDues(work, input));
  },
  output: (payment) => ({
    json: { payment: duesJson(payment) },
    notes: [
      `Payment ${payment.id} of ${printMoney(payment.cents)} by ${payment.angler.name} counts no more.`,
      ...standingWords(payment),
    ],
  }),
});
