interface Numbered {
  firstDay: string;
  /** Null: not numbered yet. */
  number: number | null;
  official: boolean;
}

/**
 * Numbers a season's tournaments from 1 by their day, in the order given where they share one. An official one keeps
 * its number for ever; the others take the numbers left. Answers the numbers in the order of the list.
 */
export function numberTournaments(tournaments: readonly Numbered[]): number[] {
  const kept = new Set(tournaments.filter(({ official }) => official).map(({ number }) => number));
  const numbers = tournaments.map(({ number }) => number ?? 0);
  let next = 1;
  const byDay = tournaments
    .map((tournament, at) => ({ ...tournament, at }))
    .filter(({ official }) => !official)
    .toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : one.firstDay > other.firstDay ? 1 : 0));
  for (const { at } of byDay) {
    while (kept.has(next)) next += 1;
    numbers[at] = next;
    next += 1;
  }
  return numbers;
}
