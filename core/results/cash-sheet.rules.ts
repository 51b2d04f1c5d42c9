import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { Cents } from "../money.ts";
import type { MoneyRules } from "../seasons/money.schemas.ts";
import type { PaymentMethod } from "../tournaments/entry-payment.entity.ts";
import type { EntryFacts, TournamentFacts } from "../tournaments/facts.rules.ts";
import { type EventMoney, feesOfEntry } from "./event-money.rules.ts";
import type { Naming } from "./names.rules.ts";
import type { Outcome } from "./results-shown.rules.ts";
import type { TournamentScore } from "./tournament-score.rules.ts";

/** Money taken for an entry; a voided one counts for nothing. */
export interface Payment {
  id: number;
  entryId: number;
  cents: Cents;
  method: PaymentMethod;
  /** The club's day. */
  on: string;
  recordedBy: string;
  voided: { on: string; reason: string } | null;
}

/** What is owed and what came in: owed = paid + unpaid − overpaid. */
export interface Standing {
  owed: Cents;
  paid: Cents;
  unpaid: Cents;
  /** To be given back: paid, and then they did not fish. */
  overpaid: Cents;
}

/** One boat or buy-in on the cash sheet. */
export interface CashLine extends Standing {
  entryId: number;
  boatNumber: number | null;
  outcome: Outcome;
  crew: { angler: AnglerRef; member: boolean; outcome: Outcome }[];
  /** How many fees are owed. */
  fees: number;
  methods: Record<PaymentMethod, Cents>;
  payments: Omit<Payment, "entryId">[];
}

/** The sums of a cash sheet. What is owed and the purse's addition are what all of it is split into. */
export interface CashSums extends Standing {
  methods: Record<PaymentMethod, Cents>;
  /** What the event's own purse has over the fees' shares, or lacks. */
  purseAdded: Cents;
  /** Owed, with that. */
  taken: Cents;
  /** Where it goes; the sum is what is taken. */
  split: { kind: "places" | "pot" | "keep"; name: string; cents: Cents }[];
}

interface CashOf {
  facts: TournamentFacts;
  score: TournamentScore;
  money: MoneyRules;
  payments: readonly Payment[];
  naming: Naming;
}

/** Who owes what and has paid how: boats by number, then those without one. */
export function cashLines(of: CashOf): CashLine[] {
  return of.facts.entries
    .toSorted((one, other) => rank(one) - rank(other) || one.id - other.id)
    .map((entry) => cashLine(entry, of));
}

/** What the lines come to, and where the rules send all of it. */
export function cashSums(lines: readonly CashLine[], split: EventMoney): CashSums {
  const owed = total(lines.map((line) => line.owed));
  return {
    owed,
    paid: total(lines.map((line) => line.paid)),
    unpaid: total(lines.map((line) => line.unpaid)),
    overpaid: total(lines.map((line) => line.overpaid)),
    methods: byMethod(lines.flatMap(({ payments }) => payments)),
    purseAdded: split.taken - split.owed,
    taken: owed + split.taken - split.owed,
    split: [
      { kind: "places", name: "Place money", cents: total(split.payouts.map(({ cents }) => cents)) },
      ...split.pots.map(({ pot, added }) => ({ kind: "pot" as const, name: pot, cents: added })),
      ...split.keeps.map(({ name, cents }) => ({ kind: "keep" as const, name, cents })),
    ],
  };
}

/** What is owed and has been paid of it; voided payments count for nothing. */
export function standingOf(owed: Cents, payments: readonly Pick<Payment, "cents" | "voided">[]): Standing {
  const paid = total(payments.map(({ cents, voided }) => (voided === null ? cents : 0)));
  return { owed, paid, unpaid: Math.max(owed - paid, 0), overpaid: Math.max(paid - owed, 0) };
}

/** The fees an entry owes. */
export const owedBy = (entry: EntryFacts, money: MoneyRules): Cents => feesOfEntry(entry, money) * money.fee;

function cashLine(entry: EntryFacts, { score, money, payments, naming }: CashOf): CashLine {
  const own = payments.filter(({ entryId }) => entryId === entry.id).map(({ entryId: _, ...one }) => one);
  const outcome = score.boats.find(({ entryId }) => entryId === entry.id)?.outcome ?? entry.outcome;
  const outcomes = new Map(score.anglers.map((one) => [one.anglerId, one.outcome]));
  return {
    entryId: entry.id,
    boatNumber: entry.boatNumber,
    outcome,
    crew: entry.crew.map((one) => ({
      angler: naming(one.anglerId),
      member: one.wasMember,
      outcome: outcomes.get(one.anglerId) ?? one.outcome ?? outcome,
    })),
    fees: feesOfEntry(entry, money),
    ...standingOf(owedBy(entry, money), own),
    methods: byMethod(own),
    payments: own,
  };
}

function byMethod(
  payments: readonly Pick<Payment, "cents" | "method" | "voided">[],
): Record<PaymentMethod, Cents> {
  const taken = (method: PaymentMethod): Cents =>
    total(payments.map((one) => (one.method === method && one.voided === null ? one.cents : 0)));
  return { cash: taken("cash"), venmo: taken("venmo"), check: taken("check") };
}

const rank = ({ boatNumber }: EntryFacts): number => boatNumber ?? Number.MAX_SAFE_INTEGER;

const total = (amounts: readonly Cents[]): Cents => amounts.reduce((sum, cents) => sum + cents, 0);
