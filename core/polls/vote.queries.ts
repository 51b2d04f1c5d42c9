import type { Channel } from "../actor.ts";
import { askPrepared, plan } from "../prepared.ts";
import type { Work } from "../work.ts";
import type { Choice } from "./ballot.rules.ts";

interface Casting {
  poll: number;
  angler: number;
  /** When it was pressed, an ISO instant, as far as it counts; null: the club's clock at the insert. */
  clickedAt: string | null;
  through: Channel;
  proxy: boolean;
  caster: { kind: string; name: string; anglerId: number | null };
  choices: readonly Choice[];
}

/** What the statement wrote: the ballot, and whether it is the angler's first in this poll. */
export interface Cast {
  id: number;
  first: boolean;
}

/**
 * The one statement that decides whether a vote is in time: it writes the ballot from the poll where that is open by
 * the club's clock, and holds the poll for share to the end of the transaction, so that no count can be taken between.
 * On a first ballot the choices stand by then; on another the former ones still do. Null when the poll is not open.
 */
export async function writeBallot(work: Work, casting: Casting): Promise<Cast | null> {
  const [cast] = await askPrepared<Cast>(work, ballotStatement, valuesOf(casting));
  return cast ?? null;
}

/** Lets the connection look up what a ballot touches before there is one; nothing is written. */
export const planBallot = (work: Work): Promise<void> =>
  plan(
    work,
    ballotStatement,
    valuesOf({
      poll: 0,
      angler: 0,
      clickedAt: null,
      through: "site",
      proxy: false,
      caster: nobody,
      choices: [],
    }),
  );

const nobody = { kind: "visitor", name: "", anglerId: null };

const valuesOf = ({ poll, angler, clickedAt, through, proxy, caster, choices }: Casting): unknown[] => [
  clickedAt,
  angler,
  through,
  proxy,
  caster.kind,
  caster.name,
  caster.anglerId,
  poll,
  JSON.stringify(choices),
];

/** Puts these choices on a ballot in place of what stood. */
export async function rewriteSelections(
  work: Work,
  { ballot, choices }: { ballot: number; choices: readonly Choice[] },
): Promise<void> {
  await askPrepared(work, selectionsStatement, [ballot, ballot, JSON.stringify(choices)]);
}

/** Enters an angler on the roll of a secret poll, on the same terms; `first` is false for who voted before. */
export async function writeRoll(
  work: Work,
  { poll, angler, clickedAt }: Pick<Casting, "poll" | "angler" | "clickedAt">,
): Promise<"entered" | "there" | "not-open"> {
  const [row] = await work.em.execute<{ open: boolean; entered: boolean }[]>(rollStatement, [
    clickedAt,
    poll,
    angler,
  ]);
  if (row === undefined || !row.open) return "not-open";
  return row.entered ? "entered" : "there";
}

/** The angler's standing choices; empty without a ballot or after it was withdrawn. */
export function findChoices(work: Work, { ballot }: { ballot: number }): Promise<Choice[]> {
  return work.em.execute<Choice[]>(
    `select question_id as question, option_id as option from selection where ballot_id = ? order by question_id`,
    [ballot],
  );
}

/** The ballot of an angler in a poll. */
export async function findBallot(
  work: Work,
  { poll, angler }: { poll: number; angler: number },
): Promise<{ id: number; proxy: boolean; withdrawn: boolean } | null> {
  const [row] = await work.em.execute<{ id: number; proxy: boolean; withdrawn: boolean }[]>(
    `select id, proxy, withdrawn_at is not null as withdrawn from ballot where poll_id = ? and angler_id = ?`,
    [poll, angler],
  );
  return row ?? null;
}

/** Whether an angler has voted in a secret poll. */
export async function isOnRoll(
  work: Work,
  { poll, angler }: { poll: number; angler: number },
): Promise<boolean> {
  const found = await work.em.execute<object[]>("select from roll where poll_id = ? and angler_id = ?", [
    poll,
    angler,
  ]);
  return found.length > 0;
}

/** Who has voted in a poll, by id. */
export async function findVoters(
  work: Work,
  { poll, secret }: { poll: number; secret: boolean },
): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(
    secret
      ? "select angler_id as id from roll where poll_id = ?"
      : "select angler_id as id from ballot where poll_id = ? and withdrawn_at is null",
    [poll],
  );
  return rows.map(({ id }) => id);
}

const openPoll = `
  from poll p
  left join tournament t on t.id = p.tournament_id
  left join event e on e.id = t.event_id
  where p.tallied_at is null and p.cancelled_at is null and e.cancelled_on is null`;

// The club's clock, or the moment of the click where that is at most the tally's delay before it.
const castMoment = `
  clock as materialized (select club_now() as now, ?::timestamptz as clicked),
  moment as materialized (
    select now, case when clicked <= now and now - clicked <= interval '5 seconds' then clicked else now end as at
    from clock
  )`;

// What is written here is recorded by recordChanges of the verb that calls it.
const ballotStatement = `
  with ${castMoment}, written as (
    insert into ballot as b (poll_id, angler_id, cast_at, through, proxy, cast_by_kind, cast_by_name, cast_by_id)
    select p.id, ?, moment.at, ?, ?, ?, ?, ?
    ${openPoll.replace("from poll p", "from poll p cross join moment")}
      and p.id = ? and not p.secret and p.opens_at <= moment.at and moment.at < p.closes_at
    for share of p
    on conflict (poll_id, angler_id) do update
      set cast_at = excluded.cast_at, through = excluded.through, proxy = excluded.proxy, withdrawn_at = null,
          cast_by_kind = excluded.cast_by_kind, cast_by_name = excluded.cast_by_name, cast_by_id = excluded.cast_by_id
      where b.proxy or not excluded.proxy
    returning b.id, xmax = 0 as first
  ), chosen as (
    insert into selection (ballot_id, question_id, option_id)
    select written.id, choice.question, choice.option
    from written cross join jsonb_to_recordset(?::jsonb) as choice (question int, option int)
    where written.first
  )
  select id, first from written`;

// What stood is counted so that it is gone before anything takes its place.
const selectionsStatement = `
  with gone as (delete from selection where ballot_id = ? returning id)
  insert into selection (ballot_id, question_id, option_id)
  select ?, choice.question, choice.option
  from jsonb_to_recordset(?::jsonb) as choice (question int, option int)
  where (select count(*) from gone) >= 0`;

const rollStatement = `
  with ${castMoment}, open as materialized (
    select p.id ${openPoll.replace("from poll p", "from poll p cross join moment")}
      and p.id = ? and p.secret and p.opens_at <= moment.at and moment.at < p.closes_at
    for share of p
  ), entered as (
    insert into roll (poll_id, angler_id) select id, ? from open on conflict do nothing returning poll_id
  )
  select exists (select from open) as open, exists (select from entered) as entered`;
