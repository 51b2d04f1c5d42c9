import { z } from "zod";
import { line, paragraphs } from "../anglers/text.schemas.ts";
import { clubDate } from "../audit/day.schemas.ts";

const title = () => line({ most: 120 });
const body = () => paragraphs({ most: 20_000 });
const priority = () => z.enum(["normal", "high"], { error: "must be normal or high" });
/** Its address, or its number. */
const post = () => line({ most: 120 });

/** News as an editor posts it. */
export const postNewsSchema = z.strictObject({
  title: title(),
  /** Markdown. */
  body: body(),
  priority: priority().optional(),
  /** The last day on which it is news; left out, it stays until it is archived. */
  lastDay: clubDate().optional(),
  /** `none`: the members are not told by mail. */
  mail: z.enum(["members", "none"]).optional(),
});

/** What shall be other than it is. */
export const editNewsSchema = z.strictObject({
  post: post(),
  title: title().optional(),
  body: body().optional(),
  priority: priority().optional(),
  /** Null: until it is archived. */
  lastDay: clubDate().nullable().optional(),
  /** `members`: they are told again, in the new words. */
  mail: z.enum(["members", "none"]).optional(),
  /** The edit it builds on; refused when there was another meanwhile. */
  revision: z
    .int({ error: "must be a whole number such as 2" })
    .nonnegative("must not be negative")
    .optional(),
});

export const archiveNewsSchema = z.strictObject({ post: post() });

/** Which news: what is news today when not said. */
export const listNewsSchema = z.strictObject({
  which: z.enum(["current", "all"]).optional(),
  limit: z
    .int({ error: "must be a whole number from 1 to 200" })
    .min(1, "must be at least 1")
    .max(200, "must be at most 200")
    .optional(),
});

export type PostNews = z.output<typeof postNewsSchema>;
export type EditNews = z.output<typeof editNewsSchema>;
export type ArchiveNews = z.output<typeof archiveNewsSchema>;
export type ListNews = z.output<typeof listNewsSchema>;
