import { defineCommand } from "../../command.ts";
import { decidedBy, deciderOf } from "../../deciding.ts";
import { tournament } from "../../familiar.ts";
import { resultsJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Make the results of a tournament official: they count, and its pots are paid.",
  description:
    "Refused while a ruling is missing. With --override the time for protests, or an earlier tournament of its pot that is not official, is set aside: a ruling, with who decided (--as ANGLER or --decided-by NAME).",
  parameters: {
    tournament,
    override: {
      option: "REASON",
      about: "set the time for protests or the pot's order aside",
      optional: true,
    },
    decidedBy,
  },
  examples: ["sabc tournament official last", "sabc tournament official 2026-03 --dry-run"],
  rehearsable: true,
  async input(given, context) {
    const { makeOfficialSchema } = await import("#core/results/official.schemas.ts");
    const override = given.override && {
      decidedBy: await deciderOf(context, given.decidedBy),
      reason: given.override,
    };
    return makeOfficialSchema.parse({ tournament: given.tournament, override });
  },
  async run(context, input) {
    const { makeOfficialOfYear } = await import("#core/standings/settle-year.service.ts");
    return context.write((work) => makeOfficialOfYear(work, input));
  },
  output: (shown) => ({
    json: resultsJson(shown),
    notes: [
      `The results of ${shown.tournament.name} are official.`,
      `See them: sabc results show ${shown.tournament.id}`,
    ],
  }),
});
