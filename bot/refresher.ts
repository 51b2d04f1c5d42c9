/** What a drawing came to: milliseconds until the next one may be. */
type Draw<Key> = (key: Key) => Promise<number>;

interface Means<Key> {
  draw: Draw<Key>;
  /** Waits so many milliseconds, or less once the signal says so. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds after so many failures in a row. */
  backOff: (failures: number) => number;
  failed: (error: unknown) => void;
}

/**
 * Draws what has changed: at once, one drawing at a time, and what changes meanwhile once more after a pause. However
 * many changes there are, the last one is drawn.
 */
export class Refresher<Key> {
  readonly #means: Means<Key>;
  readonly #changed = new Set<Key>();
  readonly #drawing = new Map<Key, Promise<void>>();
  readonly #hurry = new AbortController();

  constructor(means: Means<Key>) {
    this.#means = means;
  }

  touch(key: Key): void {
    this.#changed.add(key);
    if (this.#drawing.has(key)) return;
    this.#drawing.set(
      key,
      this.#keep(key).finally(() => this.#drawing.delete(key)),
    );
  }

  /** Draws what waits without a pause, and each that fails no more. Nothing is to be touched from then on. */
  async flush(): Promise<void> {
    this.#hurry.abort();
    await Promise.all(this.#drawing.values());
  }

  async #keep(key: Key): Promise<void> {
    const { draw, wait, backOff, failed } = this.#means;
    const { signal } = this.#hurry;
    for (let failures = 0; this.#changed.delete(key);) {
      let pause: number;
      try {
        pause = await draw(key);
        failures = 0;
      } catch (error) {
        failed(error);
        if (signal.aborted) return;
        failures += 1;
        pause = backOff(failures);
        this.#changed.add(key);
      }
      if (!signal.aborted) await wait(pause, signal);
    }
  }
}
