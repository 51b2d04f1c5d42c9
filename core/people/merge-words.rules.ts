import { anglerPlaces } from "./angler-places.rules.ts";
import type { Mention } from "./angler-rows.queries.ts";
import type { RowChange } from "./row-changes.rules.ts";

/** `3 boats fished in`, one for each table in the order of the list. */
export function movedWords(changes: readonly RowChange[]): string[] {
  return anglerPlaces.flatMap(({ table, key, words: [one, many] }) => {
    // A row that is known by its angler is given up and made anew.
    const moves = ({ before, after }: RowChange) => after !== null && (before !== null || key !== undefined);
    const count = changes.filter((change) => change.table === table && moves(change)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
}

/** What both records had, so that one of it is given up: `role treasurer`. Statuses are told as a history instead. */
export function givenUpWords(changes: readonly RowChange[]): string[] {
  return changes.flatMap(({ table, before, after }) => {
    const place = anglerPlaces.find((one) => one.table === table);
    if (after !== null || !place?.oncePer) return [];
    const values = place.oncePer
      .filter((column) => !column.endsWith("_id"))
      .map((column) => before?.[column]);
    return [[place.words[0], ...values].join(" ")];
  });
}

interface Named {
  id: number;
  name: string;
}

/** One sentence for each tournament both are in: what has to be settled before they can be one. */
export function clashWords(mentions: readonly Mention[], both: readonly Named[]): string[] {
  const nameOf = (id: number): string => {
    const found = both.find((one) => one.id === id);
    return found ? `${found.name} (${id})` : "another";
  };
  const tournaments = Map.groupBy(mentions, ({ tournamentId }) => tournamentId);
  return [...tournaments.values()].map((lines) => {
    const told = lines.map((line) => {
      const stoodIn = line.standsInForId === null ? "" : ` in place of ${nameOf(line.standsInForId)}`;
      return `${nameOf(line.anglerId)} in ${boatOf(line)}${stoodIn}`;
    });
    return `${lines[0]!.tournament} of ${lines[0]!.firstDay}: ${told.join(", ")}.`;
  });
}

export const pollWords = ({ id, title, stand }: { id: number; title: string; stand: boolean }): string =>
  `Poll ${id}, ${title}: both ${stand ? "stand for one office" : "have voted"}.`;

function boatOf({ kind, boatNumber }: Mention): string {
  if (kind === "buy-in") return "a buy-in";
  return boatNumber === null ? "a boat without a number" : `boat ${boatNumber}`;
}
