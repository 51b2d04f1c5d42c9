import { z } from "zod";
import {
  angler,
  day,
  id,
  measure,
  outcome,
  place,
  points,
  pounds,
  ramp,
  tournamentAnswer,
} from "./api.schemas.ts";

const moment = z.iso.datetime({ offset: true }).meta({
  id: "Moment",
  description: "A moment, with the club's offset.",
  example: "2026-03-22T18:00:00-05:00",
});

const finishSum = {
  events: z.int(),
  wins: z.int(),
  limits: z.int(),
  bestPlace: z.number().nullable(),
  weight: pounds,
  bigBass: pounds.nullable(),
};

export const anglerAnswer = z
  .object({ id, name: angler.shape.name, events: z.int(), wins: z.int() })
  .meta({ id: "Angler" });

export const anglerDetailAnswer = z
  .object({
    ...angler.shape,
    measure: measure.meta({
      description:
        "Of the total; where some seasons weighed fish and some measured them, it is what was weighed.",
    }),
    total: z.object(finishSum),
    seasons: z.array(z.object({ year: z.int(), measure, ...finishSum })),
    finishes: z.array(
      z
        .object({
          tournament: tournamentAnswer,
          partners: z.array(angler),
          outcome,
          place,
          tied: z.boolean(),
          points: points.nullable(),
          measure,
          net: pounds.nullable(),
          fish: z.int().nullable(),
          limit: z.boolean(),
          win: z.boolean(),
          bigBass: pounds.nullable(),
        })
        .meta({ id: "Finish" }),
    ),
  })
  .meta({ id: "AnglerDetail" });

export const lakeAnswer = z
  .object({
    key: z.string(),
    name: z.string(),
    ramps: z.int(),
    tournaments: z.int(),
    lastDay: day.nullable(),
  })
  .meta({ id: "Lake" });

export const lakeDetailAnswer = z
  .object({
    key: z.string(),
    name: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    ramps: z.array(ramp),
    tournaments: z.array(
      z
        .object({
          tournament: tournamentAnswer,
          winners: z.array(z.array(angler)),
          measure,
          winningWeight: pounds.nullable(),
          fished: z.int(),
          limits: z.int(),
          bigBass: pounds.nullable(),
        })
        .meta({ id: "LakeTournament" }),
    ),
  })
  .meta({ id: "LakeDetail" });

export const pollAnswer = z
  .object({
    id,
    kind: z.enum(["location", "choice", "yes-no", "election"]),
    title: z.string(),
    state: z.enum(["scheduled", "open", "closed", "tied", "decided", "cancelled"]),
    opensAt: moment,
    closesAt: moment,
    secret: z.boolean(),
    tournament: z
      .object({ id, season: z.int(), number: z.int(), name: z.string(), firstDay: day })
      .nullable(),
  })
  .meta({ id: "Poll" });
