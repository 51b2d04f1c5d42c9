import type { SeasonEnded } from "#core/standings/close-season.service.ts";
import { printMoney } from "#core/money.ts";
import { defineCommand } from "../../command.ts";
import { dollars, names, ref } from "../../exact.ts";
import { readYear } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Close a season: its season-long pots are paid, and nothing in it changes any more.",
  description:
    "Every tournament of it must be official or cancelled by then. There is no way back: look at sabc season money and sabc awards first.",
  parameters: { year: { argument: "the season" } },
  examples: ["sabc season close 2025", "sabc season close 2025 --yes"],
  rehearsable: true,
  input: ({ year }) => ({ year: readYear(year)! }),
  async run(context, input) {
    const { endSeason } = await import("#core/standings/close-season.service.ts");
    const { getSeason } = await import("#core/seasons/seasons.service.ts");
    const { closed: already } = await context.read((work) => getSeason(work, input));
    if (!already && !context.globals.dryRun) {
      const app = await context.app();
      const seen = await app.rehearse(await context.actor(), (work) => endSeason(work, input));
      const pots = potWords(seen).join(" ");
      await context.prompts.confirm(
        `Close ${input.year}? ${pots}${pots === "" ? "" : " "}Its rules and results cannot be changed any more.`,
      );
    }
    return { ...(await context.write((work) => endSeason(work, input))), already };
  },
  output: (done) => ({
    json: {
      season: { year: done.year, closed: done.closed },
      pots: done.pots.map(({ name, paid, keptByClub }) => ({
        name,
        paid: paid.map(({ to, cents }) => ({ to: to.map(ref), amount: dollars(cents) })),
        keptByClub: dollars(keptByClub),
      })),
    },
    notes: [
      ...potWords(done),
      done.already
        ? `Nothing to do: season ${done.year} is closed already.`
        : `Season ${done.year} is closed.`,
    ],
  }),
});

const potWords = ({ pots }: SeasonEnded): string[] =>
  pots.flatMap(({ name, paid, keptByClub }) => [
    ...paid.map(({ to, cents }) => `${name} pays ${printMoney(cents)} to ${names(to)}.`),
    ...(keptByClub === 0 ? [] : [`Nobody won ${name}: the club keeps ${printMoney(keptByClub)}.`]),
  ]);
