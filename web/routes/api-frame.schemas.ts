import { z } from "zod";

/** What was asked of a list: a page of it. */
export const pageAsked = {
  limit: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(200, "must be at most 200")
    .default(50)
    .meta({ description: "How many at most.", example: 50 }),
  offset: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(0, "must not be below 0")
    .max(1_000_000, "must be at most 1000000")
    .default(0)
    .meta({ description: "How many to leave out from the beginning.", example: 0 }),
};

/** A page of a list, and where the next is. */
export const listOf = <T extends z.ZodType>(item: T, name: string) =>
  z
    .object({
      items: z.array(item),
      total: z.int().meta({ description: "How many there are in all." }),
      limit: z.int(),
      offset: z.int(),
      next: z.string().nullable().meta({ description: "The address of the next page; null on the last." }),
    })
    .meta({ id: `${name}List` });

/** Every answer that is not what was asked for (RFC 9457). */
export const problemAnswer = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: "A word for programs.", example: "season-not-found" }),
    detail: z.string(),
    problems: z
      .array(
        z.looseObject({
          column: z.string().optional(),
          value: z.string().optional(),
          reason: z.string(),
        }),
      )
      .optional(),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
