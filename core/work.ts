import type { EntityManager } from "@mikro-orm/postgresql";
import type { DateTime } from "luxon";
import type { Actor, Deed } from "./actor.ts";

/** What everyone may know of the club itself. */
export interface ClubShown {
  name: string;
  /** `America/Chicago`: every date and clock time is meant there. */
  zone: string;
  contact: string | null;
}

/**
 * One transaction on behalf of one actor: the first argument of every verb. `now` is the database's club time in the
 * club's zone, and `today` the club's date (`2026-03-22`); nothing in the core asks any other clock.
 */
export interface Work {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly now: DateTime<true>;
  readonly today: string;
  /** Null before the club was given a name. */
  club: ClubShown | null;
  /** Set by the first `authorize`; a write without it may not change anything. */
  deed: Deed | null;
}

/** Who asks; or how that is found out, in the transaction of what is asked and as nobody yet. */
export type Who = Actor | ((work: Work) => Promise<Actor>);

/** The door as a verb sees it that needs several transactions: what it tells the world outside stands between them. */
export interface Door {
  read<T>(actor: Actor, verb: (work: Work) => Promise<T>): Promise<T>;
  write<T>(actor: Actor, verb: (work: Work) => Promise<T>): Promise<T>;
}
