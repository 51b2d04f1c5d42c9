import { z } from "zod";

/** How answers of the API are made: what a shape does not name is left out, so nothing is told by accident. */
export const pounds = z
  .int()
  .transform((weight) => weight / 10_000)
  .pipe(z.number())
  .meta({
    id: "Pounds",
    description:
      "Pounds, or inches where the season measures fish (`measure` says so); exact to four decimals.",
    example: 14.5,
  });
export const points = z
  .int()
  .transform((value) => value / 100)
  .pipe(z.number())
  .meta({ id: "Points", description: "Points, up to two decimals.", example: 98.5 });
const cents = z.int().meta({ id: "Cents", description: "US cents.", example: 14_400 });
export const day = z.iso.date().meta({ id: "Day", description: "A day of the club.", example: "2026-03-22" });
const time = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .meta({ id: "Time", description: "A time on the club's clock.", example: "06:30" });
export const id = z.int().positive();
export const place = z
  .number()
  .nullable()
  .meta({ description: "Null: none, or it waits for a ruling. Not whole where the tied share the mean." });

export const angler = z
  .object({ id, name: z.string().meta({ description: "The name they chose to be known by." }) })
  .meta({ id: "AnglerRef" });
const lakeRef = z.object({ key: z.string(), name: z.string() }).meta({ id: "LakeRef" });
export const ramp = z
  .object({ name: z.string(), latitude: z.number().nullable(), longitude: z.number().nullable() })
  .meta({ id: "Ramp" });
const cancelled = z
  .object({ on: day, reason: z.string() })
  .nullable()
  .meta({ description: "Null where it takes place." });

export const outcome = z.enum(["fished", "did-not-fish", "disqualified", "buy-in"]);
const ranked = z.enum(["angler", "boat"]);
export const measure = z
  .enum(["weight", "length"])
  .meta({ id: "Measure", description: "What the weights here are: pounds, or lengths in inches." });

export const seasonAnswer = z
  .object({
    year: z.int(),
    rulesName: z.string(),
    ranked,
    closed: z.boolean(),
    current: z.boolean().meta({ description: "The one that is meant where no year is named." }),
    tournaments: z.int(),
    official: z.int(),
    cancelled: z.int(),
  })
  .meta({ id: "Season" });

export const eventAnswer = z
  .object({
    id,
    kind: z.enum(["tournament", "meeting", "holiday", "other"]),
    name: z.string(),
    firstDay: day,
    lastDay: day,
    startsAt: time.nullable(),
    endsAt: time.nullable(),
    description: z.string().nullable(),
    cancelled,
  })
  .meta({ id: "Event" });

const tournamentShape = {
  id,
  season: z.int(),
  number: z.int().meta({ description: "In its season: 3 of 2026 is called 2026-03." }),
  name: z.string(),
  firstDay: day,
  lastDay: day,
  state: z.enum(["scheduled", "weighing", "provisional", "official", "cancelled"]),
  lake: lakeRef.nullable(),
  ramp: ramp.nullable(),
  firstCast: time.nullable(),
  weighIn: time.nullable(),
};
export const tournamentAnswer = z.object(tournamentShape).meta({ id: "Tournament" });
const tournamentRef = z
  .object({ id, number: z.int(), firstDay: day, lake: lakeRef.nullable() })
  .meta({ id: "TournamentRef" });

export const tournamentDetailAnswer = z
  .object({
    ...tournamentShape,
    description: z.string().nullable(),
    fee: z.object({ cents, per: ranked }).nullable(),
    limit: z.object({ fish: z.int(), per: ranked }),
    ranked,
    measure,
    countsForPoints: z.boolean(),
    protestDeadline: z.iso.datetime({ offset: true }).nullable(),
    cancelled,
  })
  .meta({ id: "TournamentDetail" });

const weighed = {
  place,
  tied: z.boolean(),
  outcome,
  fish: z.int().nullable().meta({ description: "Null: not known." }),
  dead: z.int(),
  gross: pounds.nullable(),
  penalty: pounds.nullable(),
  net: pounds.nullable(),
  bigBass: pounds.nullable(),
  limit: z.boolean(),
  zero: z.boolean(),
  win: z.boolean(),
  points: points.nullable().meta({ description: "Null: none are given, or they wait for a ruling." }),
  payout: cents,
};

export const resultsAnswer = z
  .object({
    tournament: tournamentDetailAnswer,
    final: z.boolean().meta({ description: "False while the figures may still change." }),
    ranked,
    anglers: z.array(
      z
        .object({ angler, member: z.boolean(), boatNumber: z.int().nullable(), ...weighed })
        .meta({ id: "AnglerResult" }),
    ),
    boats: z.array(
      z
        .object({
          boatNumber: z.int().nullable(),
          crew: z.array(z.object({ angler, member: z.boolean(), standsInFor: angler.nullable() })),
          ...weighed,
        })
        .meta({ id: "BoatResult" }),
    ),
    bigBass: z.array(z.object({ weight: pounds, crew: z.array(angler), caughtBy: angler.nullable() })),
    fished: z.int(),
    limits: z.int(),
    zeros: z.int(),
    totalNet: pounds,
    totalFish: z.int().nullable(),
    rulingsNeeded: z.array(
      z.object({ words: z.string(), anglers: z.array(angler), ranking: ranked, place: z.number() }),
    ),
  })
  .meta({ id: "Results" });

export const standingsAnswer = z
  .object({
    season: z.int(),
    rulesName: z.string(),
    ranked,
    measure,
    closed: z.boolean(),
    asOf: day.nullable(),
    official: z.int(),
    planned: z.int(),
    races: z.array(
      z
        .object({
          race: z.enum(["angler", "boater", "co-angler", "crew"]),
          title: z.string(),
          orderWords: z.string(),
          keepWords: z.string(),
          rows: z.array(
            z
              .object({
                key: z.string(),
                place,
                tied: z.boolean(),
                crew: z.array(angler),
                points: points.nullable(),
                wins: z.int().nullable(),
                weight: pounds,
                events: z.int(),
                counted: z.array(
                  z
                    .object({
                      tournament: tournamentRef,
                      place,
                      points: points.nullable(),
                      weight: pounds,
                      win: z.boolean(),
                      outcome,
                      dropped: z.boolean(),
                    })
                    .meta({ id: "CountedResult" }),
                ),
              })
              .meta({ id: "StandingRow" }),
          ),
        })
        .meta({ id: "Race" }),
    ),
  })
  .meta({ id: "Standings" });
