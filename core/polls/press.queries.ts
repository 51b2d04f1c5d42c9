import { type StandingRow, standingRows } from "../membership/current.queries.ts";
import { askPrepared } from "../prepared.ts";
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
export async function meetPress(work: Work, { poll, angler, request }: Press): Promise<PressMet | null> {
  const [met] = await askPrepared<Omit<PressMet, "answered"> & { noted: boolean }>(work, pressStatement, [
    request,
    angler,
    request,
    poll,
    poll,
    angler,
    angler,
  ]);
  if (met === undefined) return null;
  const { row, standing, noted } = met;
  return { row, standing, answered: request !== null && !row.secret && !noted };
}

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
