import { Limits } from "./limits.ts";
import { Refused } from "./refused.ts";

const allowed = { requests: 3, per: 6_000 };

/** Messages older than an hour take three edits per six seconds and channel, then 30046. */
export class OldEdits {
  readonly #limits: Limits;

  constructor(pace: number) {
    this.#limits = new Limits(pace);
  }

  forget(): void {
    this.#limits.forget();
  }

  take(channel: string): void {
    const { refused, resetAfter } = this.#limits.take(channel, allowed);
    if (!refused) return;
    const refusal = new Refused(30046);
    Object.assign(refusal.body, { retry_after: Number(resetAfter.toFixed(3)), global: false });
    throw refusal;
  }
}
