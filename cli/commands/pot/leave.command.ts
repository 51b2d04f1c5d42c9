import { printMoney } from "#core/money.ts";
import { dollars } from "../../exact.ts";
import { defineCommand } from "../../command.ts";
import { angler, readYear } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Give the fee of an optional pot back: the angler was never in it.",
  description:
    "For slips, and for who changes their mind before a tournament of the pot is official. The pot's ledger keeps both lines.",
  parameters: {
    pot: { argument: "the pot's name" },
    angler,
    reason: { option: "TEXT", about: "why; it stands in the pot's ledger" },
    season: { option: "YEAR", about: "of another season than the current year's", optional: true },
  },
  examples: [
    'sabc pot leave "Annual lunker" "Ann Lee" --reason "the wrong Ann"',
    'sabc pot leave "Annual lunker" "Ann Lee" --season 2027 --reason "fishes elsewhere"',
  ],
  async input({ season, ...rest }) {
    const { leavePotSchema } = await import("#core/pots/pots.schemas.ts");
    return leavePotSchema.parse({ ...rest, season: readYear(season) });
  },
  async run(context, input) {
    const { leavePot } = await import("#core/pots/pot-members.service.ts");
    return context.write((work) => leavePot(work, input));
  },
  output: ({ fee, ...left }) => ({
    json: { ...left, fee: dollars(fee) },
    notes: [
      `${left.angler.name} is not in ${left.pot} of ${left.season} any more. Give ${printMoney(fee)} back.`,
    ],
  }),
});
