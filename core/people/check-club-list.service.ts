import type { Work } from "../work.ts";
import { calendarChecks } from "./check-club-calendar.queries.ts";
import {
  find,
  findOrphans,
  findOutOfBounds,
  findSequencesBehind,
  findTwins,
  traced,
} from "./check-club-constraints.queries.ts";
import { entryChecks } from "./check-club-entries.queries.ts";
import {
  findBrokenSeals,
  findMiscountedPolls,
  findUnreadableNotices,
  findUnreadableRules,
} from "./check-club-readings.service.ts";
import { figureChecks } from "./check-club-figures.service.ts";
import { moneyChecks } from "./check-club-money.queries.ts";
import { peopleChecks } from "./check-club-people.queries.ts";
import { driftMend, findDrift, schemaChecks } from "./check-club-schema.queries.ts";
import type { CheckNamed, Finding, SqlCheck } from "./check-club.rules.ts";

/** A check by a function of the core. */
export interface OwnCheck extends CheckNamed {
  find: (work: Work) => Promise<Finding[]>;
}

const byStatement = (checks: SqlCheck[]): OwnCheck[] =>
  checks.map(({ sql, ...check }) => ({ ...check, find: (work) => find(work, sql) }));

const schemaOwn: OwnCheck[] = [
  {
    name: "schema-is-as-described",
    about: "The schema is the one this version describes: tables, constraints, triggers.",
    mend: driftMend,
    level: "wrong",
    find: findDrift,
  },
];

const rowChecks: OwnCheck[] = [
  {
    name: "rows-keep-their-bounds",
    about:
      "Every row is within the bounds its table states: dead ≤ fish, big bass ≤ the bag, first day ≤ last day …",
    mend: traced,
    level: "wrong",
    find: findOutOfBounds,
  },
  {
    name: "no-row-is-an-orphan",
    about: "Every row that names another finds it there.",
    mend: traced,
    level: "wrong",
    find: findOrphans,
  },
  {
    name: "no-row-has-a-twin",
    about: "What may be there once is there once: an office in a year, an alias, a boat's number …",
    mend: traced,
    level: "wrong",
    find: findTwins,
  },
  {
    name: "numbers-are-ahead",
    about: "The next number of every table is free.",
    mend: "Set it: select setval(pg_get_serial_sequence('TABLE', 'id'), max(id)) from TABLE.",
    level: "wrong",
    find: findSequencesBehind,
  },
  ...byStatement(entryChecks),
  ...byStatement(calendarChecks),
  ...byStatement(peopleChecks),
  {
    name: "notices-can-be-written",
    about: "Every notice that waits can be made into its mail.",
    mend: "Nothing is sent of it. Tell the person yourself, and tell those who make sabc.",
    level: "wrong",
    find: findUnreadableNotices,
  },
  ...byStatement(moneyChecks),
  {
    name: "polls-recount",
    about: "A decided poll, counted again, comes to what was announced.",
    mend: "See sabc poll verify; compare with a backup.",
    level: "wrong",
    find: findMiscountedPolls,
  },
  {
    name: "audit-log-verifies",
    about: "Sealed audit records are as they were sealed.",
    mend: "See sabc audit verify; compare with a backup.",
    level: "wrong",
    find: findBrokenSeals,
  },
  {
    name: "rules-can-be-read",
    about: "A season's rules, and what a tournament changes of them, can be read.",
    mend: "Set the season's rules again: sabc season rules YEAR --set.",
    level: "wrong",
    find: findUnreadableRules,
  },
];

/** All checks in the order they are made; a new one is a line in one of the lists. */
export const checks: readonly OwnCheck[] = [
  ...schemaOwn,
  ...byStatement(schemaChecks),
  ...rowChecks,
  ...figureChecks,
];
