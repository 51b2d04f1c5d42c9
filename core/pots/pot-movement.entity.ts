import { defineEntity, p } from "@mikro-orm/core";
import type { Actor } from "../actor.ts";
import type { Cents } from "../money.ts";
import { Season } from "../seasons/season.entity.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";

export type PotMovementKind = "fees" | "payout" | "adjustment" | "kept-by-club";

// Its people follow a merge or are erased; the money stays.
const appendOnly = `if tg_op = 'UPDATE' then
    if to_jsonb(new) - array['recorded_by_name', 'recorded_by_angler_id', 'paid_to'] = to_jsonb(old) - array['recorded_by_name', 'recorded_by_angler_id', 'paid_to'] then
      return new;
    end if;
  end if;
  raise exception 'The pot''s ledger is only ever added to.'
  using errcode = 'restrict_violation', constraint = 'pot_movement_is_never_changed';`;

/**
 * One line of a named pot's ledger, never changed: cents in are positive, out negative. A correction is a reversing
 * line and a new one. Who recorded it is an id without a foreign key, since the line outlives a merge.
 */
const PotMovementSchema = defineEntity({
  name: "PotMovement",
  tableName: "pot_movement",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    pot: p.text(),
    kind: p.text().$type<PotMovementKind>(),
    /** Null for adjustments. */
    tournament: () =>
      p
        .manyToOne(Tournament)
        .strictNullable()
        .foreignKeyName("pot_movement_of_a_tournament")
        .deleteRule("restrict")
        .index("pot_movement_by_tournament"),
    /** The season whose rules name the pot. */
    season: () =>
      p
        .manyToOne(Season)
        .foreignKeyName("pot_movement_in_a_season")
        .deleteRule("restrict")
        .index("pot_movement_by_season"),
    cents: p.integer().$type<Cents>(),
    reverses: () =>
      p
        .manyToOne(PotMovement)
        .strictNullable()
        .foreignKeyName("pot_movement_reverses_another")
        .deleteRule("restrict"),
    reason: p.text().strictNullable(),
    /** Who was paid, by angler: ids without a foreign key, as above. Null in other lines and those of before. */
    paidTo: p.json<number[]>().strictNullable(),
    at: p.datetime().defaultRaw("club_now()"),
    recordedByKind: p.text().$type<Actor["kind"]>(),
    recordedByName: p.text(),
    recordedByAnglerId: p.integer().strictNullable(),
  },
  uniques: [{ name: "pot_movement_is_reversed_once", properties: ["reverses"] }],
  indexes: [{ name: "pot_movement_by_pot", properties: ["pot"] }],
  checks: [
    { name: "pot_is_named", expression: "pot ~ '\\S'" },
    {
      name: "pot_movement_kind_is_known",
      expression: "kind in ('fees', 'payout', 'adjustment', 'kept-by-club')",
    },
    { name: "pot_winners_are_paid", expression: "paid_to is null or kind = 'payout'" },
    { name: "pot_movement_moves_money", expression: "cents <> 0" },
    { name: "pot_adjustment_has_a_reason", expression: "kind <> 'adjustment' or reason is not null" },
    { name: "pot_movement_has_a_tournament", expression: "kind = 'adjustment' or tournament_id is not null" },
    {
      name: "pot_recorder_is_known",
      expression: "recorded_by_kind in ('visitor', 'angler', 'operator', 'clock')",
    },
  ],
  triggers: [
    {
      name: "pot_movement_is_never_changed",
      timing: "before",
      events: ["update", "delete"],
      body: appendOnly,
    },
  ],
});

export class PotMovement extends PotMovementSchema.class {}
PotMovementSchema.setClass(PotMovement);
