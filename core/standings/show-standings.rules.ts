import type { Naming } from "../results/names.rules.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import { keepWords, orderWords, raceTitle } from "./race-words.rules.ts";
import type { SeasonTable } from "./season-tables.rules.ts";
import type { StandingRow as TableRow } from "./standing-order.rules.ts";
import type { CountedResult, Race, StandingRow, TournamentColumn } from "./standings-shown.rules.ts";

interface Shown {
  rules: Rules;
  held: TournamentSummary[];
  naming: Naming;
}

/** One table as it is shown: its first `top` rows, or all. */
export function showRace(
  { race, rows }: SeasonTable,
  { top, ...of }: Shown & { top: number | undefined },
): Race {
  return {
    race,
    title: raceTitle(race, of.rules),
    decidedBy: of.rules.season.order[0]!,
    orderWords: orderWords(of.rules),
    keepWords: keepWords(of.rules.season),
    listed: rows.length,
    rows: rows.slice(0, top).map((row) => showRow(row, of)),
  };
}

/** `17` an angler, `17-23` a crew: what the row is called in an address. */
export const keyOf = ({ who }: Pick<TableRow, "who">): string => who.join("-");

/** Wins are shown where the race is about them, or the season has no points to show instead. */
export const winsOf = ({ wins }: TableRow, { points, season }: Rules): number | null =>
  points === null || season.order.includes("wins") ? wins : null;

/** A tournament as the head of a column. */
export const columnOf = ({ id, number, firstDay, lake, state }: TournamentSummary): TournamentColumn => ({
  id,
  number,
  firstDay,
  lake,
  state,
});

function showRow(row: TableRow, { rules, held, naming }: Shown): StandingRow {
  const { place, tied, who, points, totalWeight, events, results } = row;
  const byTournament = new Map(results.map((result) => [result.tournamentId, result]));
  return {
    key: keyOf(row),
    place,
    tied,
    crew: who.map(naming),
    points,
    wins: winsOf(row, rules),
    weight: totalWeight,
    events,
    counted: held.flatMap((tournament) => {
      const result = byTournament.get(tournament.id);
      return result ? [showResult(tournament, result)] : [];
    }),
  };
}

function showResult(
  { id, number, firstDay, lake }: TournamentSummary,
  { place, points, weight, win, outcome, dropped }: TableRow["results"][number],
): CountedResult {
  return {
    tournament: { id, number, firstDay, lake },
    place,
    points,
    weight: weight ?? 0,
    win,
    outcome,
    dropped,
  };
}
