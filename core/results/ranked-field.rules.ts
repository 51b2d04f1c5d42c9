import type { Cents } from "../money.ts";
import type { MoneyRules } from "../seasons/money.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { type Contestant, contestants } from "../tournaments/contestant.rules.ts";
import type { Ranking, TournamentFacts } from "../tournaments/facts.rules.ts";
import { orderOf, type PlaceGroup } from "../tournaments/place.rules.ts";
import type { WeighedEntry } from "../tournaments/weigh.rules.ts";
import { feesOwed, purseOf } from "./event-money.rules.ts";
import { moneyOfPlaces } from "./payout.rules.ts";
import { type Stake, waitingTies } from "./tie.rules.ts";

/** One ranking of an event: who is in it, in what order, and which ties wait for a ruling. */
export interface RankedField {
  ranking: Ranking;
  field: Contestant[];
  groups: PlaceGroup[];
  ties: Map<PlaceGroup, Stake[]>;
}

/** The tournament a field is ranked of; its money is the event's own, or the season's. */
export interface RankedEvent {
  facts: TournamentFacts;
  rules: Rules;
  money: MoneyRules | null;
  weighed: WeighedEntry[];
}

export function rankField(ranking: Ranking, { facts, rules, money, weighed }: RankedEvent): RankedField {
  const field = contestants(weighed, { ranking, per: rules.limit.per });
  const groups = orderOf(field, rules);
  const amounts = paidAmounts({ ranking, field, groups }, { facts, money });
  const ties = waitingTies({
    ranking,
    field,
    groups,
    rules,
    countsForPoints: facts.changes.countsForPoints,
    amounts,
  });
  return { ranking, field, groups, ties };
}

/** The money of each place of this ranking; none where the other one is paid. */
function paidAmounts(
  { ranking, field, groups }: Omit<RankedField, "ties">,
  { facts, money }: Pick<RankedEvent, "facts" | "money">,
): Cents[] {
  if (money?.places?.to !== ranking) return [];
  const purse = purseOf({ money, changes: facts.changes, fees: feesOwed(facts.entries, money) });
  return moneyOfPlaces({ purse, places: money.places, field, groups }).amounts;
}
