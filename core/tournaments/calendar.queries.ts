import type { EventKind } from "../events/event.entity.ts";
import type { EventShown } from "../events/events.service.ts";
import type { Work } from "../work.ts";

/** All that a calendar shows of an event; of a tournament its hours are the first cast and the weigh-in. */
export interface CalendarRow {
  id: number;
  kind: EventKind;
  name: string;
  firstDay: string;
  lastDay: string;
  startsAt: string | null;
  endsAt: string | null;
  description: string | null;
  cancelReason: string | null;
  revision: number;
  /** Milliseconds since 1970. */
  changedAt: number;
  season: number | null;
  number: number | null;
  lake: string | null;
  lakeId: number | null;
  lakeKey: string | null;
  ramp: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** The events of these kinds that touch the days, by first day; one query. */
export function findCalendarRows(
  work: Work,
  { kinds, from, to }: { kinds: readonly EventKind[]; from: string; to: string },
): Promise<CalendarRow[]> {
  return work.em.execute<CalendarRow[]>(
    `select e.id, e.kind, e.name, e.first_day::text as "firstDay", e.last_day::text as "lastDay",
            to_char(coalesce(t.first_cast, e.starts_at), 'HH24:MI') as "startsAt",
            to_char(coalesce(t.weigh_in, e.ends_at), 'HH24:MI') as "endsAt",
            e.description, e.cancel_reason as "cancelReason", e.revision,
            floor(extract(epoch from e.changed_at))::float8 * 1000 as "changedAt",
            s.year as season, t.number, l.name as lake, l.id as "lakeId", l.key as "lakeKey", r.name as ramp,
            coalesce(r.latitude, l.latitude)::float8 as latitude,
            coalesce(r.longitude, l.longitude)::float8 as longitude
     from event e
     left join tournament t on t.event_id = e.id
     left join season s on s.id = t.season_id
     left join lake l on l.id = t.lake_id
     left join ramp r on r.id = t.ramp_id
     where e.first_day <= ? and e.last_day >= ? and e.kind = any(?::text[])
     order by e.first_day, e.id`,
    [to, from, `{${kinds.join(",")}}`],
  );
}

/** Events as they are listed, and how many there are in all. */
export interface CalendarPart {
  events: EventShown[];
  total: number;
}

/** Of the events that touch the days at most `limit`, `offset` left out, by day and hour; one query. */
export async function findCalendarPart(
  work: Work,
  { from, to, offset, limit }: { from: string; to: string; offset: number; limit: number | null },
): Promise<CalendarPart> {
  const [part] = await work.em.execute<CalendarPart[]>(
    `with asked as (
       select e.*, coalesce(t.first_cast, e.starts_at) as starts, coalesce(t.weigh_in, e.ends_at) as ends
       from event e left join tournament t on t.event_id = e.id
       where e.first_day <= ? and e.last_day >= ?
       order by e.first_day, starts nulls first, e.id offset ? limit ?::int
     )
     select
       (select count(*)::int from event e where e.first_day <= ? and e.last_day >= ?) as total,
       coalesce((select json_agg(json_build_object(
                   'id', id, 'kind', kind, 'name', name, 'firstDay', first_day, 'lastDay', last_day,
                   'startsAt', to_char(starts, 'HH24:MI'), 'endsAt', to_char(ends, 'HH24:MI'), 'description', description,
                   'cancelled', case when cancelled_on is not null then json_build_object('on', cancelled_on, 'reason', cancel_reason) end,
                   'revision', revision) order by first_day, starts nulls first, id)
                 from asked), '[]') as events`,
    [to, from, offset, limit, to, from],
  );
  return part!;
}

/**
 * The years with anything on the calendar, newest first: of each the first event that is found in it is all that is
 * read, and only of a year in which none begins one that goes on from the year before.
 */
export async function findCalendarYears(work: Work): Promise<number[]> {
  const rows = await work.em.execute<{ year: number }[]>(
    `select year
     from (select extract(year from min(first_day))::int as first, extract(year from max(last_day))::int as last from event) span
     cross join lateral generate_series(span.first, span.last) year
     cross join lateral (select make_date(year, 1, 1) as opens, make_date(year, 12, 31) as ends) days
     where case
       when exists (select from event where first_day between opens and ends) then true
       else exists (select from event where first_day < opens and last_day >= opens) end
     order by year desc`,
  );
  return rows.map(({ year }) => year);
}
