import type { PotAdjusted } from "#core/pots/adjust-pot.service.ts";
import { parseSignedCents, printMoney } from "#core/money.ts";
import { defineCommand } from "../../command.ts";
import { dollars } from "../../exact.ts";

export const command = defineCommand({
  summary: "Put money into a pot, or take it out, with a reason.",
  description:
    "For what no tournament explains: an opening balance, a gift, a miscount. The ledger keeps it as a line of its own, and a slip is put right by another. A pot may not go below zero.",
  parameters: {
    pot: { argument: "the pot's name" },
    amount: { argument: "dollars, such as 48 or 12.50; -12.50 takes them out" },
    reason: { option: "TEXT", about: "why; it stands in the pot's ledger" },
  },
  examples: [
    'sabc pot adjust "Big bass" 120 --reason "what the old book had"',
    'sabc pot adjust "Big bass" -4.50 --reason "miscounted in March" --dry-run',
  ],
  rehearsable: true,
  async input({ pot, amount, reason }) {
    const { adjustPotSchema } = await import("#core/pots/pots.schemas.ts");
    return adjustPotSchema.parse({ pot, cents: parseSignedCents(amount), reason });
  },
  async run(context, input) {
    const { adjustPot } = await import("#core/pots/adjust-pot.service.ts");
    if (!context.globals.dryRun) {
      const app = await context.app();
      const seen = await app.rehearse(await context.actor(), (work) => adjustPot(work, input));
      await context.prompts.confirm(`${words(seen)} Do it?`);
    }
    return context.write((work) => adjustPot(work, input));
  },
  output: (done) => ({
    json: {
      pot: done.pot,
      season: done.season,
      before: dollars(done.before),
      amount: dollars(done.cents),
      after: dollars(done.after),
    },
    notes: [words(done)],
  }),
});

const words = ({ pot, before, cents, after }: PotAdjusted): string =>
  `${pot}: ${printMoney(before)} ${cents < 0 ? "−" : "+"} ${printMoney(Math.abs(cents))} = ${printMoney(after)}.`;
