import type { Cents } from "../money.ts";
import type { PotRules } from "../seasons/money.schemas.ts";
import type { Contestant } from "../tournaments/contestant.rules.ts";
import { heaviest, type PotCatch, potCatches } from "./pot-catch.rules.ts";
import { shareEqually } from "./share.rules.ts";

/** What one tournament does to a pot, whatever the pot already holds. */
export interface PotDraw {
  pot: string;
  unwon: PotRules["unwon"];
  /** This event's shares of the fees. */
  added: Cents;
  /** The parts it is played in: one, or one a day; none where it is paid at the season's end. */
  rounds: { day: number | null; winners: PotCatch[] }[];
  /** What may win it at the season's end, where it is paid only then. */
  forSeason: PotCatch[];
}

export interface PotPaid {
  to: PotCatch;
  cents: Cents;
}

/** A pot over a tournament: carried + added = paid + toClub + after. */
export interface PotSettlement {
  pot: string;
  carried: Cents;
  added: Cents;
  paid: PotPaid[];
  toClub: Cents;
  after: Cents;
}

/** Who wins a pot at a tournament: the heaviest catch that may win it; equal fish share; nobody: an empty round. */
export function drawPot({
  pot,
  added,
  boats,
  joined,
}: {
  pot: PotRules;
  added: Cents;
  boats: Contestant[];
  joined: ReadonlySet<number>;
}): PotDraw {
  const catches = potCatches({ pot, boats, joined });
  const rounds = {
    event: () => [{ day: null, winners: heaviest(catches) }],
    day: () =>
      daysOf(boats).map((day) => ({ day, winners: heaviest(catches.filter((one) => one.day === day)) })),
    season: () => [],
  }[pot.every]();
  const forSeason = pot.every === "season" ? catches : [];
  return { pot: pot.name, unwon: pot.unwon, added, rounds, forSeason };
}

/** Who wins a season's pot: the heaviest of all its events' catches, by someone with the events it asks for. */
export function seasonPotWinners({
  pot,
  catches,
  eventsFished,
}: {
  pot: PotRules;
  catches: PotCatch[];
  eventsFished: ReadonlyMap<number, number>;
}): PotCatch[] {
  const least = pot.optional?.minimumEvents ?? 0;
  const enough = (one: number) => (eventsFished.get(one) ?? 0) >= least;
  return heaviest(
    catches.filter(({ anglerId, crew }) => (anglerId === null ? crew.some(enough) : enough(anglerId))),
  );
}

/** A pot of the season as it is drawn when the season is over; no fees come in with that. */
export function drawSeasonPot(season: Parameters<typeof seasonPotWinners>[0]): PotDraw {
  const { name, unwon } = season.pot;
  const rounds = [{ day: null, winners: seasonPotWinners(season) }];
  return { pot: name, unwon, added: 0, rounds, forSeason: [] };
}

/** Pays a draw from what the pot carried; what nobody won rolls over, or goes to the club. A pot in debt pays nothing. */
export function settlePot({ draw, carried }: { draw: PotDraw; carried: Cents }): PotSettlement {
  const { pot, added, rounds } = draw;
  const holds = Math.max(0, carried + added);
  const each = rounds.length > 0 ? Math.floor(holds / rounds.length) : 0;
  const oddCents = holds - each * rounds.length;
  const played = rounds.map(({ winners }, at) => ({ winners, cents: at === 0 ? each + oddCents : each }));
  const paid = played.flatMap(({ winners, cents }) => shareEqually(cents, winners));
  const unwon = total(played.filter(({ winners }) => winners.length === 0));
  const toClub = draw.unwon === "club" ? unwon : 0;
  return { pot, carried, added, paid, toClub, after: carried + added - total(paid) - toClub };
}

const total = (lines: { cents: Cents }[]) => lines.reduce((sum, { cents }) => sum + cents, 0);

function daysOf(boats: Contestant[]): number[] {
  const days = new Set(boats.flatMap((boat) => boat.bags.map((bag) => bag.day)));
  return days.size > 0 ? [...days].toSorted((one, other) => one - other) : [1];
}
