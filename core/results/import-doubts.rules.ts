import type { Problem } from "../errors.ts";
import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { doubtsAbout, doubtsAboutField } from "../tournaments/plausibility.rules.ts";
import { type BoatState, factsOf, outcomeOf } from "./boat-state.rules.ts";
import { isChanged } from "./changed-rows.rules.ts";
import type { MergedBoat } from "./merge-boats.rules.ts";

/** One tournament with its boats as they shall be. */
export interface MergedTournament {
  tournamentId: number;
  rules: Rules;
  changes: EventChanges;
  /** The stored boats, as they are. */
  stored: readonly BoatState[];
  merged: readonly MergedBoat[];
}

/**
 * What is hardly right in what a file would change, with its line; what stays as it is was accepted before. What may
 * not be overridden comes back as a problem.
 */
export function doubtsOfImport(
  { rules, changes, stored, merged }: MergedTournament,
  guestEvents: ReadonlyMap<number, number>,
): { problems: Problem[]; doubts: Problem[] } {
  const changed = merged.filter(isChanged);
  const touched = new Set(merged.map(({ before }) => before));
  const untouched = stored.filter((boat) => !touched.has(boat));
  const field = [...untouched, ...merged.map(({ after }) => after)].map(factsOf);
  const found = [
    ...changed.flatMap(({ after }) => doubtsAbout(factsOf(after), { rules, changes, guestEvents })),
    ...(changed.length > 0 ? doubtsAboutField(field) : []),
  ];
  const problems: Problem[] = [];
  const doubts = changed.flatMap(({ file }) => file.doubts);
  for (const { code, sentence, overridable, entryId, anglerId, bagId } of found) {
    const boat = merged.find(({ after }) => after.entry.id === entryId);
    const line = boat && lineOf(boat, { anglerId, bagId });
    (overridable ? doubts : problems).push({ line, column: columns[code] ?? "angler", reason: sentence });
  }
  return { problems, doubts };
}

/** How many other events of the year each guest has fished, the file's own included. */
export function guestEventsAround(
  tournamentId: number,
  events: readonly { anglerId: number; tournamentId: number }[],
): Map<number, number> {
  const others = Map.groupBy(
    events.filter((event) => event.tournamentId !== tournamentId),
    ({ anglerId }) => anglerId,
  );
  return new Map([...others].map(([id, own]) => [id, new Set(own.map((one) => one.tournamentId)).size]));
}

/** Who fishes as a guest in these boats. */
export const guestsIn = ({
  tournamentId,
  merged,
}: MergedTournament): { anglerId: number; tournamentId: number }[] =>
  merged.flatMap(({ after: { entry, crew } }) =>
    crew
      .filter((one) => !one.wasMember && entry.kind === "boat" && outcomeOf(entry, one) !== "did-not-fish")
      .map(({ angler: anglerId }) => ({ anglerId, tournamentId })),
  );

function lineOf(
  { file, after }: MergedBoat,
  { anglerId, bagId }: { anglerId: number | null; bagId: number | null },
): number {
  const bag = after.bags.find(({ id }) => id === bagId);
  const weighed = bag && file.bags.find((one) => one.day === bag.day && one.anglerId === bag.angler);
  return weighed?.line ?? file.crew.find((one) => one.anglerId === anglerId)?.line ?? file.line;
}

/** The column a doubt is about. */
const columns: Record<string, string> = {
  "over-limit": "fish",
  "weight-without-fish": "fish",
  "more-dead-than-fish": "dead",
  "more-short-than-fish": "short",
  "big-bass-over-bag": "big_bass",
  "catcher-not-aboard": "caught_by",
  "catcher-without-bass": "caught_by",
  "bag-too-heavy": "weight",
  "mean-too-heavy": "weight",
  "mean-too-light": "weight",
  "boat-number-twice": "boat",
  "buy-in-not-offered": "status",
  "buy-in-with-bag": "status",
  "buy-in-of-guest": "status",
};
