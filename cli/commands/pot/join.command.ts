import { printMoney } from "#core/money.ts";
import { dollars } from "../../exact.ts";
import { defineCommand } from "../../command.ts";
import { angler, readYear } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Take the fee of an optional pot: from that day on the angler is in it.",
  description:
    "For pots that the season's rules call optional; the fee is in the rules and goes into the pot. Once for each angler and season. Where a whole crew has to be in it, each joins. A slip is taken back with sabc pot leave.",
  parameters: {
    pot: { argument: "the pot's name" },
    angler,
    paidOn: {
      option: "DAY",
      about: "when it was paid, such as 2026-01-10; today when left out",
      optional: true,
    },
    season: { option: "YEAR", about: "for another season than that of the day", optional: true },
  },
  examples: [
    'sabc pot join "Annual lunker" "Ann Lee"',
    'sabc pot join "Annual lunker" ann@club.example --paid-on 2025-12-09 --season 2026',
  ],
  async input({ season, ...rest }) {
    const { joinPotSchema } = await import("#core/pots/pots.schemas.ts");
    return joinPotSchema.parse({ ...rest, season: readYear(season) });
  },
  async run(context, input) {
    const { joinPot } = await import("#core/pots/pot-members.service.ts");
    return context.write((work) => joinPot(work, input));
  },
  output: ({ fee, ...joined }) => ({
    json: { ...joined, fee: dollars(fee) },
    notes: [
      `Took ${printMoney(fee)}: ${joined.angler.name} is in ${joined.pot} of ${joined.season}, at tournaments from ${joined.paidOn} on.`,
    ],
  }),
});
