import type { LineExplained, ResultExplained } from "#core/results/explain.service.ts";
import { printMoney } from "#core/money.ts";
import { defineCommand } from "../../command.ts";
import { dollars, lb, names, pointsNumber, ref } from "../../exact.ts";
import { angler, tournament } from "../../familiar.ts";
import { lines, type Section } from "../../output.ts";
import { tournamentJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Explain what an angler has from one tournament: place, points and money, in words.",
  parameters: { tournament, angler },
  examples: ['sabc results explain last "Ann Lee"', 'sabc results explain 2025-03 "Ann Lee" --json'],
  input: (given) => ({ tournament: given.tournament, angler: given.angler }),
  async run(context, input) {
    const { explainResult } = await import("#core/results/explain.service.ts");
    return context.read((work) => explainResult(work, input));
  },
  output: (explained) => ({
    json: {
      ...explained,
      tournament: tournamentJson(explained.tournament),
      lines: explained.lines.map(lineJson),
      payouts: explained.payouts.map(({ words, cents }) => ({ words, amount: dollars(cents) })),
    },
    sections: sectionsOf(explained),
  }),
});

function sectionsOf({ tournament: held, lines: explained, payouts, rulings }: ResultExplained): Section[] {
  const paid = payouts.map(({ words, cents }) => `${words}: ${printMoney(cents)}.`);
  const ruled = rulings.map(({ words, decidedBy, on }) => `${words}, decided by ${decidedBy} on ${on}.`);
  return [
    ...explained.map((line) =>
      lines(
        line.words,
        `${held.firstDay} ${held.name}, ${line.ranking} ${names(line.crew)}: ${placed(line)}`,
      ),
    ),
    ...(paid.length > 0 ? [lines(paid, "Money")] : []),
    ...(ruled.length > 0 ? [lines(ruled, "Rulings")] : []),
  ];
}

const placed = ({ place, tied, outcome }: LineExplained): string =>
  place === null ? `no place (${outcome})` : `place ${place}${tied ? ", tied" : ""}`;

const lineJson = ({ crew, points, net, ...line }: LineExplained): object => ({
  ...line,
  crew: crew.map(ref),
  points: pointsNumber(points),
  netLb: lb(net),
});
