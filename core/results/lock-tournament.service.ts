import { resolveTournament } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { lockResults } from "./result-rows.queries.ts";

type Tournament = Awaited<ReturnType<typeof resolveTournament>>;

/**
 * The tournament that is meant, as it stands once nobody else is changing it; it stays so until this work ends. What is
 * decided by its state or results is decided on what the one before left.
 */
export async function lockTournament(
  work: Work,
  { reference }: { reference: string | number },
): Promise<Tournament> {
  const { id } = await resolveTournament(work, { reference });
  await lockResults(work, [id]);
  return resolveTournament(work, { reference: id });
}
