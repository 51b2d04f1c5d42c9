import type { Work } from "../work.ts";
import type { PollDecision, PollKind, PollTie, PollTotals } from "./poll.entity.ts";
import type { Asks } from "./question.entity.ts";

export interface OptionRow {
  id: number;
  position: number;
  label: string;
  parentId: number | null;
  lakeId: number | null;
  rampId: number | null;
  anglerId: number | null;
  firstCast: string | null;
  weighIn: string | null;
  votes: number;
}

export interface QuestionRow {
  id: number;
  position: number;
  prompt: string;
  asks: Asks | null;
  office: string | null;
  options: OptionRow[];
}

/** A poll as the database tells it; instants as ISO in UTC, `votes` whether they may be shown or not. */
export interface PollRow {
  id: number;
  kind: PollKind;
  title: string;
  description: string | null;
  year: number | null;
  opensAt: string;
  closesAt: string;
  secret: boolean;
  bylaw: boolean;
  totals: PollTotals;
  decision: PollDecision;
  tie: PollTie;
  madeAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  talliedAt: string | null;
  decidedAt: string | null;
  electorate: number | null;
  /** Who has voted: frozen once it is counted, as of now before. */
  voted: number;
  result: unknown;
  resultHash: string | null;
  revision: number;
  tournament: { id: number; season: number; number: number; name: string; firstDay: string } | null;
  eventCancelled: boolean;
  questions: QuestionRow[];
}

/** A poll as far as a vote needs it: what it offers, and whether it is open; nothing that has to be counted. */
export interface PollPaper extends Pick<
  PollRow,
  | "id"
  | "kind"
  | "title"
  | "secret"
  | "opensAt"
  | "closesAt"
  | "talliedAt"
  | "decidedAt"
  | "cancelledAt"
  | "eventCancelled"
> {
  questions: {
    id: number;
    prompt: string;
    options: Pick<OptionRow, "id" | "label" | "parentId">[];
  }[];
}

/** Polls by their ids in that order, with what they offer and the ballots for each option; two queries. */
export async function findPolls(work: Work, ids: readonly number[]): Promise<PollRow[]> {
  if (ids.length === 0) return [];
  const polls = await work.em.execute<Omit<PollRow, "questions">[]>(
    `${pollRows} where p.id = any(?::int[])`,
    [`{${ids.join()}}`],
  );
  const questions = await work.em.execute<(QuestionRow & { pollId: number })[]>(questionRows, [
    `{${ids.join()}}`,
  ]);
  const byPoll = Map.groupBy(questions, ({ pollId }) => pollId);
  const byId = new Map(polls.map((poll) => [poll.id, poll]));
  return ids.flatMap((id) => {
    const poll = byId.get(id);
    if (poll === undefined) return [];
    const asked = (byPoll.get(id) ?? []).map(({ pollId: _, ...question }) => question);
    return [{ ...poll, questions: asked }];
  });
}

/** The ids of all polls, the latest close first. */
export const findPollIds = (work: Work): Promise<number[]> => idsOf(work, "true");

/** Of those that are open, or may be again, the same: whatever was counted or called off is not. */
export const findUncountedPollIds = (work: Work): Promise<number[]> =>
  idsOf(work, "tallied_at is null and cancelled_at is null");

async function idsOf(work: Work, which: string): Promise<number[]> {
  const rows = await work.em.execute<{ id: number }[]>(`select id from poll where ${which} ${latestFirst}`);
  return rows.map(({ id }) => id);
}

/** A stretch of all polls, the latest close first, and how many there are in all. */
export async function findPollStretch(
  work: Work,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ ids: number[]; total: number }> {
  const [stretch] = await work.em.execute<{ ids: number[]; total: number }[]>(
    `select array(select id from poll ${latestFirst} offset ? limit ?) as ids, (select count(*)::int from poll) as total`,
    [offset, limit],
  );
  return stretch!;
}

const latestFirst = "order by closes_at desc, id desc";

const iso = (column: string): string =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const pollRows = `
  select p.id, p.kind, p.title, p.description, p.year, p.secret, p.bylaw, p.totals, p.decision, p.tie, p.electorate,
         ${iso("p.opens_at")} as "opensAt", ${iso("p.closes_at")} as "closesAt", ${iso("p.made_at")} as "madeAt",
         ${iso("p.cancelled_at")} as "cancelledAt", p.cancel_reason as "cancelReason",
         ${iso("p.tallied_at")} as "talliedAt", ${iso("p.decided_at")} as "decidedAt",
         p.result, p.result_hash as "resultHash", p.revision,
         coalesce(p.ballots, case when p.secret
           then (select count(*) from roll r where r.poll_id = p.id)
           else (select count(*) from ballot b where b.poll_id = p.id and b.withdrawn_at is null) end)::int as voted,
         case when t.id is not null then jsonb_build_object('id', t.id, 'season', s.year, 'number', t.number,
           'name', e.name, 'firstDay', e.first_day) end as tournament,
         coalesce(e.cancelled_on is not null, false) as "eventCancelled"
  from poll p
  left join tournament t on t.id = p.tournament_id
  left join event e on e.id = t.event_id
  left join season s on s.id = t.season_id`;

/** Rows of `PollPaper`, for a query that asks more. */
export const paperRow = `
  select p.id, p.kind, p.title, p.secret,
         ${iso("p.opens_at")} as "opensAt", ${iso("p.closes_at")} as "closesAt",
         ${iso("p.cancelled_at")} as "cancelledAt", ${iso("p.tallied_at")} as "talliedAt",
         ${iso("p.decided_at")} as "decidedAt", coalesce(e.cancelled_on is not null, false) as "eventCancelled",
         coalesce((select json_agg(json_build_object('id', q.id, 'prompt', q.prompt, 'options', (
             select coalesce(json_agg(json_build_object('id', o.id, 'label', o.label, 'parentId', o.parent_id)
               order by o.position), '[]') from option o where o.question_id = q.id)) order by q.position)
           from question q where q.poll_id = p.id), '[]') as questions
  from poll p
  left join tournament t on t.id = p.tournament_id
  left join event e on e.id = t.event_id`;

const questionRows = `
  select q.poll_id as "pollId", q.id, q.position, q.prompt, q.asks, q.office,
         coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'position', o.position, 'label', o.label,
           'parentId', o.parent_id, 'lakeId', o.lake_id, 'rampId', o.ramp_id, 'anglerId', o.angler_id,
           'firstCast', to_char(o.first_cast, 'HH24:MI'), 'weighIn', to_char(o.weigh_in, 'HH24:MI'),
           'votes', v.votes) order by o.position) filter (where o.id is not null), '[]') as options
  from question q
  left join option o on o.question_id = q.id
  cross join lateral (select count(*)::int as votes from selection x where x.option_id = o.id) v
  where q.poll_id = any(?::int[])
  group by q.id
  order by q.poll_id, q.position`;
