import { defineEntity, p } from "@mikro-orm/core";
import { Tournament } from "../tournaments/tournament.entity.ts";

export type PollKind = "location" | "choice" | "yes-no" | "election";
/** Whether counts are shown while the poll is open. Turnout always is. */
export type PollTotals = "after-close" | "live";
export type PollDecision = "plurality" | "majority";
/** Who decides between options with equally many ballots. */
export type PollTie = "president" | "coin";

/** A question put to the members. What state it is in follows from the clock and from what was counted. */
const PollSchema = defineEntity({
  name: "Poll",
  tableName: "poll",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    kind: p.text().$type<PollKind>(),
    title: p.text(),
    /** Markdown; of a bylaw poll the text voted on. */
    description: p.text().strictNullable(),
    /** Whose lake, ramp and hours a location poll sets. */
    tournament: () =>
      p
        .manyToOne(Tournament)
        .strictNullable()
        .foreignKeyName("poll_about_a_tournament")
        .deleteRule("restrict")
        .index("poll_by_tournament"),
    /** The year whose officers an election chooses. */
    year: p.integer().strictNullable(),
    opensAt: p.datetime(),
    closesAt: p.datetime(),
    secret: p.boolean().default(false),
    bylaw: p.boolean().default(false),
    totals: p.text().$type<PollTotals>().default("after-close"),
    decision: p.text().$type<PollDecision>().default("plurality"),
    tie: p.text().$type<PollTie>(),
    madeAt: p.datetime().defaultRaw("club_now()"),
    cancelledAt: p.datetime().strictNullable(),
    cancelReason: p.text().strictNullable(),
    /** When the ballots were counted, once and for all unless an officer reopens it. */
    talliedAt: p.datetime().strictNullable(),
    /** When the winners were applied; a tie waits for its ruling. */
    decidedAt: p.datetime().strictNullable(),
    /** Frozen at the close: who might have voted, and who did. */
    electorate: p.integer().strictNullable(),
    ballots: p.integer().strictNullable(),
    /** The count, in the form of `tally.rules.ts`, and the SHA-256 of the sorted selections. */
    result: p.json<Record<string, unknown>>().strictNullable().default(null),
    resultHash: p.text().strictNullable(),
    /** Counts its edits and what has to be drawn anew where it is shown. */
    revision: p.integer().default(0),
  },
  uniques: [
    {
      name: "one_location_poll_per_tournament",
      expression: (columns, table, name) =>
        `create unique index "${name}" on ${table.name} (${columns.tournament}) where ${columns.cancelledAt} is null`,
    },
  ],
  indexes: [{ name: "poll_by_close", properties: ["closesAt"] }],
  checks: [
    { name: "poll_kind_is_known", expression: "kind in ('location', 'choice', 'yes-no', 'election')" },
    { name: "poll_title_is_filled_in", expression: "title ~ '\\S'" },
    { name: "poll_opens_before_it_closes", expression: "opens_at < closes_at" },
    {
      name: "location_poll_is_about_a_tournament",
      expression: "(kind = 'location') = (tournament_id is not null)",
    },
    { name: "election_is_for_a_year", expression: "(kind = 'election') = (year is not null)" },
    { name: "secret_poll_hides_its_totals", expression: "not secret or totals = 'after-close'" },
    {
      name: "bylaw_poll_is_yes_or_no",
      expression: "not bylaw or (kind = 'yes-no' and description is not null)",
    },
    { name: "poll_totals_are_known", expression: "totals in ('after-close', 'live')" },
    { name: "poll_decision_is_known", expression: "decision in ('plurality', 'majority')" },
    { name: "poll_tie_is_known", expression: "tie in ('president', 'coin')" },
    {
      name: "poll_is_cancelled_with_a_reason",
      expression: "(cancelled_at is null) = (cancel_reason is null)",
    },
    {
      name: "poll_is_counted_as_a_whole",
      expression:
        "num_nonnulls(tallied_at, electorate, ballots, result, result_hash) in (0, 5) and (decided_at is null or tallied_at is not null)",
    },
    { name: "poll_revision_counts_up", expression: "revision >= 0" },
  ],
});

export class Poll extends PollSchema.class {}
PollSchema.setClass(Poll);
