import { z } from "zod";
import type { Problem } from "../errors.ts";
import { awardSchema, clubSchema } from "./award.schemas.ts";
import { inches, pounds, title, whole, word, yesNo } from "./decimal.schemas.ts";
import { moneySchema } from "./money.schemas.ts";
import { penaltiesSchema, tiesSchema } from "./penalties.schemas.ts";
import { pointsSchema } from "./points.schemas.ts";
import { raceSchema } from "./race.schemas.ts";

/** The rule document of a season: people write decimals, the core reads integers, and every default is written out. */
export const rulesSchema = z
  .strictObject({
    version: z.literal(1, { error: "must be 1" }),
    name: title(),
    /** Who is placed and earns points. */
    ranked: word("angler", "boat"),
    /** What the scales say; a label, the arithmetic is the same. */
    measure: word("weight", "length").default("weight"),
    limit: z.strictObject({
      /** Fish in a full bag per day. */
      fish: whole(1),
      /** Who brings a bag. */
      per: word("angler", "boat"),
      /** Shown at the scales, not computed. */
      minimumLength: inches().nullable().default(null),
    }),
    /** Most aboard. */
    crew: z.literal([1, 2], { error: "must be 1 or 2" }).default(2),
    guests: z
      .strictObject({
        /** A ladder: without a place; takes a place; uses its point value up; scores. */
        rank: word("unplaced", "placed", "use-points", "score").default("score"),
        /** Events a guest may fish in a calendar year; null: any number. */
        eventsPerYear: whole(0).nullable().default(null),
        /** Whether two guests may make a boat. */
        boatOfGuests: yesNo().default(true),
      })
      .prefault({}),
    /** Inches and the pounds they stand for in a paper event. */
    paperChart: z
      .array(z.tuple([inches(), pounds()], { error: "must be a pair of inches and pounds" }))
      .refine((chart) => chart.every(([length], at) => at === 0 || length > chart[at - 1]![0]), {
        error: "must go from shorter to longer",
      })
      .nullable()
      .default(null),
    penalties: penaltiesSchema.prefault({}),
    ties: tiesSchema.prefault({}),
    points: pointsSchema.nullable().default(null),
    season: raceSchema.prefault({}),
    money: moneySchema.nullable().default(null),
    awards: z.array(awardSchema, { error: "must be a list of awards" }).default([]),
    club: clubSchema.prefault({}),
  })
  .superRefine((rules, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (rules.ranked === "angler" && rules.limit.per === "boat") {
      refuse(["limit", "per"], 'must be "angler" where anglers are ranked: each needs a bag');
    }
    if (rules.money?.places?.to === "angler" && rules.limit.per === "boat") {
      refuse(
        ["money", "places", "to"],
        'is "angler", but the boat brings the bag: nobody could say whose place it is',
      );
    }
    if (rules.season.races.length > 0 && rules.season.order.includes("points") && !rules.points) {
      refuse(["season", "order"], 'names "points", but the season has no points');
    }
    if (rules.ranked === "angler" && rules.season.races.includes("crew")) {
      refuse(["season", "races"], 'has "crew", which needs boats to be ranked');
    }
    if (rules.season.races.length === 0 && rules.awards.some(({ by }) => by === "standing")) {
      refuse(["awards"], "has one by standing, but the season has no race");
    }
  });

/** The rules as the core reads them: integers throughout. */
export type Rules = z.output<typeof rulesSchema>;
/** The rules as people write them, and as they are stored. */
export type RulesDocument = z.input<typeof rulesSchema>;

/** Reads a document: the rules, or everything that is wrong with it and where (`column` is the path, "points.place.step"). */
export function checkRules(document: unknown): { rules: Rules } | { problems: Problem[] } {
  const read = rulesSchema.safeParse(document);
  return read.success ? { rules: read.data } : { problems: read.error.issues.map(ruleProblem) };
}

/** The document of these rules with every default written out; reading it again gives the same rules. */
export function writeRules(rules: Rules): RulesDocument {
  return z.encode(rulesSchema, rules);
}

/** JSON Schema of the document, for editors. */
export function rulesJsonSchema(): object {
  return z.toJSONSchema(rulesSchema, { io: "input", unrepresentable: "any" });
}

/** What is wrong in a document of rules, and where: `money.places.split[2]`. */
export function ruleProblem(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}${text && "."}${String(key)}`),
    "",
  );
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => (path ? `${path}.${key}` : key)).join(", ");
    return { column: keys, reason: "is not part of the rules; check the spelling" };
  }
  const block = issue.code === "invalid_type" && issue.expected === "object";
  return { column: path, reason: block ? "must be a block of fields in braces" : issue.message };
}
