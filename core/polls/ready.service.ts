import { planRecords } from "../audit/audit.service.ts";
import type { Work } from "../work.ts";
import { planPress } from "./press.queries.ts";
import { planBallot } from "./vote.queries.ts";

/** What each connection is asked before the first vote: how it would be taken. Nobody votes by it. */
export async function readyToVote(work: Work): Promise<void> {
  await planPress(work);
  await planBallot(work);
  await planRecords(work);
}
