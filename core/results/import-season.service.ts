import { authorize } from "../actor.ts";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { ColumnChoices } from "../anglers/header.rules.ts";
import { notFound, type Problem } from "../errors.ts";
import { findSeason } from "../seasons/seasons.service.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";
import { importBoats } from "./import-boats.service.ts";
import { waitForOtherImports } from "./import-targets.queries.ts";
import type { TournamentImported } from "./import-results.service.ts";
import { matchNames, type NameChoices } from "./match-names.service.ts";
import { type MadeOfficial, makeAllOfficial } from "./official.service.ts";
import { recomputeResults } from "./recompute.service.ts";
import { readResultsFile } from "./results-file.service.ts";
import { findEvents } from "./season-events.service.ts";
import { groupEvents } from "./season-events.rules.ts";

export interface ImportSeason extends ColumnChoices, NameChoices {
  year: number;
  file: Uint8Array;
  /** Makes the events official where no ruling is missing. */
  official?: boolean | undefined;
  override?: string | undefined;
}

export interface SeasonImported {
  year: number;
  tournaments: (TournamentImported & { made: boolean })[];
  guests: AnglerRef[];
  accepted: Problem[];
  /** What became official, and what waits for what; empty when that was not asked for. */
  official: MadeOfficial;
}

/**
 * Reads a season's results from a CSV, all of it or nothing: makes the events it does not find by name and day, and
 * leaves them provisional, or official where asked for and nothing stands against it. The same file again changes
 * nothing.
 */
export async function importSeason(
  work: Work,
  { year, file, createGuests, map, official, override, ...choices }: ImportSeason,
): Promise<SeasonImported> {
  authorize(work, "importSeason", { roles: ["weighmaster"], reason: override ?? null });
  await waitForOtherImports(work);
  if ((await findSeason(work, { year })) === null) {
    throw notFound(
      "season-not-found",
      `There is no season ${year}. Give it rules first: sabc season rules ${year} --set FILE.`,
    );
  }
  const read = readResultsFile({ file, kind: "season", ...choices });
  const dated = read.rows.filter(({ date, event }) => date !== null && event !== null);
  const { events, problems } = groupEvents(dated, { year });
  problems.unshift(...read.problems);
  const found = await findEvents(work, { year, events, problems });
  const since = events[0]?.firstDay ?? work.today;
  const names = await matchNames(work, {
    rows: read.rows,
    createGuests,
    map,
    since,
    refused: problems.length > 0,
  });
  const { imported, accepted } = await importBoats(work, {
    ...read,
    rows: new Map(found.map(({ id, event }) => [id, names.matched(event.rows)])),
    problems: [...problems, ...names.problems],
    override: override ?? null,
  });
  const changed = imported
    .filter((one) => one.added + one.changed > 0)
    .map(({ tournament }) => tournament.id);
  await closeScales(work, changed);
  const made: MadeOfficial = official
    ? await makeAllOfficial(work, { tournamentIds: found.map(({ id }) => id) })
    : { official: [], waiting: [] };
  await recomputeResults(work, { tournamentIds: changed.filter((id) => !made.official.includes(id)) });
  const isMade = new Set(found.filter((one) => one.made).map(({ id }) => id));
  return {
    year,
    tournaments: imported.map(({ tournament: { id, season, number, name, firstDay }, ...counts }) => ({
      id,
      season,
      number,
      name,
      firstDay,
      ...counts,
      made: isMade.has(id),
    })),
    guests: names.guests,
    accepted,
    official: made,
  };
}

/** Everything of these tournaments is in. */
async function closeScales(work: Work, ids: readonly number[]): Promise<void> {
  const tournaments = await work.em.find(Tournament, { id: { $in: [...ids] } }, { populate: ["event"] });
  for (const tournament of tournaments) {
    for (const step of ["weighing", "provisional"] as const) tournament.moveTo(step);
  }
  await work.em.flush();
}
