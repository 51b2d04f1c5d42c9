import type { DrawingPace } from "./keeper.ts";

/** Milliseconds. */
export interface BotPace extends DrawingPace {
  /** Between two looks whether a poll looks otherwise. */
  look: number;
  /** Between two comparisons of all that stands in channels with the database, and two tries of what Discord refused. */
  reconcile: number;
  /** Between two tries to become the one bot. */
  turn: number;
  /** After the first failure to reach Discord; doubling, up to five minutes. */
  first: number;
  /** Of the time between two runs that a job asks for: 1 as a rule. */
  jobs: number;
  /** What is being answered may go on so long once the bot is to leave. */
  drain: number;
}

export const usualPace: BotPace = {
  look: 1_000,
  fresh: 2_000,
  apart: 1_000,
  old: 10_000,
  reconcile: 3_600_000,
  turn: 1_000,
  first: 1_000,
  jobs: 1,
  drain: 5_000,
};
