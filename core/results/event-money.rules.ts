import type { Cents } from "../money.ts";
import { drawPot, type PotDraw } from "../pots/pot.rules.ts";
import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { MoneyRules } from "../seasons/money.schemas.ts";
import type { Contestant } from "../tournaments/contestant.rules.ts";
import type { EntryFacts, TournamentFacts } from "../tournaments/facts.rules.ts";
import type { PlaceGroup } from "../tournaments/place.rules.ts";
import { type PlacePayout, payPlaces } from "./payout.rules.ts";

/** Where the money of one event goes: taken = place payouts + pots' shares + keeps. */
export interface EventMoney {
  /** Fees owed. */
  owed: Cents;
  /** Owed, or with the purse really taken in the place of the fees' place shares. */
  taken: Cents;
  purse: Cents;
  payouts: PlacePayout[];
  pots: PotDraw[];
  /** What the club, a charity ... keeps; "club" also what rounding leaves and money nobody could win. */
  keeps: { name: string; cents: Cents }[];
}

/** Splits the fees of an event by its rules. */
export function splitMoney({
  money,
  facts,
  boats,
  paid,
}: {
  money: MoneyRules;
  facts: TournamentFacts;
  boats: Contestant[];
  /** The ranking that place money goes to. */
  paid: { field: Contestant[]; groups: PlaceGroup[] };
}): EventMoney {
  const fees = feesOwed(facts.entries, money);
  const purse = purseOf({ money, changes: facts.changes, fees });
  const { payouts, toClub } = money.places ? payPlaces({ purse, places: money.places, ...paid }) : nothing;
  const pots = money.pots.map((pot) =>
    drawPot({ pot, added: fees * pot.share, boats, joined: facts.potMembers.get(pot.name) ?? new Set() }),
  );
  const keeps = keepsOf({ money, fees, toClub });
  const owed = fees * money.fee;
  return { owed, taken: owed - fees * (money.places?.share ?? 0) + purse, purse, payouts, pots, keeps };
}

/** Place money: the fees' shares, or what the event says was really taken. */
export function purseOf({
  money,
  changes,
  fees,
}: {
  money: MoneyRules;
  changes: EventChanges;
  fees: number;
}): Cents {
  return money.places ? (changes.purse ?? fees * money.places.share) : 0;
}

/** How many fees are owed by all. */
export function feesOwed(entries: EntryFacts[], money: Pick<MoneyRules, "per">): number {
  return entries.reduce((sum, entry) => sum + feesOfEntry(entry, money), 0);
}

/** How many fees a boat or a buy-in owes: fished, disqualified and bought in pay; did not fish does not. */
export function feesOfEntry({ outcome, crew }: EntryFacts, { per }: Pick<MoneyRules, "per">): number {
  const paying = crew.filter(
    (one) => outcome !== "did-not-fish" && (one.outcome ?? outcome) !== "did-not-fish",
  );
  return per === "boat" ? Math.min(paying.length, 1) : paying.length;
}

function keepsOf({ money, fees, toClub }: { money: MoneyRules; fees: number; toClub: Cents }) {
  const keeps = new Map(Object.entries(money.keeps).map(([name, share]) => [name, share * fees]));
  if (toClub !== 0) keeps.set("club", (keeps.get("club") ?? 0) + toClub);
  return [...keeps].map(([name, cents]) => ({ name, cents }));
}

const nothing = { payouts: [], toClub: 0 };
