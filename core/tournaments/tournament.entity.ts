import { defineEntity, p } from "@mikro-orm/core";
import { conflict, invalid } from "../errors.ts";
import { Event } from "../events/event.entity.ts";
import { Lake } from "../lakes/lake.entity.ts";
import { Ramp } from "../lakes/ramp.entity.ts";
import type { EventChangesDocument } from "../seasons/event-changes.schemas.ts";
import { Season } from "../seasons/season.entity.ts";
import { ClubTimeColumn } from "../time-column.ts";

/** As stored. That a tournament is cancelled stands on its event. */
export type StoredState = "scheduled" | "weighing" | "provisional" | "official";
export type TournamentState = StoredState | "cancelled";

const ofTournamentEvent = `if not exists (select from event where id = new.event_id and kind = 'tournament') then
  raise exception 'A tournament stands on an event of kind tournament.'
    using errcode = 'check_violation', constraint = 'tournament_event_is_a_tournament';
end if;
return new;`;

/** The competition of a tournament event. */
const TournamentSchema = defineEntity({
  name: "Tournament",
  tableName: "tournament",
  properties: {
    id: p.integer().primary().generated("by default as identity"),
    event: () => p.manyToOne(Event).foreignKeyName("tournament_of_an_event").deleteRule("restrict"),
    season: () => p.manyToOne(Season).foreignKeyName("tournament_of_a_season").deleteRule("restrict"),
    number: p.integer(),
    lake: () =>
      p
        .manyToOne(Lake)
        .strictNullable()
        .foreignKeyName("tournament_on_a_lake")
        .deleteRule("restrict")
        .index("tournament_by_lake"),
    ramp: () =>
      p
        .manyToOne(Ramp)
        .strictNullable()
        .foreignKeyName("tournament_from_a_ramp")
        .deleteRule("restrict")
        .index("tournament_by_ramp"),
    /** The database's own proof that the ramp lies on the lake; never set or read. */
    rampOnLake: () =>
      p
        .manyToOne(Ramp)
        .joinColumns("ramp_id", "lake_id")
        .referencedColumnNames("id", "lake_id")
        .columnTypes("integer", "integer")
        .ownColumns()
        .foreignKeyName("tournament_ramp_is_on_its_lake")
        .deleteRule("restrict")
        .nullable()
        .hydrate(false)
        .hidden(),
    firstCast: p.type(ClubTimeColumn).strictNullable(),
    weighIn: p.type(ClubTimeColumn).strictNullable(),
    state: p.text().$type<StoredState>().default("scheduled"),
    /** What this event changes of the season's rules: a closed list. */
    changes: p
      .json<EventChangesDocument>()
      .onCreate(() => ({}))
      .defaultRaw("'{}'"),
    protestDeadline: p.datetime().strictNullable(),
  },
  uniques: [
    { name: "one_tournament_per_event", properties: ["event"] },
    // Checked at the end, so that a new tournament may push the later ones on.
    {
      name: "one_tournament_per_number_and_season",
      properties: ["season", "number"],
      deferMode: "deferred",
    },
  ],
  checks: [
    { name: "tournament_number_counts_from_one", expression: "number >= 1" },
    {
      name: "tournament_state_is_known",
      expression: "state in ('scheduled', 'weighing', 'provisional', 'official')",
    },
    { name: "tournament_ramp_has_a_lake", expression: "ramp_id is null or lake_id is not null" },
  ],
  triggers: [
    {
      name: "tournament_event_is_a_tournament",
      timing: "before",
      events: ["insert", "update"],
      body: ofTournamentEvent,
    },
  ],
});

export class Tournament extends TournamentSchema.class {
  /** Where it is fished; a ramp of another lake is refused. */
  holdOn({ lake, ramp }: { lake: Lake | null; ramp: Ramp | null }): void {
    if (ramp !== null && ramp.lake !== lake) {
      throw invalid(
        "tournament-ramp-is-on-its-lake",
        `The ramp ${ramp.name} is not on that lake. Choose one of its own.`,
      );
    }
    this.lake = lake;
    this.ramp = ramp;
  }

  /** Only official ones count in season figures. */
  isOfficial(): boolean {
    return this.state === "official";
  }

  isCancelled(): boolean {
    return this.event.isCancelled();
  }

  currentState(): TournamentState {
    return this.isCancelled() ? "cancelled" : this.state;
  }

  /** scheduled → weighing → provisional → official, one step at a time; back one step to correct. */
  moveTo(state: StoredState): void {
    if (this.isCancelled()) {
      throw conflict(
        "tournament-cancelled",
        `${this.event.name} is cancelled; nothing is weighed or decided there.`,
      );
    }
    if (Math.abs(steps.indexOf(state) - steps.indexOf(this.state)) > 1) {
      throw conflict(
        "tournament-step-skipped",
        `${this.event.name} is ${this.state}; it cannot become ${state} at once.`,
      );
    }
    this.state = state;
  }
}
TournamentSchema.setClass(Tournament);

const steps: readonly StoredState[] = ["scheduled", "weighing", "provisional", "official"];
