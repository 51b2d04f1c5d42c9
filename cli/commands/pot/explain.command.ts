import type { PotMovementShown } from "#core/pots/pots.service.ts";
import { printMoney } from "#core/money.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { dollars } from "../../exact.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "Explain what is in a pot: its ledger, line by line.",
  parameters: { pot: { argument: "the pot's name; the first when left out", optional: true } },
  examples: ["sabc pot explain", 'sabc pot explain "Big bass" --csv'],
  list: true,
  input: ({ pot }) => ({ pot }),
  async run(context, input) {
    const { explainPot } = await import("#core/pots/pots.service.ts");
    return context.read((work) => explainPot(work, input));
  },
  output: ({ name, balance, movements }) => ({
    json: {
      pot: name,
      balance: dollars(balance),
      movements: movements.map(({ cents, balance: held, ...movement }) => ({
        ...movement,
        amount: dollars(cents),
        balance: dollars(held),
      })),
    },
    sections: [table(columns, movements)],
    notes: [`${name} holds ${printMoney(balance)}.`],
  }),
});

const columns = columnsOf<PotMovementShown>({
  day: "word",
  what: "text",
  amount: { kind: "money", value: ({ cents }) => cents },
  balance: { kind: "money", header: "Holds" },
  reason: { header: "Why", unless: ({ reason }) => reason === null },
  on: { kind: "word", header: "Written", spare: true },
  by: { spare: true },
});
