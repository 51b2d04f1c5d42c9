import { z } from "zod";
import { paragraphs } from "../anglers/text.schemas.ts";

/** The club's texts. */
export const pageSlugs = ["about", "bylaws", "join"] as const;

const slug = () => z.enum(pageSlugs, { error: `must be one of ${pageSlugs.join(", ")}` });
const revision = () =>
  z.int({ error: "must be a whole number such as 3" }).nonnegative("must not be negative");

/** A page, as it is or as it was. */
export const showPageSchema = z.strictObject({ slug: slug(), revision: revision().optional() });

export const editPageSchema = z.strictObject({
  slug: slug(),
  /** Markdown. */
  body: paragraphs({ most: 200_000 }),
  /** The revision it builds on; refused when somebody saved another meanwhile. */
  revision: revision().optional(),
});

export type ShowPage = z.output<typeof showPageSchema>;
export type EditPage = z.output<typeof editPageSchema>;
