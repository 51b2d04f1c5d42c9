import type { TournamentShown } from "#core/tournaments/tournaments.service.ts";

/** A tournament as its read model shows it, for the tables of commands. */
export const january: TournamentShown = {
  id: 7,
  season: 2025,
  number: 1,
  name: "January",
  firstDay: "2025-01-26",
  lastDay: "2025-01-26",
  state: "provisional",
  lake: { id: 1, key: "travis", name: "Lake Travis" },
  ramp: null,
  firstCast: "07:00",
  weighIn: "15:00",
  description: null,
  protestDeadline: "2025-02-03T00:00:00Z",
  cancelled: null,
  limit: { fish: 5, per: "angler" },
  ranked: "angler",
  measure: "weight",
  paper: false,
  countsForPoints: true,
  fee: { cents: 25_00, per: "angler" },
};
