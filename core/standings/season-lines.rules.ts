import type { Placed, PlacedField } from "./race-result.rules.ts";
import type { ToldAboard, ToldLines, ToldResult } from "./season-lines.queries.ts";

/** What is stored of results, as the races take it, by tournament. */
export function linesByTournament({ results, aboard }: ToldLines): ReadonlyMap<number, PlacedField> {
  const crews = Map.groupBy(aboard, ([entryId]) => entryId);
  const byTournament = Map.groupBy(results, ([tournamentId]) => tournamentId);
  return new Map([...byTournament].map(([id, own]) => [id, fieldOf(own, crews)]));
}

function fieldOf(results: ToldResult[], crews: ReadonlyMap<number, ToldAboard[]>): PlacedField {
  const field: PlacedField = { anglers: [], boats: [] };
  for (const result of results) {
    const [, entryId, anglerId] = result;
    const crew = crews.get(entryId) ?? [];
    if (anglerId === null) field.boats.push(placed(result, crew));
    else
      field.anglers.push(
        placed(
          result,
          crew.filter(([, id]) => id === anglerId),
        ),
      );
  }
  return field;
}

function placed(
  [, , anglerId, member, outcome, place, points, net, bigBass, limit, win]: ToldResult,
  told: ToldAboard[],
): Placed {
  const aboard = told.map(aboardOf);
  const crew = aboard.map((one) => one.anglerId);
  const seat = anglerId === null ? null : (aboard[0]?.seat ?? null);
  const countsFor = countsForOf(told) ?? crew;
  return { crew, countsFor, member, seat, outcome, place, points, net, bigBass, limit, win, aboard };
}

const aboardOf = ([, anglerId, wasMember, seat, , outcome]: ToldAboard): Placed["aboard"][number] => ({
  anglerId,
  wasMember,
  seat,
  outcome,
});

/** With stand-ins replaced, in order of id; null where nobody is one. */
function countsForOf(told: ToldAboard[]): number[] | null {
  if (told.every(([, , , , standsInFor]) => standsInFor === null)) return null;
  return told
    .map(([, anglerId, , , standsInFor]) => standsInFor ?? anglerId)
    .toSorted((one, other) => one - other);
}
