import type { EntryFacts } from "../tournaments/facts.rules.ts";
import type { StoredState } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";

/** One tournament's stored facts. */
export interface FactsRow {
  tournamentId: number;
  seasonId: number;
  state: StoredState;
  cancelled: boolean;
  firstDay: string;
  /** As stored: the document's form. */
  changes: unknown;
  entries: EntryFacts[];
  /** Who joined the season's optional pots by its first day. */
  potMembers: { pot: string; anglerId: number }[];
}

export interface SeasonRulesRow {
  id: number;
  year: number;
  closed: boolean;
  /** As stored: the document's form. */
  rules: unknown;
}

/** The facts of many tournaments, by day, in one query whatever their number. */
export function loadFactsRows(work: Work, tournamentIds: readonly number[]): Promise<FactsRow[]> {
  return work.em.execute<FactsRow[]>(
    `select t.id as "tournamentId", t.season_id as "seasonId", t.state,
            e.cancelled_on is not null as cancelled, e.first_day::text as "firstDay", t.changes,
            coalesce((
              select json_agg(json_build_object(
                'id', n.id, 'boatNumber', n.boat_number, 'kind', n.kind, 'outcome', n.outcome, 'grace', n.grace,
                'weighInOrder', n.weigh_in_order, 'tieRank', n.tie_rank,
                'publishedPlace', n.published_place, 'publishedPoints', n.published_points,
                'crew', coalesce((select json_agg(${aboard} order by c.angler_id) from crew c where c.entry_id = n.id), '[]'),
                'bags', coalesce((select json_agg(${bag} order by b.day, b.angler_id) from bag b where b.entry_id = n.id), '[]')
              ) order by n.id)
              from entry n where n.tournament_id = t.id
            ), '[]') as entries,
            coalesce((
              select json_agg(json_build_object('pot', m.pot, 'anglerId', m.angler_id))
              from pot_membership m where m.season_id = t.season_id and m.paid_on <= e.first_day
            ), '[]') as "potMembers"
     from tournament t join event e on e.id = t.event_id
     where t.id = any(?::int[])
     order by e.first_day, t.id`,
    [`{${tournamentIds.join(",")}}`],
  );
}

/** The rules of the seasons of these tournaments. */
export function loadSeasonRules(work: Work, tournamentIds: readonly number[]): Promise<SeasonRulesRow[]> {
  return work.em.execute<SeasonRulesRow[]>(
    `select s.id, s.year, s.closed, s.rules
     from season s
     where s.id in (select season_id from tournament where id = any(?::int[]))`,
    [`{${tournamentIds.join(",")}}`],
  );
}

const aboard = `json_build_object(
  'anglerId', c.angler_id, 'wasMember', c.was_member, 'seat', c.seat, 'standsInFor', c.stands_in_for_id,
  'outcome', c.outcome, 'grace', c.grace, 'tieRank', c.tie_rank,
  'publishedPlace', c.published_place, 'publishedPoints', c.published_points)`;

const bag = `json_build_object(
  'id', b.id, 'anglerId', b.angler_id, 'day', b.day, 'fish', b.fish, 'dead', b.dead, 'short', b.short,
  'gross', b.gross, 'netOnly', b.net_only, 'late', b.late, 'otherPenalty', b.other_penalty,
  'lengths', b.lengths, 'bigBass', b.big_bass, 'caughtBy', b.caught_by_id)`;
