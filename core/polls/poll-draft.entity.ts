import { defineEntity, p } from "@mikro-orm/core";
import { Poll } from "./poll.entity.ts";
import type { CreatePoll } from "./polls.schemas.ts";

/** What was filled in, and the channel it is to stand in; null: the one for polls. */
export interface DraftedPoll {
  poll: CreatePoll;
  channel: string | null;
}

/** A poll that an officer has filled in and looks over before it is made. */
const PollDraftSchema = defineEntity({
  name: "PollDraft",
  tableName: "poll_draft",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    input: p.json<DraftedPoll>(),
    /** What was made of it; null until then. */
    poll: () =>
      p
        .manyToOne(Poll)
        .strictNullable()
        .foreignKeyName("poll_of_a_draft")
        .deleteRule("restrict")
        .index("poll_draft_by_poll"),
    madeAt: p.datetime().defaultRaw("club_now()"),
  },
});

export class PollDraft extends PollDraftSchema.class {}
PollDraftSchema.setClass(PollDraft);
