import type { Naming } from "../results/names.rules.ts";
import type { KeptRace, KeptResult, KeptRow } from "../results/season-standing.entity.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import { keepWords, orderWords, raceTitle } from "./race-words.rules.ts";
import type { StandingRow as TableRow } from "./standing-order.rules.ts";
import type { CountedResult, Race, StandingRow, TournamentColumn } from "./standings-shown.rules.ts";

interface Shown {
  rules: Rules;
  held: TournamentSummary[];
  naming: Naming;
}

/** One table, or the first rows of it, as it is shown. */
export function showRace({ race, listed, rows }: KeptRace, of: Shown): Race {
  return {
    race,
    title: raceTitle(race, of.rules),
    decidedBy: of.rules.season.order[0]!,
    orderWords: orderWords(of.rules),
    keepWords: keepWords(of.rules.season),
    listed,
    rows: rows.map((row) => showRow(row, of)),
  };
}

/** `17` an angler, `17-23` a crew: what the row is called in an address. */
export const keyOf = ({ who }: Pick<TableRow, "who">): string => who.join("-");

/** Wins are shown where the race is about them, or the season has no points to show instead. */
export const winsOf = ({ wins }: Pick<TableRow, "wins">, { points, season }: Rules): number | null =>
  points === null || season.order.includes("wins") ? wins : null;

/** A tournament as the head of a column. */
export const columnOf = ({ id, number, firstDay, lake, state }: TournamentSummary): TournamentColumn => ({
  id,
  number,
  firstDay,
  lake,
  state,
});

function showRow(row: KeptRow, { rules, held, naming }: Shown): StandingRow {
  const { place, tied, who, points, totalWeight, events, results } = row;
  const byTournament = new Map(results.map((result) => [result[0], result]));
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
  [, place, points, weight, win, outcome, dropped]: KeptResult,
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
