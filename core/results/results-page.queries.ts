import type { LedgerLine } from "../pots/ledger.rules.ts";
import { askPrepared } from "../prepared.ts";
import type { RulingKind } from "../tournaments/ruling.entity.ts";
import type { Work } from "../work.ts";
import type { ResultRow } from "./result-rows.rules.ts";

export interface StoredRuling {
  id: number;
  kind: RulingKind;
  outcome: Record<string, unknown>;
  anglerId: number | null;
  decidedBy: string;
  on: string;
  reason: string | null;
}

/** What a results page shows beside the facts. */
export interface ResultsPage {
  rows: (ResultRow & { reason: string | null })[];
  names: { id: number; name: string }[];
  rulings: StoredRuling[];
  /** The tournament's own lines and the adjustments; what all earlier tournaments came to is one line for each pot. */
  ledger: LedgerLine[];
  penaltyReasons: { bagId: number; reason: string }[];
}

/** The stored lines of a tournament, the public names of all aboard, its rulings and the pots up to it: one query. */
export async function loadResultsPage(work: Work, tournamentId: number): Promise<ResultsPage> {
  const [page] = await askPrepared<ResultsPage>(
    work,
    `with here as (
       select t.id, e.first_day from tournament t join event e on e.id = t.event_id where t.id = ?
     ), aboard as (
       select angler_id, stands_in_for_id from crew where tournament_id = (select id from here)
     ), held as (
       select m.*, here.first_day from pot_movement m join here on here.id = m.tournament_id
       union all
       select m.*, null from pot_movement m where m.tournament_id is null
     ), later as materialized (
       select t.id from here
       join event e on e.first_day >= here.first_day
       join tournament t on t.event_id = e.id and (e.first_day, t.id) >= (here.first_day, here.id)
     ), drawn as (
       select pot, sum(cents)::int as cents, min(tournament_id) as tournament_id
       from pot_movement
       where tournament_id is not null and tournament_id not in (select id from later) group by pot
     ), earlier as (
       select d.pot, d.cents, d.tournament_id, e.first_day
       from drawn d join tournament t on t.id = d.tournament_id join event e on e.id = t.event_id
     ), named as (
       select angler_id as id from aboard union select stands_in_for_id from aboard
       union select jsonb_array_elements(paid_to)::int from held where tournament_id = (select id from here)
     )
     select
       coalesce((select json_agg(${resultLine} order by r.id) from result r
                 join entry n on n.id = r.entry_id
                 left join crew c on c.entry_id = r.entry_id and c.angler_id = r.angler_id
                 where r.tournament_id = (select id from here)), '[]') as rows,
       coalesce((select json_agg(json_build_object('id', a.id, 'name', a.public_name)) from angler a
                 where a.id in (select id from named)), '[]') as names,
       coalesce((select json_agg(json_build_object(
                   'id', g.id, 'kind', g.kind, 'outcome', g.outcome, 'anglerId', g.angler_id, 'decidedBy', g.decided_by,
                   'on', (g.at at time zone coalesce((select zone from club), 'UTC'))::date::text, 'reason', g.reason
                 ) order by g.id) from ruling g
                 where g.tournament_id = (select id from here) and g.voided_at is null), '[]') as rulings,
       coalesce((select json_agg(json_build_object(
                   'id', m.id, 'pot', m.pot, 'kind', m.kind, 'tournamentId', m.tournament_id,
                   'firstDay', m.first_day::text, 'cents', m.cents, 'reversesId', m.reverses_id, 'paidTo', m.paid_to
                 ) order by m.id nulls first)
                 from (select id, pot, kind, tournament_id, first_day, cents, reverses_id, paid_to from held
                       union all
                       select null, pot, 'fees', tournament_id, first_day, cents, null, null from earlier) m), '[]') as ledger,
       coalesce((select json_agg(json_build_object('bagId', b.id, 'reason', b.penalty_reason)) from bag b
                 join entry n on n.id = b.entry_id
                 where n.tournament_id = (select id from here) and b.penalty_reason is not null), '[]') as "penaltyReasons"`,
    [tournamentId],
  );
  return page!;
}

const resultLine = `json_build_object(
  'tournamentId', r.tournament_id, 'ranking', r.ranking, 'entryId', r.entry_id, 'anglerId', r.angler_id,
  'outcome', r.outcome, 'member', r.member, 'place', r.place, 'tied', r.tied, 'waiting', r.waiting,
  'points', r.points, 'gross', r.gross, 'net', r.net, 'fish', r.fish, 'dead', r.dead, 'bigBass', r.big_bass,
  'caught', r.caught, 'limit', r.full_limit, 'zero', r.zero, 'win', r.win, 'payout', r.payout,
  'reason', coalesce(c.reason, n.reason))`;
