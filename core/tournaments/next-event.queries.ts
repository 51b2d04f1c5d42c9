import type { EventKind } from "../events/event.entity.ts";
import { askPrepared } from "../prepared.ts";
import type { Work } from "../work.ts";
import { type SeasonBegun, seasonsBegun } from "./season-list.queries.ts";
import { columns, details, type TournamentDetails } from "./tournament-row.queries.ts";

export interface EventRow {
  kind: EventKind;
  eventName: string;
  eventFirstDay: string;
  eventLastDay: string;
  startsAt: string | null;
  endsAt: string | null;
  eventDescription: string | null;
}

/** An event, with its tournament where it is one. */
export type NextEventRow = EventRow & (TournamentDetails | { id: null });

export interface FrontRow {
  seasons: SeasonBegun[];
  next: NextEventRow | null;
  tournament: NextEventRow | null;
}

/** The first event of these kinds that is not over and not cancelled, with its tournament where it is one. */
export async function findNextEventRow(
  work: Work,
  kinds: readonly EventKind[],
): Promise<NextEventRow | null> {
  const [row] = await work.em.execute<NextEventRow[]>(nextOf, [work.today, `{${kinds.join(",")}}`]);
  return row ?? null;
}

/** What the front page asks of the calendar: which seasons have begun, what comes next, and the next tournament; one query. */
export async function findFront(work: Work): Promise<FrontRow> {
  const [front] = await askPrepared<FrontRow>(
    work,
    `select coalesce((select json_agg(season) from (${seasonsBegun}) season), '[]') as seasons,
            (select to_json(next) from (${nextOf}) next) as next,
            (select to_json(next) from (${nextOf}) next) as tournament`,
    [work.today, "{tournament,meeting,other}", work.today, "{tournament}"],
  );
  return front!;
}

const nextOf = `
  select e.kind, e.name as "eventName", e.first_day::text as "eventFirstDay", e.last_day::text as "eventLastDay",
         to_char(e.starts_at, 'HH24:MI') as "startsAt", to_char(e.ends_at, 'HH24:MI') as "endsAt",
         e.description as "eventDescription", ${columns}, ${details}
  from event e
  left join tournament t on t.event_id = e.id
  left join season s on s.id = t.season_id
  left join lake l on l.id = t.lake_id
  left join ramp r on r.id = t.ramp_id
  where e.last_day >= ? and e.cancelled_on is null and e.kind = any(?::text[])
  order by e.first_day, e.starts_at nulls first, e.id limit 1`;
