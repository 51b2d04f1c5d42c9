import { printMoney } from "#core/money.ts";
import { paymentJson } from "../../cash-json.ts";
import { defineCommand } from "../../command.ts";
import { names } from "../../exact.ts";
import { readCount } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Take a payment back that was a slip, bounced or was returned; it stays with the reason.",
  parameters: {
    payment: { argument: "the payment's number, as sabc tournament pay and cash-sheet --csv say it" },
    reason: { option: "TEXT", about: "why; it stands beside the payment and in the audit record" },
  },
  examples: [
    'sabc tournament unpay 12 --reason "taken twice"',
    'sabc tournament unpay 15 --reason "the check bounced" --json',
  ],
  async input({ payment, reason }) {
    const { voidPaymentSchema } = await import("#core/results/entry-payment.schemas.ts");
    return voidPaymentSchema.parse({ payment: readCount(payment, "The payment"), reason });
  },
  async run(context, input) {
    const { voidPayment } = await import("#core/results/entry-payment.service.ts");
    return context.write((work) => voidPayment(work, input));
  },
  output: (payment) => ({
    json: { payment: { ...paymentJson(payment), voided: true } },
    notes: [
      `Payment ${payment.id} of ${printMoney(payment.cents)} for ${names(payment.crew)} counts no more; ${printMoney(payment.unpaid)} are open.`,
    ],
  }),
});
