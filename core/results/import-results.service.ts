import { authorize } from "../actor.ts";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { ColumnChoices } from "../anglers/header.rules.ts";
import type { Problem } from "../errors.ts";
import { openTournament } from "../tournaments/open-tournament.service.ts";
import { resolveTournament } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { importBoats } from "./import-boats.service.ts";
import { waitForOtherImports } from "./import-targets.queries.ts";
import { matchNames, type NameChoices } from "./match-names.service.ts";
import { recomputeResults } from "./recompute.service.ts";
import { readResultsFile } from "./results-file.service.ts";
import { findUnrecorded, type UnrecordedRow } from "./unrecorded.queries.ts";

export interface ImportResults extends ColumnChoices, NameChoices {
  /** By id, day, number in its season, next or last. */
  tournament: string | number;
  file: Uint8Array;
  /** Why what is hardly right is accepted as it is. */
  override?: string | undefined;
}

/** What an import came to. Nothing added and nothing changed: the club knew it all. */
export interface ResultsImported {
  tournament: TournamentImported;
  /** Guests that were made. */
  guests: AnglerRef[];
  /** What was accepted by the override. */
  accepted: Problem[];
  /** Members who count as guests there, only because their record begins after that day. */
  unrecorded: UnrecordedRow[];
}

/** Boats and buy-ins of one tournament that are new, other than they were, or as they were. */
export interface TournamentImported {
  id: number;
  season: number;
  number: number;
  name: string;
  firstDay: string;
  added: number;
  changed: number;
  same: number;
}

/**
 * Reads one tournament's results from a CSV, all of it or nothing: invalid tells every problem with its line. What a
 * file leaves blank, and boats it does not name, stay as they are; the same file again changes nothing.
 */
export async function importResults(
  work: Work,
  { tournament: reference, file, createGuests, map, override, ...choices }: ImportResults,
): Promise<ResultsImported> {
  authorize(work, "importResults", { roles: ["weighmaster"], reason: override ?? null });
  await waitForOtherImports(work);
  const { id, firstDay } = await resolveTournament(work, { reference });
  const { rows, columns, broken, problems } = readResultsFile({ file, kind: "tournament", ...choices });
  const names = await matchNames(work, {
    rows,
    createGuests,
    map,
    since: firstDay,
    refused: problems.length > 0,
  });
  const { imported, accepted } = await importBoats(work, {
    rows: new Map([[id, names.matched(rows)]]),
    columns,
    broken,
    problems: [...problems, ...names.problems],
    override: override ?? null,
  });
  const { tournament, ...counts } = imported[0]!;
  if (counts.added + counts.changed > 0) {
    if (tournament.state === "scheduled") await openTournament(work, { tournament: id });
    await recomputeResults(work, { tournamentIds: [id] });
  }
  const { season, number, name } = tournament;
  return {
    tournament: { id, season, number, name, firstDay, ...counts },
    guests: names.guests,
    accepted,
    unrecorded: await findUnrecorded(work, id),
  };
}
