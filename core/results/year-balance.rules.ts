import type { Cents } from "../money.ts";
import {
  type DuesYear,
  type Methods,
  type PotYear,
  type Share,
  total,
  type TournamentMoney,
} from "./year-money.rules.ts";

/** One line of where the money came from, or went. */
export interface BalanceLine {
  kind:
    | "pots-before"
    | "dues"
    | "fees"
    | "unpaid"
    | "to-give-back"
    | "purse-added"
    | "pots-adjusted"
    | "places"
    | "pots-paid"
    | "pots-after"
    | "pots-coming"
    | "keep"
    | "unwon"
    | "rests";
  words: string;
  cents: Cents;
}

/** All that came in and all that it became; both sides come to the same. */
export interface YearBalance {
  sources: BalanceLine[];
  uses: BalanceLine[];
  together: Cents;
  /** What the sides differ by: 0, unless someone changed the books behind the program's back. */
  difference: Cents;
}

interface Year {
  dues: DuesYear;
  tournaments: readonly TournamentMoney[];
  pots: readonly PotYear[];
}

/**
 * The year's equation: pots before + dues + fees (paid, unpaid, less what is to be given back) + what purses and pots
 * were added = place money + pots paid, held and to come + what the club, a charity ... keep.
 */
export function yearBalance({ dues, tournaments, pots }: Year): YearBalance {
  const over = (field: (one: TournamentMoney) => Cents): Cents => total(tournaments.map(field));
  const inPots = (field: (one: PotYear) => Cents): Cents => total(pots.map(field));
  const sources: BalanceLine[] = [
    {
      kind: "pots-before",
      words: "In the pots from the years before",
      cents: inPots(({ before }) => before),
    },
    ...byMethod("dues", "Dues", dues.methods),
    ...byMethod("fees", "Entry fees", methodsTogether(tournaments)),
    { kind: "unpaid", words: "Entry fees not paid yet", cents: over(({ unpaid }) => unpaid) },
    { kind: "to-give-back", words: "Entry fees to give back", cents: 0 - over(({ overpaid }) => overpaid) },
    {
      kind: "purse-added",
      words: "Added to the purse of tournaments",
      cents: over(({ purseAdded }) => purseAdded),
    },
    {
      kind: "pots-adjusted",
      words: "Put into pots by who joined, or by hand",
      cents: inPots(({ adjusted }) => adjusted),
    },
  ];
  const uses: BalanceLine[] = [
    { kind: "places", words: "Place money", cents: over(({ places }) => places) },
    { kind: "pots-paid", words: "Paid out of pots", cents: inPots(({ paid }) => paid) },
    { kind: "pots-after", words: "In the pots at the end", cents: inPots(({ after }) => after) },
    { kind: "pots-coming", words: "For the pots, once official", cents: inPots(({ coming }) => coming) },
    ...keepsTogether(tournaments).map(({ name, cents }) => ({
      kind: "keep" as const,
      words: `Entry fees for ${name}`,
      cents,
    })),
    { kind: "dues", words: "Dues for the club", cents: dues.cents },
    {
      kind: "unwon",
      words: "Pots nobody won, kept by the club",
      cents: inPots(({ keptByClub }) => keptByClub),
    },
    {
      kind: "rests",
      words: "Rounding and purses nobody won, for the club",
      cents: over(({ rests }) => rests),
    },
  ];
  const together = total(sources.map(({ cents }) => cents));
  const difference = together - total(uses.map(({ cents }) => cents));
  return { sources: sources.filter(hasMoney), uses: uses.filter(hasMoney), together, difference };
}

const hasMoney = ({ cents }: BalanceLine): boolean => cents !== 0;

const byMethod = (kind: "dues" | "fees", what: string, { cash, venmo, check }: Methods): BalanceLine[] => [
  { kind, words: `${what}, cash`, cents: cash },
  { kind, words: `${what}, Venmo`, cents: venmo },
  { kind, words: `${what}, checks`, cents: check },
];

function methodsTogether(tournaments: readonly TournamentMoney[]): Methods {
  const over = (method: keyof Methods): Cents => total(tournaments.map(({ methods }) => methods[method]));
  return { cash: over("cash"), venmo: over("venmo"), check: over("check") };
}

function keepsTogether(tournaments: readonly TournamentMoney[]): Share[] {
  const byName = Map.groupBy(
    tournaments.flatMap(({ keeps }) => keeps),
    ({ name }) => name,
  );
  return [...byName].map(([name, keeps]) => ({ name, cents: total(keeps.map(({ cents }) => cents)) }));
}
