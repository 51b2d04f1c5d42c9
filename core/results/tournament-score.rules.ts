import type { Rules } from "../seasons/rules.schemas.ts";
import { contestants } from "../tournaments/contestant.rules.ts";
import type { TournamentFacts } from "../tournaments/facts.rules.ts";
import { scalesOf, weighEntries, type WeighedBag } from "../tournaments/weigh.rules.ts";
import type { Weight } from "../weight.ts";
import { type ContestantResult, resultsOf } from "./contestant-result.rules.ts";
import { type EventMoney, splitMoney } from "./event-money.rules.ts";
import { rankField } from "./ranked-field.rules.ts";
import { type RulingNeeded, rulingsFor } from "./tie.rules.ts";

/** Everything the rules answer for one tournament. */
export interface TournamentScore {
  /** In order of place, those without one last. No anglers where the boat brings the bag. */
  anglers: ContestantResult[];
  boats: ContestantResult[];
  /** The bags that count. */
  bags: WeighedBag[];
  /** The heaviest bass, and the bags that hold one as heavy. */
  bigBass: { weight: Weight; bags: WeighedBag[] } | null;
  /** Limit bags. */
  limits: number;
  /** Boats that fished and caught nothing. */
  zeros: number;
  /** Null where the event takes no money. */
  money: EventMoney | null;
  /** While there are any, the tournament cannot become official. */
  rulingsNeeded: RulingNeeded[];
  /** Entries that fished, of which nothing was weighed yet. */
  notWeighed: number[];
}

/** Scores one tournament: both rankings from the same bags, and where its money goes. */
export function scoreTournament(facts: TournamentFacts, rules: Rules): TournamentScore {
  const money = facts.changes.money ?? rules.money;
  const weighed = weighEntries(facts.entries, scalesOf(rules, facts.changes));
  const event = { facts, rules, money, weighed };
  const anglers = rankField("angler", event);
  const boats = rankField("boat", event);
  const paid = money?.places?.to === "angler" ? anglers : boats;
  const split = money && splitMoney({ money, facts, boats: boats.field, paid });
  const bags = boats.field.flatMap((boat) => boat.bags);
  return {
    anglers: resultsOf(anglers, { ...event, split }),
    boats: resultsOf(boats, { ...event, split }),
    bags,
    bigBass: heaviestBass(bags),
    limits: bags.filter((bag) => bag.limit).length,
    zeros: boats.field.filter((boat) => boat.zero).length,
    money: split,
    rulingsNeeded: [...rulingsFor(anglers), ...rulingsFor(boats)],
    notWeighed: facts.entries.filter((entry) => isNotWeighed(entry)).map(({ id }) => id),
  };
}

/** The bags of a tournament that count, as its score has them, without all else. */
export function countedBags({ entries, changes }: TournamentFacts, rules: Rules): WeighedBag[] {
  const weighed = weighEntries(entries, scalesOf(rules, changes));
  return contestants(weighed, { ranking: "boat", per: rules.limit.per }).flatMap(({ bags }) => bags);
}

function heaviestBass(bags: WeighedBag[]): TournamentScore["bigBass"] {
  const weight = Math.max(0, ...bags.map((bag) => bag.bigBass ?? 0));
  return weight > 0 ? { weight, bags: bags.filter((bag) => bag.bigBass === weight) } : null;
}

function isNotWeighed({ kind, outcome, bags }: TournamentFacts["entries"][number]): boolean {
  return kind === "boat" && outcome === "fished" && bags.length === 0;
}
