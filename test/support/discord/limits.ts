import { performance } from "node:perf_hooks";

/** A shade under a second: both sides count from what they saw first, and the bot's request travelled. */
const global = { requests: 50, per: 950 };

interface Counted {
  until: number;
  used: number;
}

/** How a request stands with its limit; refused: wait so many seconds. */
export interface Pace {
  refused: boolean;
  /** Seconds until the window ends. */
  resetAfter: number;
  remaining: number;
}

/** Counts requests in windows of real time, because the client waits in real time. */
export class Limits {
  readonly #windows = new Map<string, Counted>();
  readonly #pace: number;

  /** A pace of 0.1 makes every window but the global one a tenth as long. */
  constructor(pace: number) {
    this.#pace = pace;
  }

  /** Every window begins anew. */
  forget(): void {
    this.#windows.clear();
  }

  /** One more of all requests but first answers: 50 a second. */
  takeGlobal(): Pace {
    return this.#take("global", global);
  }

  take(key: string, { requests, per }: { requests: number; per: number }): Pace {
    return this.#take(key, { requests, per: per * this.#pace });
  }

  #take(key: string, { requests, per }: { requests: number; per: number }): Pace {
    const now = performance.now();
    let counted = this.#windows.get(key);
    if (counted === undefined || counted.until <= now) {
      counted = { until: now + per, used: 0 };
      this.#windows.set(key, counted);
    }
    const refused = counted.used >= requests;
    if (!refused) counted.used += 1;
    return { refused, resetAfter: (counted.until - now) / 1000, remaining: requests - counted.used };
  }
}
