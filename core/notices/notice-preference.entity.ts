import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";

/** Whether an angler wants the mails of a category; without a row they do. */
const NoticePreferenceSchema = defineEntity({
  name: "NoticePreference",
  tableName: "notice_preference",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () => p.manyToOne(Angler).foreignKeyName("preference_of_an_angler").deleteRule("restrict"),
    category: p.text(),
    wanted: p.boolean(),
  },
  uniques: [{ name: "one_preference_per_angler_and_category", properties: ["angler", "category"] }],
  checks: [
    {
      name: "preference_category_is_known",
      expression: "category in ('dues', 'events', 'results', 'news', 'polls')",
    },
  ],
});

export class NoticePreference extends NoticePreferenceSchema.class {}
NoticePreferenceSchema.setClass(NoticePreference);
