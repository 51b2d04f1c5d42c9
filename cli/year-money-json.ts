import type { YearMoney } from "#core/results/year-money.service.ts";
import { dollars } from "./exact.ts";

/** A year's money as scripts rely on it: every amount an exact string. */
export function yearMoneyJson({ year, closed, dues, tournaments, pots, balance }: YearMoney): object {
  const { cents: paid, methods: ways, ...counts } = dues;
  return {
    year,
    closed,
    dues: { amount: dollars(paid), methods: amounts(ways), ...counts },
    tournaments: tournaments.map(({ tournament, methods, buyIns, pots: fed, keeps, ...sums }) => ({
      tournament,
      ...amounts(sums),
      methods: amounts(methods),
      buyIns: { entries: buyIns.entries, amount: dollars(buyIns.cents) },
      pots: fed.map(share),
      keeps: keeps.map(share),
    })),
    pots: pots.map(({ name, ...sums }) => ({ name, ...amounts(sums) })),
    sources: balance.sources.map(line),
    uses: balance.uses.map(line),
    together: dollars(balance.together),
    difference: dollars(balance.difference),
  };
}

const amounts = (sums: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(sums).map(([name, cents]) => [name, dollars(cents)]));

const share = ({ name, cents }: { name: string; cents: number }): object => ({
  name,
  amount: dollars(cents),
});
const line = ({ kind, words, cents }: { kind: string; words: string; cents: number }): object => ({
  kind,
  words,
  amount: dollars(cents),
});
