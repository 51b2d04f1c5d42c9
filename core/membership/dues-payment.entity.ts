import { defineEntity, p } from "@mikro-orm/core";
import type { Actor } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { conflict } from "../errors.ts";
import type { Cents } from "../money.ts";
import type { ClubDate } from "../time.ts";

export type DuesMethod = "cash" | "venmo" | "check" | "waived";

/** A year's dues of one member. Voided with a reason, never deleted. */
const DuesPaymentSchema = defineEntity({
  name: "DuesPayment",
  tableName: "dues_payment",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    angler: () =>
      p
        .manyToOne(Angler)
        .foreignKeyName("dues_of_an_angler")
        .deleteRule("restrict")
        .index("dues_payment_by_angler"),
    cents: p.integer().$type<Cents>(),
    method: p.text().$type<DuesMethod>(),
    paidOn: p.date(),
    coversFrom: p.date(),
    coversTo: p.date(),
    /** Why it is not the season's amount. */
    note: p.text().strictNullable(),
    recordedByKind: p.text().$type<Actor["kind"]>(),
    recordedByName: p.text(),
    recordedBy: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("dues_recorded_by_an_angler")
        .deleteRule("restrict")
        .index("dues_payment_by_recorder"),
    voidedAt: p.datetime().strictNullable(),
    voidReason: p.text().strictNullable(),
  },
  indexes: [{ name: "dues_payment_by_span", properties: ["coversFrom", "coversTo"] }],
  checks: [
    { name: "dues_method_is_known", expression: "method in ('cash', 'venmo', 'check', 'waived')" },
    {
      name: "dues_are_paid_or_waived",
      expression: "case when method = 'waived' then cents = 0 else cents > 0 end",
    },
    { name: "dues_cover_a_span", expression: "covers_from <= covers_to" },
    { name: "dues_are_voided_with_a_reason", expression: "(voided_at is null) = (void_reason is null)" },
    {
      name: "dues_recorder_is_known",
      expression: "recorded_by_kind in ('visitor', 'angler', 'operator', 'clock')",
    },
  ],
});

export class DuesPayment extends DuesPaymentSchema.class {
  /** Whether this payment makes its angler current on a day. */
  covers(day: ClubDate): boolean {
    return this.voidedAt === null && this.coversFrom <= day && day <= this.coversTo;
  }

  void({ at, reason }: { at: Date; reason: string }): void {
    if (this.voidedAt !== null)
      throw conflict("dues-already-voided", `Payment ${this.id} is voided already.`);
    this.voidedAt = at;
    this.voidReason = reason;
  }
}
DuesPaymentSchema.setClass(DuesPayment);
