import { defineEntity, p } from "@mikro-orm/core";
import { announcementLeaseUntil, isOldNews, mostTries, nextTry } from "./delivery.rules.ts";
import type { NoticeState } from "./notice.entity.ts";

/**
 * Something the club says to everybody in a channel, written in the transaction in which it happened and posted later.
 * One for each purpose and occasion, however often the verb runs.
 */
const AnnouncementSchema = defineEntity({
  name: "Announcement",
  tableName: "announcement",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    purpose: p.text(),
    /** What makes it another one of its purpose: `event 17 revision 3`. */
    occasion: p.text(),
    /** What it says, in the shape of its purpose; nothing any more once it is said. */
    facts: p.json<Record<string, unknown>>(),
    state: p.text().$type<NoticeState>().default("waiting"),
    attempts: p.integer().default(0),
    madeAt: p.datetime().defaultRaw("club_now()"),
    /** Not tried before; a try under way moves it ahead, so that one that dies is taken up again. */
    dueAt: p.datetime().defaultRaw("club_now()"),
    sentAt: p.datetime().strictNullable(),
    /** What the last try met with. */
    failure: p.text().strictNullable(),
    /** Where it stands, by Discord's numbers. */
    channel: p.text().strictNullable(),
    message: p.text().strictNullable(),
  },
  uniques: [{ name: "one_announcement_per_purpose_and_occasion", properties: ["purpose", "occasion"] }],
  indexes: [
    {
      name: "announcement_that_waits",
      expression: (columns, table, name) =>
        `create index "${name}" on ${table.name} (${columns.dueAt}) where ${columns.state} = 'waiting'`,
    },
  ],
  checks: [
    { name: "announcement_state_is_known", expression: "state in ('waiting', 'sent', 'failed', 'withheld')" },
    { name: "announcement_attempts_count_up", expression: "attempts >= 0" },
    {
      name: "announcement_stands_where_it_was_sent",
      expression: "num_nonnulls(sent_at, channel, message) = case when state = 'sent' then 3 else 0 end",
    },
  ],
});

export class Announcement extends AnnouncementSchema.class {
  /** A try begins; should it die on the way, another takes it up while Discord still knows the first for the same. */
  take(now: Date): void {
    this.attempts += 1;
    this.dueAt = announcementLeaseUntil(now);
  }

  isWornOut(): boolean {
    return this.attempts >= mostTries;
  }

  /** After days without a bot nobody is told of what is long over. */
  isOld(now: Date): boolean {
    return isOldNews(this.madeAt, now);
  }

  /** Said; nothing of it is kept but where. */
  stand({ channel, message }: { channel: string; message: string }, now: Date): void {
    this.state = "sent";
    this.sentAt = now;
    this.failure = null;
    this.channel = channel;
    this.message = message;
    this.facts = {};
  }

  /** Tried again later, or given up after the last try. */
  postpone(failure: string, now: Date): void {
    const next = nextTry(this.attempts, now);
    if (next === null) return this.fail(failure);
    this.failure = failure;
    this.dueAt = next;
  }

  fail(failure: string): void {
    this.state = "failed";
    this.failure = failure;
  }

  withhold(reason: string): void {
    this.state = "withheld";
    this.failure = reason;
  }
}
AnnouncementSchema.setClass(Announcement);
