import type { Placed, PlacedField } from "./race-result.rules.ts";
import type { SeasonLine } from "./season-lines.queries.ts";

/** What is stored of results, as the races take it, by tournament. */
export function linesByTournament(lines: SeasonLine[]): ReadonlyMap<number, PlacedField> {
  const byTournament = Map.groupBy(lines, ({ tournamentId }) => tournamentId);
  return new Map([...byTournament].map(([id, own]) => [id, fieldOf(own)]));
}

function fieldOf(lines: SeasonLine[]): PlacedField {
  const [anglers, boats] = [true, false].map((ofAnglers) =>
    lines.filter(({ anglerId }) => (anglerId !== null) === ofAnglers).map(placed),
  );
  return { anglers: anglers!, boats: boats! };
}

function placed(line: SeasonLine): Placed {
  const { anglerId, aboard } = line;
  return {
    ...line,
    crew: aboard.map((one) => one.anglerId),
    countsFor: aboard.map((one) => one.standsInFor ?? one.anglerId).toSorted((one, other) => one - other),
    seat: anglerId === null ? null : (aboard[0]?.seat ?? null),
  };
}
