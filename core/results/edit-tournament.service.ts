import { authorize } from "../actor.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { editTournament, sayOtherwise, type TournamentEdited } from "../tournaments/edit.service.ts";
import type { EditTournament } from "../tournaments/tournaments.schemas.ts";
import { getTournament } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { type ResultChanges, withConsequences } from "./consequences.service.ts";
import { lockTournament } from "./lock-tournament.service.ts";

/** A tournament that was edited, and the figures that are others by what it says of the rules now. */
export interface TournamentAndFigures extends TournamentEdited {
  figures: ResultChanges;
}

/**
 * Edits a tournament as `editTournament` does, and what it says otherwise than its season; its results are made by that
 * at once. Rehearse it to see which figures change.
 */
export async function editTournamentAndRules(
  work: Work,
  { changes, ...edit }: EditTournament,
): Promise<TournamentAndFigures> {
  authorize(work, "editTournament", { roles: ["weighmaster", "editor"], reason: edit.reason ?? null });
  if (changes === undefined) return { ...(await editTournament(work, edit)), figures: none };
  const { id, changes: before } = await lockTournament(work, { reference: edit.tournament });
  const { changes: figures } = await withConsequences(work, {
    tournamentIds: [id],
    change: () => sayOtherwise(work, { tournament: id, changes, reason: edit.reason }),
  });
  const { changed } = await editTournament(work, { ...edit, tournament: id });
  const tournament = await getTournament(work, { reference: String(id) });
  const { changes: after } = await lockTournament(work, { reference: id });
  return { tournament, changed: changed || !isSame(before, after), figures };
}

const none: ResultChanges = { lines: [], pots: [], stays: [] };

/** Stored documents may leave out what is the season's. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(eventChangesSchema.parse(one)) === JSON.stringify(eventChangesSchema.parse(other));
