import { ratio } from "fuzzball";

/** The likeliest of some names of columns, or null where none is like it. */
export function likeliest(name: string, among: readonly string[]): string | null {
  const ranked = among
    .map((other) => ({ other, likeness: ratio(name, other) }))
    .toSorted((one, next) => next.likeness - one.likeness);
  const best = ranked[0];
  return best && best.likeness >= alike ? best.other : null;
}

const alike = 60;
