import { type StandingRow, standingRows } from "../membership/current.queries.ts";
import { askPrepared, plan } from "../prepared.ts";
import type { Work } from "../work.ts";
import { type PollPaper, paperRow } from "./poll-row.queries.ts";

/** What a press meets: the poll, how who voted stands as a member, and whether the press was answered before. */
export interface PressMet {
  row: PollPaper;
  standing: StandingRow | null;
  answered: boolean;
}

interface Press {
  poll: number;
  angler: number;
  /** Null where nothing tells a press from the same one again. */
  request: string | null;
}

/**
 * Notes a press and tells what it meets, in one question; null where there is no such poll. The same press at the same
 * time waits for the first. Of secret polls none is noted: it would tell when someone voted.
 */
export async function meetPress(work: Work, press: Press): Promise<PressMet | null> {
  const [met] = await askPrepared<Omit<PressMet, "answered"> & { noted: boolean }>(
    work,
    pressStatement,
    valuesOf(press),
  );
  if (met === undefined) return null;
  const { row, standing, noted } = met;
  return { row, standing, answered: press.request !== null && !row.secret && !noted };
}

/** Lets the connection look up what a press touches before there is one; nothing is noted. */
export const planPress = (work: Work): Promise<void> =>
  plan(work, pressStatement, valuesOf({ poll: 0, angler: 0, request: null }));

const valuesOf = ({ poll, angler, request }: Press): unknown[] => [
  request,
  angler,
  request,
  poll,
  poll,
  angler,
  angler,
];

// The note says only that the press was answered: there is nothing for recordChanges to tell.
const pressStatement = `
  with noted as (
    insert into ballot_request (request, poll_id, angler_id)
    select ?, p.id, ? from poll p where ?::text is not null and p.id = ? and not p.secret
    on conflict do nothing
    returning request
  )
  select to_jsonb(paper) as row, to_jsonb(standing) as standing, exists (select from noted) as noted
  from (${paperRow} where p.id = ?) paper
  left join (${standingRows("angler_id = ?")}) standing on true`;
