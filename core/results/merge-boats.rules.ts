import type { Problem } from "../errors.ts";
import type { FileAngler, FileBag, FileBoat } from "./boat-rows.rules.ts";
import {
  type BagState,
  type BoatState,
  type CrewState,
  type EntryState,
  outcomeOf,
} from "./boat-state.rules.ts";
import type { ColumnName } from "./column-names.rules.ts";

/** A boat as the file has it, beside what is stored of it: null for a new one. */
export interface MergedBoat {
  file: FileBoat;
  before: BoatState | null;
  after: BoatState;
}

/** What a tournament's file is compared with. */
export interface MergeInto {
  tournament: number;
  stored: readonly BoatState[];
  /** What the file speaks of at all; the rest stays as it is, and so does what a row leaves blank. */
  columns: ReadonlySet<ColumnName>;
  /** By the record: who was a member on the tournament's first day. */
  membersThatDay: ReadonlyMap<number, boolean>;
  measured: boolean;
  /** The next id for a row to be made; below zero until the database gives one. */
  nextId: () => number;
}

/** Finds each of a file's boats among those stored, by who is aboard, and says how each shall be. */
export function mergeBoats(
  boats: readonly FileBoat[],
  into: MergeInto,
): { merged: MergedBoat[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const merged: MergedBoat[] = [];
  const aboard = new Map(
    into.stored.flatMap((boat) => boat.crew.map(({ angler }) => [angler, boat] as const)),
  );
  for (const file of boats) {
    const known = new Set(
      file.crew.map(({ anglerId }) => aboard.get(anglerId)).filter((boat) => boat !== undefined),
    );
    const [before = null] = known;
    const reason = before && whyNotTheSame(file, { before, others: known.size - 1, columns: into.columns });
    if (reason) problems.push({ line: file.line, column: "angler", value: file.crew[0]!.name, reason });
    else if (!before && file.missing.length > 0) problems.push(...file.missing);
    else merged.push({ file, before, after: mergeBoat(file, before, into) });
  }
  return { merged, problems };
}

function whyNotTheSame(
  { crew }: FileBoat,
  { before, others, columns }: { before: BoatState; others: number; columns: ReadonlySet<ColumnName> },
): string | null {
  const buysIn = crew[0]!.status === "buy-in";
  if (columns.has("status") && buysIn !== (before.entry.kind === "buy-in"))
    return `${buysIn ? "A boat" : "A buy-in"} of this angler is recorded already. Delete it first.`;
  if (others > 0) return "Those aboard are recorded in two boats. Delete one first.";
  const sameCrew =
    before.crew.length === crew.length &&
    crew.every(({ anglerId }) => before.crew.some(({ angler }) => angler === anglerId));
  return sameCrew || !(columns.has("boat") || columns.has("partner"))
    ? null
    : "The boat is recorded with another crew. Delete it first, or give the file the same.";
}

function mergeBoat(file: FileBoat, before: BoatState | null, into: MergeInto): BoatState {
  const { tournament, nextId } = into;
  const entry: EntryState = before?.entry ?? {
    ...blank,
    id: nextId(),
    tournament,
    boatNumber: null,
    kind: file.crew[0]!.status === "buy-in" ? "buy-in" : "boat",
    outcome: "fished",
    weighInOrder: null,
  };
  const stored = before?.crew ?? [];
  const added = file.crew.filter(({ anglerId }) => !stored.some(({ angler }) => angler === anglerId));
  const crew = [
    ...stored,
    ...added.map(({ anglerId }, index): CrewState => ({
      ...blank,
      id: nextId(),
      entry: entry.id,
      tournament,
      angler: anglerId,
      berth: stored.length + index + 1,
      wasMember: into.membersThatDay.get(anglerId) ?? false,
      seat: null,
      standsInFor: null,
      outcome: null,
    })),
  ];
  return {
    ...withOutcomes(
      file,
      { entry: mergeEntry(entry, file), crew: crew.map((one) => mergeAboard(one, file)) },
      into.columns,
    ),
    bags: mergeBags(file, { entry, stored: before?.bags ?? [], alone: crew.length === 1, into }),
  };
}

const mergeEntry = (entry: EntryState, file: FileBoat): EntryState => ({
  ...entry,
  boatNumber: file.boatNumber ?? entry.boatNumber,
  publishedPlace: file.publishedPlace ?? entry.publishedPlace,
  publishedPoints: file.publishedPoints ?? entry.publishedPoints,
});

function mergeAboard(one: CrewState, { crew }: FileBoat): CrewState {
  const said = crew.find(({ anglerId }) => anglerId === one.angler);
  if (!said) return one;
  return {
    ...one,
    wasMember: said.member ?? one.wasMember,
    seat: said.seat ?? one.seat,
    standsInFor: said.standsInFor ?? one.standsInFor,
    publishedPlace: said.publishedPlace ?? one.publishedPlace,
    publishedPoints: said.publishedPoints ?? one.publishedPoints,
  };
}

/** What all aboard did stands on the entry; where they differ, each has their own. */
function withOutcomes(
  file: FileBoat,
  { entry, crew }: Omit<BoatState, "bags">,
  columns: ReadonlySet<ColumnName>,
): Omit<BoatState, "bags"> {
  const before = crew.map((one) => ({ outcome: outcomeOf(entry, one), reason: one.reason ?? entry.reason }));
  const now = crew.map((one, index) => {
    const said = file.crew.find(({ anglerId }) => anglerId === one.angler);
    const outcome =
      said && (columns.has("status") || one.id < 0) ? plainOutcome(said) : before[index]!.outcome;
    return { outcome, reason: said?.reason ?? before[index]!.reason };
  });
  if (JSON.stringify(now) === JSON.stringify(before)) return { entry, crew };
  const [first] = now;
  const sameOutcome = now.every(({ outcome }) => outcome === first!.outcome);
  const sameReason = now.every(({ reason }) => reason === first!.reason);
  const outcome = sameOutcome ? first!.outcome : "fished";
  return {
    entry: {
      ...entry,
      outcome,
      grace: entry.grace && outcome === "disqualified",
      reason: sameReason ? first!.reason : null,
    },
    crew: crew.map((one, index) => {
      const own = now[index]!;
      return {
        ...one,
        outcome: sameOutcome || own.outcome === "fished" ? null : own.outcome,
        grace: one.grace && own.outcome === "disqualified",
        reason: sameReason ? null : own.reason,
      };
    }),
  };
}

const plainOutcome = ({ status }: FileAngler) => (status === "buy-in" ? "fished" : status);

function mergeBags(
  file: FileBoat,
  {
    entry,
    stored,
    alone,
    into,
  }: { entry: EntryState; stored: readonly BagState[]; alone: boolean; into: MergeInto },
): BagState[] {
  // One alone aboard owns the boat's common bag, and the boat the bag of one alone.
  const keyOf = (anglerId: number | null, day: number) => `${alone ? "alone" : anglerId} ${day}`;
  const bags = new Map(stored.map((bag) => [keyOf(bag.angler, bag.day), bag]));
  for (const bag of file.bags) {
    const key = keyOf(bag.anglerId, bag.day);
    const before = bags.get(key) ?? newBag(bag, { entry, into });
    bags.set(key, mergeBag(bag, before, into.columns));
  }
  return [...bags.values()];
}

function newBag(bag: FileBag, { entry, into }: { entry: EntryState; into: MergeInto }): BagState {
  const { line: _, anglerId, ...facts } = bag;
  const measured = into.measured || bag.lengths !== null;
  return { ...facts, measured, id: into.nextId(), entry: entry.id, angler: anglerId };
}

function mergeBag(bag: FileBag, before: BagState, columns: ReadonlySet<ColumnName>): BagState {
  const weighed = bag.gross === null ? before : bag;
  return {
    ...before,
    fish: bag.fish ?? before.fish,
    dead: columns.has("dead") || columns.has("alive") ? bag.dead : before.dead,
    short: columns.has("short") ? bag.short : before.short,
    late: columns.has("late") ? bag.late : before.late,
    gross: weighed.gross,
    netOnly: weighed.netOnly,
    otherPenalty: columns.has("penalty") ? bag.otherPenalty : before.otherPenalty,
    penaltyReason: columns.has("penalty") ? bag.penaltyReason : before.penaltyReason,
    bigBass: bag.bigBass ?? before.bigBass,
    caughtBy: bag.caughtBy ?? before.caughtBy,
    lengths: bag.lengths ?? before.lengths,
    measured: before.measured || bag.lengths !== null,
  };
}

/** What nothing was said or ruled about. */
const blank = { grace: false, reason: null, tieRank: null, publishedPlace: null, publishedPoints: null };
