import { defineEntity, p } from "@mikro-orm/core";
import type { ClubDate } from "../time.ts";

export type NewsPriority = "normal" | "high";

/** News of the club, in Markdown. Archived, never deleted. */
const NewsPostSchema = defineEntity({
  name: "NewsPost",
  tableName: "news_post",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    /** Its address: `spring-banquet`. */
    slug: p.text(),
    title: p.text(),
    body: p.text(),
    priority: p.text().$type<NewsPriority>().default("normal"),
    postedAt: p.datetime().defaultRaw("club_now()"),
    editedAt: p.datetime().strictNullable(),
    /** The last club day on which it is news; null: until it is archived. */
    lastDay: p.date().$type<ClubDate>().strictNullable(),
    archivedAt: p.datetime().strictNullable(),
    /** Counts its edits. */
    revision: p.integer().default(0),
  },
  uniques: [{ name: "one_news_post_per_slug", properties: ["slug"] }],
  indexes: [{ name: "news_post_by_time", properties: ["postedAt"] }],
  checks: [
    { name: "news_slug_is_plain", expression: "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'" },
    { name: "news_title_is_filled_in", expression: "title ~ '\\S'" },
    { name: "news_body_is_filled_in", expression: "body ~ '\\S'" },
    { name: "news_priority_is_known", expression: "priority in ('normal', 'high')" },
    { name: "news_revision_counts_up", expression: "revision >= 0" },
  ],
});

export class NewsPost extends NewsPostSchema.class {}
NewsPostSchema.setClass(NewsPost);
