import { conflict, invalid, type Problem } from "../errors.ts";
import { statusHistories } from "../membership/membership.service.ts";
import { isMemberOn, type StatusRow } from "../membership/status.rules.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { type Rules, rulesSchema } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import type { MatchedRow } from "./boat-rows.rules.ts";
import { lockBoats } from "./boat-state.queries.ts";
import type { BoatState } from "./boat-state.rules.ts";
import { isChanged } from "./changed-rows.rules.ts";
import { seasonClosed } from "./closed-season.rules.ts";
import type { ColumnName } from "./column-names.rules.ts";
import { unreadable } from "../anglers/csv-file.service.ts";
import { readBoats } from "./file-boats.rules.ts";
import type { MergedTournament } from "./import-doubts.rules.ts";
import { findDoubts, type Merging, recordOverride } from "./import-doubts.service.ts";
import { findTargets, type ImportTarget } from "./import-targets.queries.ts";
import { mergeBoats } from "./merge-boats.rules.ts";
import { withStoredDays } from "./stored-days.rules.ts";
import { writeBoats } from "./write-boats.service.ts";

/** What a file says, with its names known: rows by tournament, and what was found wrong so far. */
export interface ImportInput {
  rows: ReadonlyMap<number, readonly MatchedRow[]>;
  columns: ReadonlySet<ColumnName>;
  broken: ReadonlySet<number>;
  problems: readonly Problem[];
  /** Why the doubts are accepted. */
  override: string | null;
}

/** What became of one tournament's boats. */
export interface BoatsImported {
  tournament: ImportTarget;
  added: number;
  changed: number;
  same: number;
}

/**
 * Puts a file's boats into their tournaments: new ones beside those stored, the others as the file says. All or
 * nothing: refused with every problem, or with the doubts that an override would accept.
 */
export async function importBoats(
  work: Work,
  { rows, columns, broken, problems: earlier, override }: ImportInput,
): Promise<{ imported: BoatsImported[]; accepted: Problem[] }> {
  const problems = [...earlier];
  const targets = await findTargets(work, [...rows.keys()]);
  const stored = Map.groupBy(await lockBoats(work, [...rows.keys()]), ({ entry }) => entry.tournament);
  const people = new Set(
    [...rows.values()].flatMap((own) => own.flatMap((row) => [row.anglerId, row.partnerId ?? row.anglerId])),
  );
  const known = [...people].filter((id) => id > 0);
  const histories = await statusHistories(work, { anglerIds: known });
  const rulesOf = rulesReader();
  let made = 0;
  const nextId = () => (made -= 1);

  const tournaments = targets.map((target) => {
    const before = stored.get(target.id) ?? [];
    const tournament = {
      target,
      before,
      rules: rulesOf(target),
      changes: eventChangesSchema.parse(target.changes),
    };
    return mergeTournament(tournament, {
      rows: rows.get(target.id)!,
      columns,
      broken,
      histories,
      nextId,
      problems,
    });
  });
  const doubts = await findDoubts(work, { tournaments, known, problems });
  if (problems.length > 0) throw unreadable([...problems, ...doubts.map(asDoubt)].toSorted(byLine));
  if (doubts.length > 0 && override === null) throw doubtful(doubts.toSorted(byLine));

  const changed = tournaments.map((one) => ({ ...one, boats: one.merged.filter(isChanged) }));
  for (const { target, boats } of changed) if (boats.length > 0) refuseSettled(target);
  await writeBoats(work, { boats: changed.flatMap(({ boats }) => boats) });
  for (const one of changed) if (one.doubts.length > 0) recordOverride(work, { ...one, override: override! });
  return {
    accepted: doubts.toSorted(byLine),
    imported: changed.map(({ target, boats, merged }) => {
      const added = boats.filter(({ before }) => before === null).length;
      return { tournament: target, added, changed: boats.length - added, same: merged.length - boats.length };
    }),
  };
}

function mergeTournament(
  {
    target,
    before,
    rules,
    changes,
  }: {
    target: ImportTarget;
    before: readonly BoatState[];
    rules: Rules;
    changes: MergedTournament["changes"];
  },
  {
    rows,
    columns,
    broken,
    histories,
    nextId,
    problems,
  }: {
    rows: readonly MatchedRow[];
    columns: ReadonlySet<ColumnName>;
    broken: ReadonlySet<number>;
    histories: ReadonlyMap<number, StatusRow[]>;
    nextId: () => number;
    problems: Problem[];
  },
): Merging {
  const fished = {
    ranked: rules.ranked,
    per: rules.limit.per,
    days: target.days,
    measured: changes.paper,
    broken,
  };
  const read = readBoats(withStoredDays(rows, before), fished);
  const { merged, problems: clashes } = mergeBoats(read.boats, {
    tournament: target.id,
    stored: before,
    columns,
    membersThatDay: new Map(
      [...histories].map(([id, history]) => [id, isMemberOn(history, target.firstDay)]),
    ),
    measured: changes.paper,
    nextId,
  });
  problems.push(...read.problems, ...clashes);
  return { tournamentId: target.id, target, rules, changes, stored: before, merged, doubts: [] };
}

function rulesReader(): (target: ImportTarget) => Rules {
  const read = new Map<number, Rules>();
  return ({ seasonId, rules }) => {
    const known = read.get(seasonId) ?? rulesSchema.parse(rules);
    read.set(seasonId, known);
    return known;
  };
}

function refuseSettled({ name, state, cancelled, closed, season }: ImportTarget): void {
  if (cancelled) throw conflict("tournament-cancelled", `${name} is cancelled; nothing is imported into it.`);
  if (closed) throw seasonClosed(season);
  if (state === "official") {
    throw conflict(
      "tournament-official",
      `${name} is official, and the file says otherwise. Correct its results one by one with a reason.`,
    );
  }
}

function doubtful(doubts: Problem[]): Error {
  const count = doubts.length === 1 ? "one thing" : `${doubts.length} things`;
  return invalid(
    "file-doubtful",
    `The file says ${count} that can hardly be; nothing was saved. Mend it, or accept them with --override REASON.`,
    { problems: doubts },
  );
}

const asDoubt = ({ reason, ...problem }: Problem): Problem => ({
  ...problem,
  reason: `${reason} If it is so: --override.`,
});

const byLine = (one: Problem, other: Problem) => (one.line ?? 0) - (other.line ?? 0);
