import { conflict } from "../errors.ts";
import type { Work } from "../work.ts";
import { countEntries } from "./event-rows.queries.ts";
import type { Tournament } from "./tournament.entity.ts";

/**
 * Whether a tournament's day may still be changed or taken away: not in a closed season, not once it is official, and
 * not while boats stand in its book, since who was a member, and what was paid, belong to that day.
 */
export async function mustBeUnweighed(work: Work, { tournament }: { tournament: Tournament }): Promise<void> {
  const { id, event, season } = tournament;
  season.mustBeOpen();
  if (tournament.isOfficial()) {
    throw conflict(
      "tournament-official",
      `${event.name} is official: it was held, and is neither moved nor cancelled any more.`,
    );
  }
  const entries = await countEntries(work, id);
  if (entries === 0) return;
  const boats = entries === 1 ? "1 boat stands" : `${entries} boats stand`;
  throw conflict(
    "tournament-has-entries",
    `${boats} in the book of ${event.name}. Take payments back and delete the boats first: sabc results delete ${id} BOAT.`,
    { entries },
  );
}
