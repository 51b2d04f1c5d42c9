import { defineEntity, p } from "@mikro-orm/core";
import { Poll } from "./poll.entity.ts";

/** poll: what members vote on, redrawn to its end · tie: where the deciding officer is asked · result: who won · thread: where they talk. */
export type PostedKind = "poll" | "tie" | "result" | "thread";

/** What of a poll stands in a channel of Discord. The row is there before the message, so that none is posted twice. */
const PostedMessageSchema = defineEntity({
  name: "PostedMessage",
  tableName: "posted_message",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    poll: () => p.manyToOne(Poll).foreignKeyName("posted_message_of_a_poll").deleteRule("restrict"),
    kind: p.text().$type<PostedKind>(),
    channel: p.text(),
    /** Discord's number of the message; null while it is on its way. */
    message: p.text().strictNullable(),
    /** A hash of what is drawn there; another one means it has to be drawn anew. */
    drawn: p.text().strictNullable(),
    postedAt: p.datetime().defaultRaw("club_now()"),
    /** How often it was posted again after somebody deleted it. */
    reposts: p.integer().default(0),
    /** Why it is not posted or drawn any more; null while it is. */
    lost: p.text().strictNullable(),
  },
  uniques: [{ name: "one_posted_message_per_poll_and_kind", properties: ["poll", "kind"] }],
  checks: [
    { name: "posted_message_kind_is_known", expression: "kind in ('poll', 'tie', 'result', 'thread')" },
    { name: "posted_message_channel_is_a_number", expression: "channel ~ '^[0-9]{17,20}$'" },
    { name: "reposts_count_up", expression: "reposts >= 0" },
  ],
});

export class PostedMessage extends PostedMessageSchema.class {}
PostedMessageSchema.setClass(PostedMessage);
