import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { conflict } from "../errors.ts";
import { leaseUntil, mostTries, nextTry } from "./delivery.rules.ts";
import { isSecret } from "./notices.rules.ts";

/** Waiting to be sent · sent · failed for good until an officer retries · withheld: no address, or not wanted. */
export type NoticeState = "waiting" | "sent" | "failed" | "withheld";

/**
 * Something the club tells one person, written in the transaction in which it happened and delivered later. One for
 * each purpose, recipient and occasion, however often the verb runs.
 */
const NoticeSchema = defineEntity({
  name: "Notice",
  tableName: "notice",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    /** `dues-reminder`: what its mail is called. */
    purpose: p.text(),
    recipient: () =>
      p
        .manyToOne(Angler)
        .foreignKeyName("notice_to_an_angler")
        .deleteRule("restrict")
        .index("notice_by_recipient"),
    /** What makes it another one of its purpose: `2027`, `event 17 revision 3`. */
    occasion: p.text(),
    /** What the mail says, in the shape of its purpose. */
    facts: p.json<Record<string, unknown>>(),
    state: p.text().$type<NoticeState>().default("waiting"),
    /** How often a server was asked to take it. */
    attempts: p.integer().default(0),
    madeAt: p.datetime().defaultRaw("club_now()"),
    /** Not tried before; a try under way moves it ahead, so that one that dies is taken up again. */
    dueAt: p.datetime().defaultRaw("club_now()"),
    sentAt: p.datetime().strictNullable(),
    /** What the last try met with. */
    failure: p.text().strictNullable(),
    /** Random and never the same: the link that ends such mail; its hash is the Message-ID. */
    token: p.text(),
  },
  uniques: [
    {
      name: "one_notice_per_purpose_recipient_and_occasion",
      properties: ["purpose", "recipient", "occasion"],
    },
    { name: "one_notice_per_token", properties: ["token"] },
  ],
  indexes: [
    {
      name: "notice_that_waits",
      expression: (columns, table, name) =>
        `create index "${name}" on ${table.name} (${columns.dueAt}) where ${columns.state} = 'waiting'`,
    },
  ],
  checks: [
    { name: "notice_state_is_known", expression: "state in ('waiting', 'sent', 'failed', 'withheld')" },
    { name: "notice_attempts_count_up", expression: "attempts >= 0" },
    { name: "notice_is_sent_at_a_time", expression: "(state = 'sent') = (sent_at is not null)" },
  ],
});

export class Notice extends NoticeSchema.class {
  /** A try begins; should it die on the way, another takes the notice up once the lease is over. */
  take(now: Date): void {
    this.attempts += 1;
    this.dueAt = leaseUntil(now);
  }

  /** Whether it was taken as often as it may be: whoever took it last died over it. */
  isWornOut(): boolean {
    return this.attempts >= mostTries;
  }

  accept(now: Date): void {
    this.state = "sent";
    this.sentAt = now;
    this.failure = null;
    this.forget();
  }

  /** A try met with something; tried again later, or given up after the last. */
  postpone(failure: string, now: Date): void {
    const next = nextTry(this.attempts, now);
    if (next === null) return this.fail(failure);
    this.failure = failure;
    this.dueAt = next;
  }

  /** For good, until an officer says otherwise. */
  fail(failure: string): void {
    this.state = "failed";
    this.failure = failure;
    this.forget();
  }

  withhold(reason: string): void {
    this.state = "withheld";
    this.failure = reason;
    this.forget();
  }

  /** What was a secret is not kept once nobody has to be told it any more. */
  forget(): void {
    if (isSecret(this.purpose)) this.facts = {};
  }

  /** As if it were new. What was sent is not sent again. */
  retry(now: Date): void {
    if (this.state === "sent")
      throw conflict("notice-sent", `Notice ${this.id} was sent already and is not sent twice.`);
    this.state = "waiting";
    this.attempts = 0;
    this.dueAt = now;
  }
}
NoticeSchema.setClass(Notice);
