import { defineEntity, p } from "@mikro-orm/core";
import type { Actor } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { conflict } from "../errors.ts";
import type { Cents } from "../money.ts";
import { Entry } from "./entry.entity.ts";

export type PaymentMethod = "cash" | "venmo" | "check";

/** Money taken for an entry. Voided with a reason, never deleted. */
const EntryPaymentSchema = defineEntity({
  name: "EntryPayment",
  tableName: "entry_payment",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    entry: () =>
      p
        .manyToOne(Entry)
        .foreignKeyName("payment_for_an_entry")
        .deleteRule("restrict")
        .index("entry_payment_by_entry"),
    cents: p.integer().$type<Cents>(),
    method: p.text().$type<PaymentMethod>(),
    paidAt: p.datetime().defaultRaw("club_now()"),
    recordedByKind: p.text().$type<Actor["kind"]>(),
    recordedByName: p.text(),
    recordedBy: () =>
      p
        .manyToOne(Angler)
        .strictNullable()
        .foreignKeyName("payment_recorded_by_an_angler")
        .deleteRule("restrict")
        .index("entry_payment_by_recorder"),
    voidedAt: p.datetime().strictNullable(),
    voidReason: p.text().strictNullable(),
  },
  checks: [
    { name: "payment_is_some_money", expression: "cents > 0" },
    { name: "payment_method_is_known", expression: "method in ('cash', 'venmo', 'check')" },
    { name: "payment_is_voided_with_a_reason", expression: "(voided_at is null) = (void_reason is null)" },
    {
      name: "payment_recorder_is_known",
      expression: "recorded_by_kind in ('visitor', 'angler', 'operator', 'clock')",
    },
  ],
});

export class EntryPayment extends EntryPaymentSchema.class {
  void({ at, reason }: { at: Date; reason: string }): void {
    if (this.voidedAt !== null)
      throw conflict("payment-already-voided", `Payment ${this.id} is voided already.`);
    this.voidedAt = at;
    this.voidReason = reason;
  }
}
EntryPaymentSchema.setClass(EntryPayment);
