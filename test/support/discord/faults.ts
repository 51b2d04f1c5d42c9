/** What goes wrong with requests that fit. */
export interface Fault {
  /** `POST /channels/{channel_id}/messages` as Discord's description spells it, or a pattern of that; all when left out. */
  on?: string | RegExp;
  /** How many requests; 1 when left out. */
  times?: number;
  /** Waits so many milliseconds first. */
  delay?: number;
  /** Answers so; without it the request goes its way (after the delay). */
  status?: number;
  /** Discord's code in the answer. */
  code?: number;
  /** Seconds, with 429. */
  retryAfter?: number;
  /** The request does what it asks for, and only then is answered so. */
  when?: "before" | "after";
  /** Hangs up instead of answering. */
  hangUp?: true;
}

/** The faults that a test has ordered, first come, first served. */
export class Faults {
  #ordered: (Fault & { left: number })[] = [];

  order(fault: Fault): void {
    this.#ordered.push({ ...fault, left: fault.times ?? 1 });
  }

  /** Nothing that is still ordered happens. */
  clear(): void {
    this.#ordered = [];
  }

  /** The fault for this request, used up by it. */
  take(request: string): Fault | undefined {
    const fault = this.#ordered.find(
      ({ on, left }) =>
        left > 0 && (on === undefined || (typeof on === "string" ? on === request : on.test(request))),
    );
    if (fault !== undefined) fault.left -= 1;
    return fault;
  }
}
