import { defineEntity, p } from "@mikro-orm/core";
import { Poll } from "./poll.entity.ts";

/** What a question of a location poll asks; the ramps asked for depend on the lake. */
export type Asks = "lake" | "ramp" | "hours";

/** One question of a poll. Options of a later one may depend on an option of an earlier one. */
const QuestionSchema = defineEntity({
  name: "Question",
  tableName: "question",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    poll: () => p.manyToOne(Poll).foreignKeyName("question_of_a_poll").deleteRule("restrict"),
    position: p.integer(),
    prompt: p.text(),
    asks: p.text().$type<Asks>().strictNullable(),
    /** The office an election fills with the winner. */
    office: p.text().strictNullable(),
  },
  uniques: [{ name: "one_question_per_position", properties: ["poll", "position"] }],
  checks: [
    { name: "question_counts_from_one", expression: "position >= 1" },
    { name: "question_prompt_is_filled_in", expression: "prompt ~ '\\S'" },
    { name: "question_asks_what_is_known", expression: "asks in ('lake', 'ramp', 'hours')" },
    { name: "question_office_is_filled_in", expression: "office ~ '\\S'" },
  ],
});

export class Question extends QuestionSchema.class {}
QuestionSchema.setClass(Question);
