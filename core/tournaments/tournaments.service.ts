import type { Measure } from "../weight.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import type { Cents } from "../money.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { rulesSchema } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import { readTournamentReference } from "./tournament-reference.rules.ts";
import {
  findNeighbourRows,
  findTournamentDetails,
  findTournamentRows,
  type TournamentDetails,
  type TournamentRow,
} from "./tournament-row.queries.ts";

export type { TournamentState } from "./tournament.entity.ts";

/** One line of a list. `name` is the event's; days are the club's, times its clock (`06:30`). */
export type TournamentSummary = TournamentRow;

/** A tournament with what is fished for there: the season's rules, or the event's own where it says otherwise. */
export interface TournamentShown extends TournamentSummary {
  description: string | null;
  fee: { cents: Cents; per: "angler" | "boat" } | null;
  limit: { fish: number; per: "angler" | "boat" };
  ranked: "angler" | "boat";
  measure: Measure;
  paper: boolean;
  countsForPoints: boolean;
  /** An ISO instant. */
  protestDeadline: string | null;
  cancelled: { on: string; reason: string } | null;
}

/** The tournaments of a season by first day; not-found for a year without a season. */
export async function listTournaments(
  work: Work,
  { season }: { season: number },
): Promise<TournamentSummary[]> {
  const rows = await findTournamentRows(work, season);
  if (rows === null) throw notFound("season-not-found", `There is no season ${season}.`);
  return rows;
}

/** One tournament by id, day, number in its season (`2026-03`), `next` or `last`. */
export async function getTournament(
  work: Work,
  { reference }: { reference: string },
): Promise<TournamentShown> {
  return showTournament(await resolveTournament(work, { reference }));
}

/** The tournaments before and after one on the calendar, whatever their season. */
export function getTournamentNeighbours(
  work: Work,
  { id }: { id: number },
): Promise<{ previous: TournamentSummary | null; next: TournamentSummary | null }> {
  return findNeighbourRows(work, id);
}

/** Which tournament a reference means, with its stored rules; not-found, or a conflict when several share the day. */
export async function resolveTournament(
  work: Work,
  { reference }: { reference: string | number },
): Promise<TournamentDetails> {
  const read = readTournamentReference(String(reference));
  if (read === null) {
    throw invalid(
      "tournament-reference-not-understood",
      `"${reference}" names no tournament. Give its id, its day (2026-03-22), its number (2026-03), next or last.`,
    );
  }
  const found = await findTournamentDetails(work, read);
  const [first, second] = found;
  if (first === undefined) throw missing(String(reference), read.by);
  if (second !== undefined && second.cancelled === null) {
    const candidates = found.map(({ id, name, firstDay }) => `${id} ${name} (${firstDay})`);
    throw conflict(
      "tournament-ambiguous",
      `Several tournaments are on ${reference}. Name one by its id: ${candidates.join(", ")}.`,
      { candidates },
    );
  }
  return first;
}

/** The read model of a resolved tournament. */
export function showTournament({ rules, changes, ...row }: TournamentDetails): TournamentShown {
  const season = rulesSchema.parse(rules);
  const own = eventChangesSchema.parse(changes);
  const money = own.money ?? season.money;
  return {
    ...row,
    fee: money && { cents: money.fee, per: money.per },
    limit: { fish: own.fishLimit ?? season.limit.fish, per: season.limit.per },
    ranked: season.ranked,
    measure: season.measure,
    paper: own.paper,
    countsForPoints: own.countsForPoints,
  };
}

function missing(reference: string, by: string) {
  const sentences: Record<string, string> = {
    next: "No tournament is ahead. Add one with sabc tournament add, or name one by its day.",
    last: "No tournament has been held yet.",
  };
  return notFound(
    "tournament-not-found",
    sentences[by] ?? `There is no tournament ${reference}. See sabc tournament list.`,
  );
}
