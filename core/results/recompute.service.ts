import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import { writeAnglerTotals } from "./angler-totals.queries.ts";
import { loadFacts, type SeasonedTournament } from "./facts.service.ts";
import {
  findResultRows,
  findTournamentsWithResults,
  lockResults,
  replaceResultRows,
} from "./result-rows.queries.ts";
import { countDifferences, type ResultRow, resultRows, tournamentsThatDiffer } from "./result-rows.rules.ts";
import { forgetSeasons } from "./season-awards.queries.ts";
import { writeSeasonSums } from "./season-sums.queries.ts";
import { seasonClosed } from "./closed-season.rules.ts";
import { type PostedPots, postPots } from "./post-pots.service.ts";
import { scoreTournament, type TournamentScore } from "./tournament-score.rules.ts";
import { writeSums } from "./tournament-sums.queries.ts";

/** A tournament with what the rules answer for it. */
export interface ScoredTournament extends SeasonedTournament {
  score: TournamentScore;
}

export interface Recomputed extends PostedPots {
  /** By day. */
  tournaments: ScoredTournament[];
}

/**
 * Writes down again what the rules answer for these tournaments, in the transaction that changed their facts or rules,
 * and what that means for the pots of those that are official. The number of queries does not depend on their number.
 * Figures of a closed season do not change: conflict. The tables and awards that may hang on official results are let
 * go of: `keepFigures` writes them down again.
 */
export async function recomputeResults(
  work: Work,
  { tournamentIds }: { tournamentIds: readonly number[] },
): Promise<Recomputed> {
  if (tournamentIds.length === 0) return { tournaments: [], posted: [], stays: [] };
  await work.em.flush();
  await lockResults(work, tournamentIds);
  const tournaments = await scoreTournaments(work, { tournamentIds });
  const { different } = await writeDown(work, { tournamentIds, rows: rowsOf(tournaments) });
  const closed = tournaments.find(({ tournamentId, season }) => season.closed && different.has(tournamentId));
  if (closed !== undefined) throw seasonClosed(closed.season.year);
  const posted = await postPots(work, { tournaments });
  const official = tournaments.filter(({ state }) => state === "official");
  if ((await sumSeasons(work, official)) > 0 && official.some(({ season }) => season.closed)) {
    await writeAnglerTotals(work);
  }
  const counting = official.map(({ season }) => season.year);
  if (counting.length > 0) await forgetSeasons(work, counting);
  return { tournaments, ...posted };
}

/** What the rules answer for these tournaments, by day; nothing is written. */
export async function scoreTournaments(
  work: Work,
  { tournamentIds }: { tournamentIds: readonly number[] },
): Promise<ScoredTournament[]> {
  const loaded = await loadFacts(work, { tournamentIds });
  return loaded.map((tournament) => ({
    ...tournament,
    score: scoreTournament(tournament.facts, tournament.rules),
  }));
}

/**
 * Makes every line of results again, and their sums, and tells how many were not as the rules say: 0 unless someone
 * changed the copy.
 */
export async function rebuildResults(
  work: Work,
): Promise<{ tournaments: number; results: number; differed: number }> {
  authorize(work, "rebuildResults", { roles: [] });
  const found = await findTournamentsWithResults(work);
  const rebuilt = { tournaments: found.length, results: 0, differed: 0 };
  await lockResults(
    work,
    found.map(({ id }) => id),
  );
  // Season by season: a long history takes longer than a statement may.
  for (const season of Map.groupBy(found, ({ seasonId }) => seasonId).values()) {
    const tournamentIds = season.map(({ id }) => id);
    const scored = await scoreTournaments(work, { tournamentIds });
    const rows = rowsOf(scored);
    const { stored, wrongSums } = await writeDown(work, { tournamentIds, rows });
    rebuilt.results += rows.length;
    rebuilt.differed += countDifferences(stored, rows) + wrongSums + (await sumSeasons(work, scored));
  }
  rebuilt.differed += await writeAnglerTotals(work);
  return rebuilt;
}

/** Writes the lines of the tournaments in which any is different, and what they come to. */
async function writeDown(
  work: Work,
  { tournamentIds, rows }: { tournamentIds: readonly number[]; rows: readonly ResultRow[] },
): Promise<{ stored: ResultRow[]; different: Set<number>; wrongSums: number }> {
  const stored = await findResultRows(work, tournamentIds);
  const different = tournamentsThatDiffer(stored, rows);
  await replaceResultRows(work, {
    tournamentIds: [...different],
    rows: rows.filter(({ tournamentId }) => different.has(tournamentId)),
  });
  return { stored, different, wrongSums: await writeSums(work, tournamentIds) };
}

/** What their seasons come to; a closed one's figures stay, but two records made one follow in what its anglers did. */
async function sumSeasons(work: Work, tournaments: readonly ScoredTournament[]): Promise<number> {
  const seasonIds = new Set(tournaments.map(({ seasonId }) => seasonId));
  return seasonIds.size === 0 ? 0 : writeSeasonSums(work, [...seasonIds]);
}

const rowsOf = (scored: ScoredTournament[]): ResultRow[] =>
  scored.flatMap(({ tournamentId, score }) => resultRows(tournamentId, score));
