import { defineEntity, p } from "@mikro-orm/core";
import { conflict, invalid } from "../errors.ts";
import { ClubTimeColumn } from "../time-column.ts";
import type { ClubDate } from "../time.ts";

export type EventKind = "tournament" | "meeting" | "holiday" | "other";

const kindStays = `if new.kind <> old.kind then
  raise exception 'An event keeps its kind.'
    using errcode = 'restrict_violation', constraint = 'event_keeps_its_kind';
end if;
return new;`;

/** Something on the club's calendar. A tournament is an event with a competition. */
const EventSchema = defineEntity({
  name: "Event",
  tableName: "event",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    kind: p.text().$type<EventKind>(),
    name: p.text(),
    firstDay: p.date(),
    lastDay: p.date(),
    startsAt: p.type(ClubTimeColumn).strictNullable(),
    endsAt: p.type(ClubTimeColumn).strictNullable(),
    description: p.text().strictNullable(),
    cancelledOn: p.date().strictNullable(),
    cancelReason: p.text().strictNullable(),
    /** Counts what calendars have to be told. */
    revision: p.integer().default(0),
    /** When calendars last had to be told. */
    changedAt: p.datetime().defaultRaw("club_now()"),
  },
  indexes: [{ name: "event_by_day", properties: ["firstDay", "lastDay"] }],
  checks: [
    { name: "event_kind_is_known", expression: "kind in ('tournament', 'meeting', 'holiday', 'other')" },
    { name: "event_name_is_filled_in", expression: "name ~ '\\S'" },
    { name: "event_first_day_comes_first", expression: "first_day <= last_day" },
    { name: "event_starts_before_it_ends", expression: "first_day < last_day or starts_at < ends_at" },
    {
      name: "event_is_cancelled_with_a_reason",
      expression: "(cancelled_on is null) = (cancel_reason is null)",
    },
    { name: "event_revision_counts_up", expression: "revision >= 0" },
  ],
  triggers: [{ name: "event_keeps_its_kind", timing: "before", events: ["update"], body: kindStays }],
});

export class Event extends EventSchema.class {
  isCancelled(): boolean {
    return this.cancelledOn !== null;
  }

  move({ firstDay, lastDay, at }: { firstDay: ClubDate; lastDay: ClubDate; at: Date }): void {
    if (firstDay > lastDay) {
      throw invalid(
        "event-first-day-comes-first",
        `The last day ${lastDay} is before the first, ${firstDay}. Swap them.`,
      );
    }
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.revise({ at });
  }

  cancel({ on, reason, at }: { on: ClubDate; reason: string; at: Date }): void {
    if (this.isCancelled()) throw conflict("event-already-cancelled", `${this.name} is cancelled already.`);
    this.cancelledOn = on;
    this.cancelReason = reason;
    this.revise({ at });
  }

  restore({ at }: { at: Date }): void {
    if (!this.isCancelled()) throw conflict("event-not-cancelled", `${this.name} is not cancelled.`);
    this.cancelledOn = null;
    this.cancelReason = null;
    this.revise({ at });
  }

  /** Tells calendars that something they show has changed. */
  revise({ at }: { at: Date }): void {
    this.revision += 1;
    this.changedAt = at;
  }
}
EventSchema.setClass(Event);
