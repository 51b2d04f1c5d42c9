import { defineEntity, p } from "@mikro-orm/core";
import { Ballot } from "./ballot.entity.ts";
import { Option } from "./option.entity.ts";
import { Question } from "./question.entity.ts";

/**
 * One answer. In a secret poll it belongs to no ballot and carries a receipt that its voter alone was shown; its id is
 * random, so that it tells nothing of the order.
 */
const SelectionSchema = defineEntity({
  name: "Selection",
  tableName: "selection",
  properties: {
    id: p.uuid().primary().defaultRaw("gen_random_uuid()"),
    ballot: () =>
      p.manyToOne(Ballot).strictNullable().foreignKeyName("selection_of_a_ballot").deleteRule("restrict"),
    question: () =>
      p
        .manyToOne(Question)
        .foreignKeyName("selection_answers_a_question")
        .deleteRule("restrict")
        .index("selection_by_question"),
    option: () =>
      p
        .manyToOne(Option)
        .foreignKeyName("selection_of_an_option")
        .deleteRule("restrict")
        .index("selection_by_option"),
    receipt: p.text().strictNullable(),
  },
  uniques: [
    { name: "one_selection_per_ballot_and_question", properties: ["ballot", "question"] },
    { name: "one_selection_per_receipt", properties: ["receipt"] },
  ],
  checks: [
    { name: "selection_is_of_a_ballot_or_secret", expression: "(ballot_id is null) = (receipt is not null)" },
  ],
});

export class Selection extends SelectionSchema.class {}
SelectionSchema.setClass(Selection);
