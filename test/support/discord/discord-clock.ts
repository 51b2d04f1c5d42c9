const epoch = 1_420_070_400_000n;

/** The local Discord's time: the machine's, moved as a test says. Ids hold it, windows and ages are measured by it. */
export class DiscordClock {
  #shift = 0;
  #serial = 0n;

  now(): number {
    return Date.now() + this.#shift;
  }

  /** Milliseconds that it is ahead of the machine's clock: who keeps another clock in step sets it by these. */
  get shift(): number {
    return this.#shift;
  }

  /** Makes it that moment: `2026-03-01T23:59:59-06:00`. */
  set(moment: string): void {
    this.advance(Date.parse(moment) - this.now());
  }

  advance(milliseconds: number): void {
    this.#shift += milliseconds;
  }

  /** A new id of 17 to 19 digits that holds the moment in milliseconds. */
  snowflake(at = this.now()): string {
    this.#serial = (this.#serial + 1n) % 4096n;
    return (((BigInt(Math.floor(at)) - epoch) << 22n) | this.#serial).toString();
  }

  iso(at = this.now()): string {
    return new Date(at).toISOString().replace("Z", "000+00:00");
  }
}

/** The moment that an id holds, in milliseconds. */
export const momentOf = (id: string): number => Number((BigInt(id) >> 22n) + epoch);
