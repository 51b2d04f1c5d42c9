import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";

export type Status = "guest" | "applicant" | "member" | "former";

/** What an angler is from a day on, until the next row. The first one is a row too. */
const AnglerStatusSchema = defineEntity({
  name: "AnglerStatus",
  tableName: "angler_status",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () => p.manyToOne(Angler).foreignKeyName("status_of_an_angler").deleteRule("restrict"),
    status: p.text().$type<Status>(),
    from: p.date().fieldName("from_day"),
  },
  uniques: [{ name: "one_status_per_angler_and_day", properties: ["angler", "from"] }],
  checks: [{ name: "status_is_known", expression: "status in ('guest', 'applicant', 'member', 'former')" }],
});

export class AnglerStatus extends AnglerStatusSchema.class {}
AnglerStatusSchema.setClass(AnglerStatus);
