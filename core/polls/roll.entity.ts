import { defineEntity, p } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { Poll } from "./poll.entity.ts";

/** Who voted in a secret poll: neither when, nor through what. */
const RollSchema = defineEntity({
  name: "Roll",
  tableName: "roll",
  properties: {
    poll: () =>
      p
        .manyToOne(Poll)
        .primary()
        .foreignKeyName("roll_of_a_poll")
        .deleteRule("restrict")
        .updateRule("no action"),
    angler: () =>
      p
        .manyToOne(Angler)
        .primary()
        .foreignKeyName("roll_names_an_angler")
        .deleteRule("restrict")
        .updateRule("no action")
        .index("roll_by_angler"),
  },
});

export class Roll extends RollSchema.class {}
RollSchema.setClass(Roll);
