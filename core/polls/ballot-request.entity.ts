import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { Poll } from "./poll.entity.ts";

/** A press or a form that was answered: the same one again reports what stands. None are kept of secret polls. */
const BallotRequestSchema = defineEntity({
  name: "BallotRequest",
  tableName: "ballot_request",
  properties: {
    request: p.text().primary(),
    poll: () =>
      p
        .manyToOne(Poll)
        .foreignKeyName("request_in_a_poll")
        .deleteRule("restrict")
        .index("ballot_request_by_poll"),
    angler: () =>
      p
        .manyToOne(Angler)
        .foreignKeyName("request_of_an_angler")
        .deleteRule("restrict")
        .index("ballot_request_by_angler"),
    at: p.datetime().defaultRaw("club_now()"),
  },
});

export class BallotRequest extends BallotRequestSchema.class {}
BallotRequestSchema.setClass(BallotRequest);
