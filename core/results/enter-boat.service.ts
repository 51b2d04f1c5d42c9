import { authorize } from "../actor.ts";
import { DomainError, type Problem } from "../errors.ts";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import type { EntryFacts } from "../tournaments/facts.rules.ts";
import type { Work } from "../work.ts";
import { boatWords } from "./boat-words.rules.ts";
import { type EditBoat, editBoatSchema, type EnterBoat, enterBoatSchema } from "./enter-boat.schemas.ts";
import { type BoatDraft, draftBoat, mustTakeBoats } from "./enter-draft.service.ts";
import type { BoatDoubt } from "./enter-draft.rules.ts";
import { keepBoat } from "./keep-boat.service.ts";
import { recordOverrides } from "./overrides.service.ts";
import { recomputeResults } from "./recompute.service.ts";
import { namesAboard } from "./enter-crew.service.ts";
import { getResults, type ResultsShown } from "./results.service.ts";

/** A boat that is in the book now, and how the tournament stands with it. */
export interface BoatEntered {
  entry: number;
  boatNumber: number | null;
  /** `Boat 7: Ann Lee + Bob Cruz, 5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb, big 5.10` */
  words: string;
  /** Who was made a guest by it. */
  guests: AnglerRef[];
  /** What was accepted although it is hardly right. */
  accepted: string[];
  results: ResultsShown;
}

/**
 * Takes one boat of the weigh-in line, or one buy-in, whole or not at all: who is aboard with new guests, what they
 * weighed, and what follows for the results. What cannot be, and what is hardly right and not accepted, is refused with
 * the field it is about. The scales must be open; an official tournament needs a reason.
 */
export async function enterBoat(work: Work, input: EnterBoat): Promise<BoatEntered> {
  const said = enterBoatSchema.parse(input);
  authorize(work, "enterBoat", { roles: ["weighmaster"], reason: said.reason ?? said.override ?? null });
  return keep(work, { draft: await draftBoat(work, { said, lock: "tournament" }), said });
}

/** Says a boat of the book anew: its number, who is aboard, what it weighed that day. As strict as entering it. */
export async function editBoat(work: Work, input: EditBoat): Promise<BoatEntered> {
  const { entry, ...said } = editBoatSchema.parse(input);
  authorize(work, "editBoat", { roles: ["weighmaster"], reason: said.reason ?? said.override ?? null });
  return keep(work, { draft: await draftBoat(work, { said, edits: entry, lock: "tournament" }), said });
}

/** What entering would say to it, without entering: to hear it before the rest is typed. */
export interface BoatChecked {
  problems: Problem[];
  doubts: BoatDoubt[];
}

/** Checks what was said so far of a boat; of a boat in the book, `edits` is its entry's id. */
export async function checkBoat(
  work: Work,
  { boat, edits }: { boat: EnterBoat; edits?: number },
): Promise<BoatChecked> {
  const said = enterBoatSchema.parse(boat);
  const { problems, doubts } = await draftBoat(work, {
    said,
    lock: "none",
    ...(edits === undefined ? {} : { edits }),
  });
  return { problems, doubts };
}

async function keep(
  work: Work,
  { draft, said }: { draft: BoatDraft; said: ReturnType<typeof enterBoatSchema.parse> },
): Promise<BoatEntered> {
  mustTakeBoats(draft, said);
  if (draft.problems.length > 0) throw impossible(draft);
  if (draft.doubts.length > 0) throw doubtful(draft);
  const { tournament, entry, guests } = draft;
  const { tournamentId, seasonId, firstDay, facts } = tournament;
  const id = await keepBoat(work, {
    tournamentId,
    firstDay,
    entry,
    guests,
    said,
    paper: facts.changes.paper,
  });
  const name = entry.boatNumber === null ? "" : `Boat ${entry.boatNumber}: `;
  recordOverrides(work, {
    tournamentId,
    seasonId,
    subject: "entry",
    subjectId: id,
    accepted: draft.accepted.map((doubt) => ({ ...doubt, sentence: `${name}${doubt.sentence}` })),
    decidedBy: said.decidedBy ?? null,
  });
  const { tournaments } = await recomputeResults(work, { tournamentIds: [tournamentId] });
  const { facts: now, rules } = tournaments[0]!;
  const kept = asTyped(
    now.entries.find((one) => one.id === id)!,
    entry,
  );
  const naming = await namesAboard(work, { entries: [kept] });
  return {
    entry: id,
    boatNumber: kept.boatNumber,
    words: boatWords(kept, { rules, changes: now.changes, naming }),
    guests: kept.crew
      .filter((_, at) => (entry.crew[at]?.anglerId ?? 0) < 0)
      .map(({ anglerId }) => naming(anglerId)),
    accepted: draft.accepted.map(({ sentence }) => sentence),
    results: await getResults(work, { tournament: tournamentId }),
  };
}

/** Those aboard in the order in which they were said; new guests have their ids now. */
function asTyped(kept: EntryFacts, said: EntryFacts): EntryFacts {
  const stored = kept.crew.filter(({ anglerId }) => !said.crew.some((one) => one.anglerId === anglerId));
  const made = stored.toSorted((one, other) => one.anglerId - other.anglerId).values();
  const crew = said.crew.map(({ anglerId }) =>
    anglerId < 0 ? made.next().value! : kept.crew.find((one) => one.anglerId === anglerId)!,
  );
  return { ...kept, crew };
}

function impossible({ problems, clashes, entry }: BoatDraft): DomainError {
  const [first] = problems;
  const sentence =
    problems.length === 1
      ? first!.reason
      : `${nameOf(entry)} cannot be so; nothing was saved. See each problem.`;
  const code = clashes ? "boat-clashes" : "boat-impossible";
  return new DomainError(clashes ? "conflict" : "invalid", { code, sentence, details: { problems } });
}

function doubtful({ doubts }: BoatDraft): DomainError {
  const sentence = `${doubts.map((doubt) => doubt.sentence).join(" ")} If it is so, override it with a reason.`;
  const problems = doubts.map(({ column, sentence: reason }) => ({ column, reason }));
  return new DomainError("invalid", { code: "boat-doubtful", sentence, details: { problems, doubts } });
}

const nameOf = ({ boatNumber, kind }: BoatDraft["entry"]): string =>
  kind === "buy-in" ? "The buy-in" : `Boat ${boatNumber}`;
