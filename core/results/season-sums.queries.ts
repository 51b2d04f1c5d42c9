import type { Work } from "../work.ts";
import { writeAnglerSums } from "./angler-sums.queries.ts";
import { writeKept } from "./kept.queries.ts";
import { lockStandings } from "./season-awards.queries.ts";

const seasonSum = {
  table: "season_sum",
  key: ["season_id"],
  figures: [
    "tournaments",
    "starts",
    "anglers",
    "boats",
    "zeros",
    "limits",
    "measure",
    "weight",
    "big_bass",
    "heaviest_win",
  ],
} as const;

const tournamentBest = {
  table: "tournament_best",
  key: ["tournament_id"],
  figures: ["season_id", "lake_id", "month", "ranking", "measure", "several", "big_bass", "bag"],
} as const;

const closed = "s.closed and s.id = any(?::int[])";

/**
 * Adds up again what the anglers of these seasons did, and of those that are closed what the whole season came to and
 * the heaviest of each of its tournaments. Tells how many lines were not so.
 */
export async function writeSeasonSums(work: Work, seasonIds: readonly number[]): Promise<number> {
  await lockStandings(work);
  const anglers = await writeAnglerSums(work, seasonIds);
  const where = within(seasonIds);
  const bests = await writeKept(work, { kept: tournamentBest, made: bestsFound(closed), ...where });
  return (
    anglers + bests + (await writeKept(work, { kept: seasonSum, made: seasonsSummed(closed), ...where }))
  );
}

function within(seasonIds: readonly number[]): { where: string; values: string[] } {
  const ids = `{${seasonIds.join(",")}}`;
  return { where: "season_id = any(?::int[])", values: [ids, ids] };
}

/** Of a season `s`: neither its sum nor the heaviest of its tournaments is written down. */
export const notSummed = "not exists (select from season_sum x where x.season_id = s.id)";

const held = "t.season_id = s.id and t.state = 'official'";
// Each looked up by its key: a season is few of all.
const notCancelled = `cross join lateral (
      select first_day, last_day from event where id = t.event_id and cancelled_on is null offset 0) e`;
const sumOf = (ranking: string): string => `left join lateral (
      select * from tournament_sum where tournament_id = t.id and ranking = ${ranking} offset 0)`;

/**
 * What each of the seasons `s` of which this is so came to, in the order of the table's columns; none
 * where nothing was official. A limit is the angler's or the boat's, whichever the season says.
 */
export const seasonsSummed = (seasons: string): string => `
  select s.id as season_id, weighed.tournaments, aboard.starts, aboard.anglers, weighed.boats, weighed.zeros,
         coalesce(case when s.boats_limit then weighed.boat_limits else weighed.own_limits end, 0) as limits,
         s.measure, weighed.weight, greatest(weighed.boat_bass, weighed.own_bass) as big_bass,
         case when s.boats_race then weighed.boat_win else weighed.own_win end as heaviest_win
  from (
    select s.id, s.rules #>> '{limit,per}' = 'boat' as boats_limit, s.rules ->> 'ranked' = 'boat' as boats_race,
           s.rules ->> 'measure' as measure
    from season s where ${seasons} offset 0
  ) s
  cross join lateral (
    select count(*)::int as tournaments,
           coalesce(sum(boat.fished), 0)::int as boats, coalesce(sum(boat.zeros), 0)::int as zeros,
           coalesce(sum(boat.weight), 0)::bigint as weight,
           sum(boat.limits)::int as boat_limits, sum(own.limits)::int as own_limits,
           max(boat.big_bass) as boat_bass, max(own.big_bass) as own_bass,
           max(boat.winning_net) as boat_win, max(own.winning_net) as own_win
    from tournament t
    ${notCancelled}
    ${sumOf("'boat'")} boat on true
    ${sumOf("'angler'")} own on true
    where ${held}
  ) weighed
  cross join lateral (
    select coalesce(sum(starts), 0)::int as starts, (count(*) filter (where starts > 0))::int as anglers
    from angler_sum where season_id = s.id
  ) aboard
  where weighed.tournaments > 0`;

/** The heaviest of each official tournament of the seasons `s` of which this is so, in the order of the table's columns. */
export const bestsFound = (seasons: string): string => `
  select own.tournament_id, s.id as season_id, own.lake_id, own.month, s.per as ranking, s.measure,
         own.several, own.big_bass, own.bag
  from (
    select s.id, s.rules #>> '{limit,per}' as per, s.rules ->> 'measure' as measure from season s
    where ${seasons} offset 0
  ) s
  cross join lateral (
    select t.id as tournament_id, t.lake_id, date_part('month', e.first_day)::int as month,
           day.long and not day.paper as several, x.big_bass,
           case when not day.long and not day.paper then x.best_net end as bag
    from tournament t
    ${notCancelled}
    cross join lateral (
      select e.last_day > e.first_day as long, coalesce((t.changes ->> 'paper')::boolean, false) as paper
    ) day
    ${sumOf("s.per")} x on true
    where ${held}
  ) own`;
