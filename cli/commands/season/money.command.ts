import { printMoney } from "#core/money.ts";
import type { BalanceLine, PotYear, TournamentMoney, YearMoney } from "#core/results/year-money.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { chosenSeason, readYear, year } from "../../familiar.ts";
import { type Output, table } from "../../output.ts";
import { yearMoneyJson } from "../../year-money-json.ts";

export const command = defineCommand({
  summary: "Report a year's money: dues, entry fees, payouts and pots, to the cent.",
  description:
    "Tournaments are as their cash sheets say, pots as their ledger does, dues by the day they were paid. What came in and where it went come to the same. --csv prints the tournaments.",
  parameters: { year },
  examples: ["sabc season money 2026", "sabc season money 2026 --csv > money-2026.csv"],
  list: true,
  input: ({ year: named }) => ({ year: readYear(named) }),
  async run(context, input) {
    const { getYearMoney } = await import("#core/results/year-money.service.ts");
    return context.read(async (work) => getYearMoney(work, { year: await chosenSeason(work, input.year) }));
  },
  output: (money): Output => ({
    json: yearMoneyJson(money),
    sections: [
      table(tournamentColumns, money.tournaments, titleOf(money)),
      ...(money.pots.length > 0 ? [table(potColumns, money.pots, "Pots")] : []),
      table(lineColumns, withSum(money.balance.sources, money), "What came in"),
      table(lineColumns, withSum(money.balance.uses, money), "Where it went"),
    ],
    ...verdict(money),
  }),
});

const titleOf = ({ year: of, tournaments }: YearMoney): string =>
  `Entry fees of ${of}: ${printMoney(sum(tournaments.map(({ owed }) => ({ cents: owed }))))}`;

const sum = (shares: readonly { cents: number }[]): number =>
  shares.reduce((all, { cents }) => all + cents, 0);

const tournamentColumns = columnsOf<TournamentMoney>({
  number: { kind: "count", header: "No", value: ({ tournament }) => tournament.number },
  name: { value: ({ tournament }) => tournament.name },
  day: { kind: "word", spare: true, value: ({ tournament }) => tournament.firstDay },
  state: {
    kind: "word",
    value: ({ tournament }) => tournament.state,
    unless: ({ tournament }) => tournament.state === "official",
  },
  owed: "money",
  paid: "money",
  unpaid: "money",
  overpaid: { kind: "money", header: "Give back", unless: ({ overpaid }) => overpaid === 0 },
  buyIns: { kind: "money", header: "Of it buy-ins", spare: true, value: ({ buyIns }) => buyIns.cents },
  purseAdded: { kind: "money", header: "Added", unless: ({ purseAdded }) => purseAdded === 0 },
  places: "money",
  pots: { kind: "money", value: ({ pots }) => sum(pots) },
  kept: { kind: "money", value: ({ keeps, rests }) => sum(keeps) + rests },
});

const potColumns = columnsOf<PotYear>({
  name: { header: "Pot" },
  before: "money",
  fees: "money",
  adjusted: { kind: "money", unless: ({ adjusted }) => adjusted === 0 },
  paid: "money",
  keptByClub: { kind: "money", header: "Kept by the club", unless: ({ keptByClub }) => keptByClub === 0 },
  after: "money",
  coming: { kind: "money", header: "Still to come", unless: ({ coming }) => coming === 0 },
});

const lineColumns = columnsOf<Pick<BalanceLine, "words" | "cents">>({
  for: { value: ({ words }) => words },
  amount: { kind: "money", value: ({ cents }) => cents },
});

const withSum = (lines: BalanceLine[], { balance }: YearMoney): Pick<BalanceLine, "words" | "cents">[] => [
  ...lines,
  {
    words: "Together",
    cents: lines === balance.uses ? balance.together - balance.difference : balance.together,
  },
];

function verdict({
  year: of,
  dues,
  tournaments,
  balance: { together, difference },
}: YearMoney): Partial<Output> {
  const open = tournaments.filter(({ tournament }) => tournament.state !== "official").length;
  const notes = [
    `${counted(dues.payments, "payment")} of dues in ${of}${dues.waived > 0 ? `, and ${dues.waived} waived` : ""}.`,
    ...(open > 0 ? [`${counted(open, "tournament")} not official yet: payouts may change.`] : []),
  ];
  if (difference === 0) return { notes: [...notes, `It adds up: ${printMoney(together)} on both sides.`] };
  const complaint = `It does not add up: the sides differ by ${printMoney(difference)}. Run sabc database rebuild, then look at sabc pot explain.`;
  return { notes, complaint };
}
