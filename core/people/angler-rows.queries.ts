import type { Work } from "../work.ts";
import type { AnglerPlace } from "./angler-places.rules.ts";
import type { Row, RowChange } from "./row-changes.rules.ts";

/** The rows of a place that name an angler, in any of its columns and lists. */
export async function findRows(
  work: Work,
  { place: { table, columns, lists, key = ["id"] }, anglerId }: { place: AnglerPlace; anglerId: number },
): Promise<Row[]> {
  const named = columns.map((column) => `t."${column}" = ?`);
  const paths = lists?.keys.map((name) => `$.${name}[*][*]`) ?? [];
  if (lists?.keys.length === 0) paths.push("$[*]");
  const listed = paths.map(
    (path) => `jsonb_path_match(t."${lists?.column}", '${path} == $id', jsonb_build_object('id', ?::int))`,
  );
  const rows = await work.em.execute<{ row: Row }[]>(
    `select to_jsonb(t) as row from "${table}" t where ${[...named, ...listed].join(" or ")} order by ${key.map((column) => `t."${column}"`).join(", ")}`,
    [...named, ...listed].map(() => anglerId),
  );
  return rows.map(({ row }) => row);
}

/** The row itself, of a table whose key is `id`. */
export async function findRow(work: Work, { table, id }: { table: string; id: number }): Promise<Row | null> {
  const [found] = await work.em.execute<{ row: Row }[]>(
    `select to_jsonb(t) as row from "${table}" t where id = ?`,
    [id],
  );
  return found?.row ?? null;
}

/** Those of the changed rows of one table that are not any more as they were left, or not there. */
export function findDisturbed(
  work: Work,
  {
    table,
    key,
    changes,
    columns,
  }: { table: string; key: string; changes: readonly RowChange[]; columns: readonly string[] | "all" },
): Promise<{ id: string; gone: boolean }[]> {
  const rows = changes.flatMap(({ after }) => (after === null ? [] : [after]));
  const part = (of: string) =>
    columns === "all"
      ? `to_jsonb(${of})`
      : `jsonb_build_array(${columns.map((name) => `${of}."${name}"`).join(", ")})`;
  return work.em.execute(
    `select left_so."${key}"::text as id, now."${key}" is null as gone
     from jsonb_populate_recordset(null::"${table}", ?::jsonb) left_so
     left join "${table}" now on now."${key}" = left_so."${key}"
     where now."${key}" is null or ${part("now")} is distinct from ${part("left_so")}
     order by left_so."${key}"`,
    [JSON.stringify(rows)],
  );
}

/** Both are in one tournament, or stood in for there: each line one of them. */
export interface Mention {
  tournamentId: number;
  tournament: string;
  firstDay: string;
  boatNumber: number | null;
  kind: string;
  anglerId: number;
  standsInForId: number | null;
}

/** Where two anglers are mentioned in one tournament, by day. */
export function findMentionsTogether(
  work: Work,
  { one, other }: { one: number; other: number },
): Promise<Mention[]> {
  return work.em.execute<Mention[]>(
    `with mention as (
       select c.tournament_id, c.entry_id, c.angler_id, c.stands_in_for_id,
         ? in (c.angler_id, coalesce(c.stands_in_for_id, 0)) as one, ? in (c.angler_id, coalesce(c.stands_in_for_id, 0)) as other
       from crew c
     ), both_in as (
       select tournament_id from mention group by 1 having bool_or(one) and bool_or(other)
     )
     select m.tournament_id as "tournamentId", e.name as tournament, e.first_day::text as "firstDay",
       n.boat_number as "boatNumber", n.kind, m.angler_id as "anglerId", m.stands_in_for_id as "standsInForId"
     from both_in join mention m using (tournament_id)
     join tournament t on t.id = m.tournament_id join event e on e.id = t.event_id join entry n on n.id = m.entry_id
     where m.one or m.other
     order by e.first_day, m.tournament_id, m.entry_id, m.angler_id`,
    [one, other],
  );
}

/** The polls, and the questions of elections, in which both have voted or stand. */
export function findPollsTogether(
  work: Work,
  { one, other }: { one: number; other: number },
): Promise<{ id: number; title: string; stand: boolean }[]> {
  return work.em.execute(
    `with part as (
       select poll_id, null::int as question_id, angler_id from ballot
       union select poll_id, null, angler_id from roll
       union select q.poll_id, q.id, o.angler_id from option o join question q on q.id = o.question_id
     )
     select distinct poll.id, poll.title, one.question_id is not null as stand
     from part one join part other on other.poll_id = one.poll_id and other.question_id is not distinct from one.question_id
     join poll on poll.id = one.poll_id
     where one.angler_id = ? and other.angler_id = ? order by poll.id`,
    [one, other],
  );
}

/** The tournaments in whose books an angler stands. */
export async function findTournamentsOf(work: Work, { anglerId }: { anglerId: number }): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    "select distinct tournament_id as id from crew where ? in (angler_id, stands_in_for_id) order by 1",
    [anglerId],
  );
  return rows.map(({ id }) => id);
}

/** Names that nobody has as an alias yet, each with an id for its row. */
export function findFreeAliases(
  work: Work,
  { names }: { names: readonly string[] },
): Promise<{ id: number; name: string }[]> {
  return work.em.execute(
    `select nextval(pg_get_serial_sequence('angler_alias', 'id'))::int as id, name
     from jsonb_array_elements_text(?::jsonb) with ordinality as wanted (name, place)
     where not exists (select from angler_alias a where lower(a.name) = lower(wanted.name)) order by place`,
    [JSON.stringify(names)],
  );
}
