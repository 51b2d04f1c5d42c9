import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { BagFacts, EntryFacts, Outcome } from "../tournaments/facts.rules.ts";
import { scalesOf } from "../tournaments/weigh.rules.ts";
import {
  resolveTournament,
  showTournament,
  type TournamentShown,
} from "../tournaments/tournaments.service.ts";
import type { Measure, Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { boatWords } from "./boat-words.rules.ts";
import { namesAboard } from "./enter-crew.service.ts";
import { loadFacts, type SeasonedTournament } from "./facts.service.ts";
import { findAnglersToEnter, findPenaltyReasons } from "./weigh-in.queries.ts";
import { awaitsScales, boatToOffer, dayAt, daysOf, inLine } from "./weigh-in.rules.ts";

/** What one aboard, or the boat, put on the scales that day. */
export type BagInBook = Omit<BagFacts, "anglerId" | "caughtBy"> & {
  penaltyReason: string | null;
  /** Null: the boat's common bag. */
  angler: AnglerRef | null;
  caughtBy: AnglerRef | null;
};

/** A boat or buy-in of the book. */
export interface BoatInBook {
  entry: number;
  kind: "boat" | "buy-in";
  boatNumber: number | null;
  outcome: Outcome;
  crew: (AnglerRef & { member: boolean })[];
  /** Of all days. */
  bags: BagInBook[];
  /** `Boat 7: Ann Lee + Bob Cruz, 5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb, big 5.10` */
  words: string;
  /** It still has to come to the scales that day. */
  waits: boolean;
}

/** What the weigh-in line has to ask at this tournament. */
export interface Asked {
  /** Who brings a bag. */
  per: "angler" | "boat";
  /** Most aboard. */
  crew: 1 | 2;
  /** Fish in a full bag. */
  fish: number;
  measure: Measure;
  short: boolean;
  late: boolean;
  buyIn: boolean;
  /** Lengths instead of a weight. */
  lengths: boolean;
  /** The biggest live fish, where dead ones may not be it. */
  liveBass: boolean;
  /** Of a common bag who caught a big bass heavier than this; null: it does not matter. */
  catcherOver: Weight | null;
  /** The first aboard is the boater, the second the co-angler. */
  seats: boolean;
}

/** A weigh-in as it stands: what is asked, what is in, and which boat is to be offered next. */
export interface WeighIn {
  tournament: TournamentShown;
  days: number;
  day: number;
  /** Which of its days it is today; before and after it the nearest. */
  today: number;
  asked: Asked;
  /** As they came. */
  boats: BoatInBook[];
  offered: number;
}

/** The weigh-in line of a tournament on one of its days: to start it, and to go on after leaving it. */
export async function getWeighIn(
  work: Work,
  { tournament: reference, day = 1 }: { tournament: string | number; day?: number },
): Promise<WeighIn> {
  const found = await resolveTournament(work, { reference });
  const [loaded] = await loadFacts(work, { tournamentIds: [found.id] });
  const { facts, rules } = loaded!;
  const { per } = rules.limit;
  return {
    tournament: showTournament(found),
    days: daysOf(found),
    day,
    today: dayAt(work.today, found),
    asked: askedBy(loaded!),
    boats: await listBoatsEntered(work, { loaded: loaded!, day }),
    offered: boatToOffer(facts.entries, { day, per }),
  };
}

/** Whom the type-ahead offers: members that day first, then guests, with the names they also go by. */
export interface AnglerToEnter {
  id: number;
  name: string;
  publicName: string;
  aliases: string[];
  member: boolean;
}

/** Everyone who may come to the scales of this tournament. Two queries. */
export async function listAnglersToEnter(
  work: Work,
  { tournament }: { tournament: string | number },
): Promise<AnglerToEnter[]> {
  const { firstDay } = await resolveTournament(work, { reference: tournament });
  return findAnglersToEnter(work, { day: firstDay });
}

async function listBoatsEntered(
  work: Work,
  { loaded: { tournamentId, facts, rules }, day }: { loaded: SeasonedTournament; day: number },
): Promise<BoatInBook[]> {
  const naming = await namesAboard(work, { entries: facts.entries });
  const reasons = await findPenaltyReasons(work, { tournamentId });
  const inBook = (entry: EntryFacts): BoatInBook => ({
    entry: entry.id,
    kind: entry.kind,
    boatNumber: entry.boatNumber,
    outcome: entry.outcome,
    crew: entry.crew.map(({ anglerId, wasMember }) => ({ ...naming(anglerId), member: wasMember })),
    bags: entry.bags.map(({ anglerId, caughtBy, ...bag }) => ({
      ...bag,
      penaltyReason: reasons.get(bag.id) ?? null,
      angler: anglerId === null ? null : naming(anglerId),
      caughtBy: caughtBy === null ? null : naming(caughtBy),
    })),
    words: boatWords(entry, { rules, changes: facts.changes, naming }),
    waits: awaitsScales(entry, { day, per: rules.limit.per }),
  });
  return inLine(facts.entries).map(inBook);
}

function askedBy({ rules, facts: { changes } }: SeasonedTournament): Asked {
  const { penalties, limit, crew, points, season, paperChart } = rules;
  return {
    per: limit.per,
    crew,
    fish: scalesOf(rules, changes).fishLimit,
    measure: rules.measure,
    short: typeof penalties.shortFish === "number" && penalties.shortFish > 0,
    late: penalties.lateMinute > 0 || penalties.lateVoidFrom !== null,
    buyIn: points?.buyIn !== undefined && points.buyIn !== null,
    lengths: changes.paper && paperChart !== null,
    liveBass: !penalties.deadBigBass,
    catcherOver: limit.per === "boat" && crew > 1 ? lightestAwarded(rules) : null,
    seats: season.races.some((race) => race === "boater" || race === "co-angler"),
  };
}

/** Over which weight a big bass may be the year's, whose catcher is then named. */
function lightestAwarded({ awards }: Rules): Weight | null {
  const over = awards.flatMap((award) => (award.by === "big-bass" ? [award.over] : []));
  return over.length === 0 ? null : Math.min(...over);
}
