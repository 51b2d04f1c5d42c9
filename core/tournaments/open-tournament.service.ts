import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import { Tournament } from "./tournament.entity.ts";
import { getTournament, resolveTournament, type TournamentShown } from "./tournaments.service.ts";

/**
 * The scales open: scheduled → weighing, or back from provisional for a bag that comes after all. Twice changes
 * nothing; an official one is corrected instead, and in a closed season none is opened.
 */
export async function openTournament(
  work: Work,
  { tournament: reference }: { tournament: string | number },
): Promise<TournamentShown> {
  authorize(work, "openTournament", { roles: ["weighmaster"] });
  const { id } = await resolveTournament(work, { reference });
  const tournament = await work.em.findOneOrFail(Tournament, id, { populate: ["event", "season"] });
  if (tournament.isOfficial()) {
    throw conflict(
      "tournament-official",
      `${tournament.event.name} is official. Correct its results with a reason instead of weighing again.`,
    );
  }
  tournament.season.mustBeOpen();
  tournament.moveTo("weighing");
  tournament.protestDeadline = null;
  await work.em.flush();
  return getTournament(work, { reference: String(id) });
}
