/** Numbers that only look drawn by lot: the same words give the same numbers, on every machine and every day. */
export interface Chance {
  /** From 0 up to, but never, 1. */
  next(): number;
  happens(probability: number): boolean;
  between(least: number, most: number): number;
  among<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** Chance that depends on these words alone, so that a change in one place of the demo moves no other. */
export function chanceOf(words: string): Chance {
  const next = mulberry32(hash(words));
  return {
    next,
    happens: (probability) => next() < probability,
    between: (least, most) => least + (most - least) * next(),
    among: (list) => list[Math.floor(next() * list.length)]!,
    shuffled: (list) => shuffle([...list], next),
  };
}

/** Tommy Ettinger's mulberry32, in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over the code units, 32 bits. */
function hash(words: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    value = Math.imul(value ^ words.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}

/** Fisher and Yates, from the end. */
function shuffle<T>(list: T[], next: () => number): T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
  return list;
}
