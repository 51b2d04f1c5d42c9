import type { EntityManager } from "@mikro-orm/postgresql";
import type { DateTime } from "luxon";
import type { Actor, Deed } from "./actor.ts";

/**
 * One transaction on behalf of one actor: the first argument of every verb. `now` is the database's club time in the
 * club's zone, and `today` the club's date (`2026-03-22`); nothing in the core asks any other clock.
 */
export interface Work {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly now: DateTime<true>;
  readonly today: string;
  /** Set by the first `authorize`; a write without it may not change anything. */
  deed: Deed | null;
}
