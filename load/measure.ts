/** One line of the table: what was measured, how it came out, and what it should stay under. */
export interface Figure {
  what: string;
  figure: string;
  goal: string;
}

export interface Measurement {
  name: string;
  measure: () => Promise<Figure[]>;
}

/** The middle of ten runs, in milliseconds. */
export async function medianOfTen(run: () => Promise<void> | void): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 10; turn += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return ((sorted[4] ?? 0) + (sorted[5] ?? 0)) / 2;
}

export const milliseconds = (time: number): string => `${time.toFixed(0)} ms`;
