import { defineEntity, p } from "@mikro-orm/core";
import type { Actor } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { conflict } from "../errors.ts";
import { Season } from "../seasons/season.entity.ts";
import { Tournament } from "./tournament.entity.ts";

export type RulingSubject = "season" | "tournament" | "entry" | "crew" | "bag" | "pot" | "poll" | "question";
export type RulingKind = "coin" | "president" | "disqualification" | "grace" | "override" | "award";

/** A decision the rules leave to people: what about, what was decided, by whom, why, when. */
const RulingSchema = defineEntity({
  name: "Ruling",
  tableName: "ruling",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    kind: p.text().$type<RulingKind>(),
    /** What it is about: the table's word and the row's id, so that a ruling outlives its row. */
    subject: p.text().$type<RulingSubject>(),
    subjectId: p.integer(),
    season: () =>
      p
        .manyToOne(Season)
        .strictNullable()
        .foreignKeyName("ruling_in_a_season")
        .deleteRule("restrict")
        .index("ruling_by_season"),
    tournament: () =>
      p
        .manyToOne(Tournament)
        .strictNullable()
        .foreignKeyName("ruling_in_a_tournament")
        .deleteRule("restrict")
        .index("ruling_by_tournament"),
    /** What was decided, in the form its kind needs (the order of the tied, the check set aside, ...). */
    outcome: p.json<Record<string, unknown>>(),
    /** Whom it concerns, where it is one person: the award's winner, the disqualified. */
    angler: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("ruling_about_an_angler")
        .deleteRule("restrict")
        .index("ruling_by_angler"),
    decidedBy: p.text(),
    reason: p.text().strictNullable(),
    at: p.datetime().defaultRaw("club_now()"),
    recordedByKind: p.text().$type<Actor["kind"]>(),
    recordedByName: p.text(),
    recordedBy: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("ruling_recorded_by_an_angler")
        .deleteRule("restrict")
        .index("ruling_by_recorder"),
    voidedAt: p.datetime().strictNullable(),
    voidReason: p.text().strictNullable(),
  },
  indexes: [{ name: "ruling_by_subject", properties: ["subject", "subjectId"] }],
  checks: [
    {
      name: "ruling_kind_is_known",
      expression: "kind in ('coin', 'president', 'disqualification', 'grace', 'override', 'award')",
    },
    {
      name: "ruling_subject_is_known",
      expression: "subject in ('season', 'tournament', 'entry', 'crew', 'bag', 'pot', 'poll', 'question')",
    },
    { name: "ruling_names_who_decided", expression: "decided_by ~ '\\S'" },
    { name: "ruling_is_voided_with_a_reason", expression: "(voided_at is null) = (void_reason is null)" },
    {
      name: "ruling_recorder_is_known",
      expression: "recorded_by_kind in ('visitor', 'angler', 'operator', 'clock')",
    },
  ],
});

export class Ruling extends RulingSchema.class {
  void({ at, reason }: { at: Date; reason: string }): void {
    if (this.voidedAt !== null)
      throw conflict("ruling-already-voided", `Ruling ${this.id} is voided already.`);
    this.voidedAt = at;
    this.voidReason = reason;
  }
}
RulingSchema.setClass(Ruling);
