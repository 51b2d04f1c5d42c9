import type { Cents } from "../money.ts";
import type { Work } from "../work.ts";
import type { MovementKind } from "./ledger.rules.ts";

/** A movement with what it was for. */
export interface MovementRow {
  id: number;
  pot: string;
  kind: MovementKind;
  cents: Cents;
  reversesId: number | null;
  reason: string | null;
  /** Who was paid; null where nobody was, or where that was not written down. */
  paidTo: { id: number; name: string }[] | null;
  /** The club's day on which it was written down. */
  on: string;
  by: string;
  season: number;
  tournament: { id: number; season: number; number: number; name: string; firstDay: string } | null;
}

/** All movements of all pots in the order they were written. */
export function findMovements(work: Work): Promise<MovementRow[]> {
  return work.em.execute<MovementRow[]>(
    `select m.id, m.pot, m.kind, m.cents, m.reverses_id as "reversesId", m.reason,
            (select json_agg(json_build_object('id', a.id, 'name', a.public_name) order by a.id)
             from angler a where m.paid_to @> to_jsonb(a.id)) as "paidTo",
            (m.at at time zone coalesce((select zone from club), 'UTC'))::date::text as on,
            m.recorded_by_name as by, own.year as season,
            case when t.id is null then null else json_build_object(
              'id', t.id, 'season', s.year, 'number', t.number, 'name', e.name, 'firstDay', e.first_day::text
            ) end as tournament
     from pot_movement m
     join season own on own.id = m.season_id
     left join tournament t on t.id = m.tournament_id
     left join season s on s.id = t.season_id
     left join event e on e.id = t.event_id
     order by m.id`,
  );
}

/** The names of the pots that the seasons' rules know, newest season first. */
export async function findPotNames(work: Work): Promise<string[]> {
  const rows = await work.em.execute<{ name: string }[]>(
    `select pot ->> 'name' as name from season s,
            jsonb_array_elements(case when jsonb_typeof(s.rules -> 'money') = 'object' then s.rules -> 'money' -> 'pots' end) pot
     order by s.year desc`,
  );
  return [...new Set(rows.map(({ name }) => name))];
}
