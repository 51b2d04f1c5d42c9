import { parseCents } from "#core/money.ts";
import { paymentJson } from "../../cash-json.ts";
import { defineCommand } from "../../command.ts";
import { tournament } from "../../familiar.ts";
import { payerOf, paymentWords } from "../../payments.ts";

export const command = defineCommand({
  summary: "Take the entry fee of a boat or an angler.",
  description:
    "Without --amount it is what is open: of a boat all of it, of an angler one fee. More than is open is refused. A slip is taken back with sabc tournament unpay.",
  parameters: {
    tournament,
    payer: { argument: "a boat's number, or an angler: e-mail, name or alias" },
    method: { option: "METHOD", about: "how it was paid", choices: ["cash", "venmo", "check"] },
    amount: { option: "DOLLARS", about: "part of it, such as 25 or 12.50", optional: true },
  },
  examples: [
    "sabc tournament pay next 7 --method cash",
    'sabc tournament pay 2026-03 "Ann Lee" --method venmo --amount 25',
  ],
  async input({ payer, amount, ...rest }) {
    const { takePaymentSchema } = await import("#core/results/entry-payment.schemas.ts");
    return takePaymentSchema.parse({
      ...rest,
      ...payerOf(payer),
      ...(amount === undefined ? {} : { amount: parseCents(amount) }),
    });
  },
  async run(context, input) {
    const { takePayment } = await import("#core/results/entry-payment.service.ts");
    return context.write((work) => takePayment(work, input));
  },
  output: (payment) => ({ json: { payment: paymentJson(payment) }, notes: paymentWords(payment) }),
});
