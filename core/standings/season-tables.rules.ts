import type { Points } from "../points.ts";
import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { Race } from "../seasons/race.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { TournamentSummary } from "../tournaments/tournaments.service.ts";
import { type PlacedField, raceResults, whoKey } from "./race-result.rules.ts";
import type { SeasonFacts } from "./season-total.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";
import { standings } from "./standings.rules.ts";

export interface PlannedTournament extends TournamentSummary {
  changes: EventChanges;
}

/** A season before it is added up. */
export interface SeasonGiven {
  seasonId: number;
  year: number;
  rules: Rules;
  tournaments: PlannedTournament[];
  /** That count for points. */
  planned: PlannedTournament[];
  /** Of these, whose results are in. */
  held: PlannedTournament[];
  meetings: ReadonlyMap<number, number>;
}

/** The table of one race, in order. */
export interface SeasonTable {
  race: Race;
  rows: StandingRow[];
  /** What it was made of: all results of the race, those too that no row lists. */
  facts: SeasonFacts;
}

interface Stored {
  lines: ReadonlyMap<number, PlacedField>;
  names: readonly { id: number; name: string }[];
}

/** The tables of the first of these seasons; each of the others is the one that the season before it starts from. */
export function seasonTables([season, ...earlier]: SeasonGiven[], stored: Stored): SeasonTable[] {
  if (!season) return [];
  const before = seasonTables(earlier, stored);
  const { rules } = season;
  return rules.season.races.map((race) => {
    const facts = factsOf(race, { season, before, stored });
    return { race, facts, rows: standings(race, { rules, season: facts }) };
  });
}

function factsOf(
  race: Race,
  { season, before, stored }: { season: SeasonGiven; before: SeasonTable[]; stored: Stored },
): SeasonFacts {
  return {
    events: eventsOf(season),
    results: season.held.flatMap(({ id }) => {
      const score = stored.lines.get(id);
      return score ? raceResults(race, { tournamentId: id, score, rules: season.rules }) : [];
    }),
    meetings: season.meetings,
    carried: carriedFrom(before.find((table) => table.race === race)),
    names: new Map(stored.names.map(({ id, name }) => [id, name])),
  };
}

const eventsOf = ({ planned, held }: SeasonGiven): SeasonFacts["events"] =>
  planned.map(({ id, changes }) => ({
    tournamentId: id,
    group: changes.group,
    held: held.some((one) => one.id === id),
  }));

function carriedFrom(table: SeasonTable | undefined): ReadonlyMap<string, { points: Points; wins: number }> {
  return new Map(table?.rows.map(({ who, points, wins }) => [whoKey(who), { points: points ?? 0, wins }]));
}
