import type { Work } from "../work.ts";

/** The first of these instants that is still to come, ISO. */
export async function findNextTurn(work: Work): Promise<string> {
  const zone = work.now.zoneName;
  const now = work.now.toISO();
  const [row] = await work.em.execute<{ turn: string }[]>(
    `select to_json(min(turn)) as turn from (
       select (?::date + 1)::timestamp at time zone ?
       union all
       select moment at time zone ? from event
         left join tournament on tournament.event_id = event.id,
         lateral (values (first_day + starts_at), (last_day + ends_at), (first_day + first_cast), (last_day + weigh_in)) at_club (moment)
         where last_day between ?::date - 1 and ?::date + 366
       union all
       select protest_deadline from tournament where protest_deadline > ?::timestamptz
       union all
       select unnest(array[opens_at, closes_at]) from poll where closes_at > ?::timestamptz
     ) turns (turn) where turn > ?::timestamptz`,
    [work.today, zone, zone, work.today, work.today, now, now, now],
  );
  return row!.turn;
}
