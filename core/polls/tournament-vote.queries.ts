import { neighbours, type TournamentRow } from "../tournaments/tournament-row.queries.ts";
import type { Work } from "../work.ts";

/** The vote on where a tournament is fished; instants as ISO in UTC. */
export interface VoteRow {
  title: string;
  opensAt: string;
  closesAt: string;
  tallied: boolean;
  decided: boolean;
}

export interface Surroundings {
  previous: TournamentRow | null;
  next: TournamentRow | null;
  vote: VoteRow | null;
}

/** What stands around a tournament: those just before and after it, and the vote on it that was opened last. One query. */
export async function findSurroundings(work: Work, id: number): Promise<Surroundings> {
  const [row] = await work.em.execute<Surroundings[]>(
    `select ${neighbours}, (
       select json_build_object(
         'title', p.title, 'opensAt', p.opens_at, 'closesAt', p.closes_at,
         'tallied', p.tallied_at is not null, 'decided', p.decided_at is not null)
       from poll p where p.tournament_id = ? and p.cancelled_at is null
       order by p.opens_at desc, p.id desc limit 1) as vote`,
    [id, id, id],
  );
  return row!;
}
