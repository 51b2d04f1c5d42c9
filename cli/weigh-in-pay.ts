import { payerOf, paymentWords } from "./payments.ts";
import type { WeighInRoom } from "./weigh-in-room.ts";

/** Takes what is open of a boat's fee, or one angler's, while they stand at the scales. */
export async function takeFee({ context, questions, tournament, weighIn, mine }: WeighInRoom): Promise<void> {
  const last = weighIn.boats.find(({ entry }) => entry === mine.at(-1))?.boatNumber ?? null;
  const payer = await questions.line({
    message: "Whose fee: a boat's number, or a name",
    ...(last === null ? {} : { fallback: String(last) }),
    check: (typed) => typed !== "" || "Type a boat's number such as 7, or an angler's name.",
  });
  const method = await questions.choose({
    message: "Paid by",
    choices: [
      { name: "cash", value: "cash" as const },
      { name: "Venmo", value: "venmo" as const },
      { name: "check", value: "check" as const },
    ],
  });
  const { takePayment } = await import("#core/results/entry-payment.service.ts");
  const payment = await context.write((work) =>
    takePayment(work, { tournament: String(tournament), method, ...payerOf(payer) }),
  );
  for (const sentence of paymentWords(payment)) context.say(sentence);
}
