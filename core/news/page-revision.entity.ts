import { defineEntity, p } from "@mikro-orm/core";
import type { Actor } from "../actor.ts";

export type PageSlug = "about" | "bylaws" | "join";

// Who saved it follows a merge or is erased; the wording stays.
const revisionsStay = `if tg_op = 'UPDATE' then
    if to_jsonb(new) - array['saved_by_name', 'saved_by_angler_id'] = to_jsonb(old) - array['saved_by_name', 'saved_by_angler_id'] then
      return new;
    end if;
  end if;
  raise exception 'A revision of a page is never changed.'
  using errcode = 'restrict_violation', constraint = 'page_revision_is_never_changed';`;

/** One wording of a club text, in Markdown. The page is its newest; what it said before stays. */
const PageRevisionSchema = defineEntity({
  name: "PageRevision",
  tableName: "page_revision",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    slug: p.text().$type<PageSlug>(),
    revision: p.integer(),
    body: p.text(),
    savedAt: p.datetime().defaultRaw("club_now()"),
    savedByKind: p.text().$type<Actor["kind"]>(),
    savedByName: p.text(),
    /** An id without a foreign key: a wording outlives who saved it. */
    savedByAnglerId: p.integer().strictNullable(),
  },
  uniques: [{ name: "one_page_revision_per_number", properties: ["slug", "revision"] }],
  checks: [
    { name: "page_is_known", expression: "slug in ('about', 'bylaws', 'join')" },
    { name: "page_revision_counts_from_one", expression: "revision >= 1" },
    { name: "page_body_is_filled_in", expression: "body ~ '\\S'" },
    {
      name: "page_saver_is_known",
      expression: "saved_by_kind in ('visitor', 'angler', 'operator', 'clock')",
    },
  ],
  triggers: [
    {
      name: "page_revision_is_never_changed",
      timing: "before",
      events: ["update", "delete"],
      body: revisionsStay,
    },
  ],
});

export class PageRevision extends PageRevisionSchema.class {}
PageRevisionSchema.setClass(PageRevision);
