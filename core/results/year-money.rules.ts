import type { Cents } from "../money.ts";
import type { MovementRow } from "../pots/pots.queries.ts";
import type { MoneyRules } from "../seasons/money.schemas.ts";
import type { PaymentMethod } from "../tournaments/entry-payment.entity.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import { owedBy, type Standing, standingOf } from "./cash-sheet.rules.ts";
import { feesOwed } from "./event-money.rules.ts";
import type { TournamentScore } from "./tournament-score.rules.ts";
import type { DuesSum, YearPayment, YearTournament } from "./year-money.queries.ts";

export type Methods = Record<PaymentMethod, Cents>;

/** What one tournament's fees came to, as its cash sheet says it: owed + added = places + pots + keeps + rests. */
export interface TournamentMoney extends Standing {
  tournament: YearTournament;
  methods: Methods;
  /** Who bought in, and what they owe of it. */
  buyIns: { entries: number; cents: Cents };
  purseAdded: Cents;
  places: Cents;
  pots: Share[];
  /** The shares of club, charity ... by the rules. */
  keeps: Share[];
  /** What rounding left to the club or took from it, and place money nobody could win. */
  rests: Cents;
}

export interface Share {
  name: string;
  cents: Cents;
}

/** A pot over a year: before + fees + adjusted − paid − keptByClub = after. */
export interface PotYear {
  name: string;
  before: Cents;
  fees: Cents;
  adjusted: Cents;
  paid: Cents;
  keptByClub: Cents;
  after: Cents;
  /** Fees of tournaments that are not official yet: they come in then. */
  coming: Cents;
}

export interface DuesYear {
  cents: Cents;
  methods: Methods;
  payments: number;
  waived: number;
}

interface Held {
  tournament: YearTournament;
  facts: TournamentFacts;
  score: TournamentScore;
  /** Null where it takes no money. */
  money: MoneyRules | null;
}

/** What the fees of each tournament came to; those that take none are left out. */
export function tournamentsMoney(held: readonly Held[], payments: readonly YearPayment[]): TournamentMoney[] {
  const byEntry = Map.groupBy(payments, ({ entryId }) => entryId);
  return held.flatMap(({ tournament, facts, score, money }) => {
    if (money === null || score.money === null) return [];
    const { entries } = facts;
    const lines = entries.map((entry) =>
      standingOf(owedBy(entry, money), (byEntry.get(entry.id) ?? []).map(standing)),
    );
    const fees = feesOwed(entries, money);
    const bought = entries.filter((entry) => entry.kind === "buy-in" && owedBy(entry, money) > 0);
    const keeps = Object.entries(money.keeps).map(([name, share]) => ({ name, cents: share * fees }));
    const { owed, taken, payouts, pots } = score.money;
    return {
      tournament,
      owed,
      paid: total(lines.map(({ paid }) => paid)),
      unpaid: total(lines.map(({ unpaid }) => unpaid)),
      overpaid: total(lines.map(({ overpaid }) => overpaid)),
      methods: methodsOf(entries.flatMap(({ id }) => byEntry.get(id) ?? [])),
      buyIns: { entries: bought.length, cents: total(bought.map((entry) => owedBy(entry, money))) },
      purseAdded: taken - owed,
      places: total(payouts.map(({ cents }) => cents)),
      pots: pots.map(({ pot, added }) => ({ name: pot, cents: added })),
      keeps,
      rests: total(score.money.keeps.map(({ cents }) => cents)) - total(keeps.map(({ cents }) => cents)),
    };
  });
}

/** Each pot over a year, by its ledger; what is not official yet has not come in. */
export function potsOfYear({
  year,
  movements,
  tournaments,
}: {
  year: number;
  movements: readonly MovementRow[];
  tournaments: readonly TournamentMoney[];
}): PotYear[] {
  const open = tournaments.filter(({ tournament }) => tournament.state !== "official");
  const shares = open.flatMap(({ pots }) => pots);
  const upTo = movements.filter(({ season }) => season <= year);
  const names = new Set([
    ...upTo.map(({ pot }) => pot),
    ...tournaments.flatMap(({ pots }) => pots.map(({ name }) => name)),
  ]);
  return [...names].map((name) => {
    const own = upTo.filter(({ pot }) => pot === name);
    const moved = (kind?: MovementRow["kind"]): Cents =>
      total(own.map((one) => (one.season === year && (kind ?? one.kind) === one.kind ? one.cents : 0)));
    const after = total(own.map(({ cents }) => cents));
    return {
      name,
      before: after - moved(),
      fees: moved("fees"),
      adjusted: moved("adjustment"),
      paid: 0 - moved("payout"),
      keptByClub: 0 - moved("kept-by-club"),
      after,
      coming: total(shares.map((share) => (share.name === name ? share.cents : 0))),
    };
  });
}

/** The year's dues by how they were paid. */
export function duesOfYear(sums: readonly DuesSum[]): DuesYear {
  const of = (method: DuesSum["method"]) => sums.find((sum) => sum.method === method);
  const methods = {
    cash: of("cash")?.cents ?? 0,
    venmo: of("venmo")?.cents ?? 0,
    check: of("check")?.cents ?? 0,
  };
  const waived = of("waived")?.payments ?? 0;
  return {
    cents: total(Object.values(methods)),
    methods,
    payments: total(sums.map(({ payments }) => payments)) - waived,
    waived,
  };
}

/** The payments of all methods, by method. */
export function methodsOf(payments: readonly { method: PaymentMethod; cents: Cents }[]): Methods {
  const by = (method: PaymentMethod): Cents =>
    total(payments.map((one) => (one.method === method ? one.cents : 0)));
  return { cash: by("cash"), venmo: by("venmo"), check: by("check") };
}

export const total = (amounts: readonly Cents[]): Cents => amounts.reduce((sum, cents) => sum + cents, 0);

const standing = ({ cents }: YearPayment) => ({ cents, voided: null });
