import { conflict, invalid, notFound, type Problem } from "../errors.ts";
import type { EntryFacts } from "../tournaments/facts.rules.ts";
import { doubtsAbout } from "../tournaments/plausibility.rules.ts";
import { resolveTournament } from "../tournaments/tournaments.service.ts";
import type { TournamentState } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";
import { seasonClosed } from "./closed-season.rules.ts";
import type { BoatSaid } from "./enter-boat.schemas.ts";
import { clashesOf } from "./enter-clashes.rules.ts";
import {
  guestEventsOf,
  type NamedAboard,
  namesAboard,
  resolveCrew,
  statusThatDay,
} from "./enter-crew.service.ts";
import { type BoatDoubt, entryOf, fieldsOf, gapsIn } from "./enter-draft.rules.ts";
import { loadFacts, type SeasonedTournament } from "./facts.service.ts";
import type { Naming } from "./names.rules.ts";
import { lockResults } from "./result-rows.queries.ts";
import { awaitsScales, daysOf, nextBoat, nextOrder } from "./weigh-in.rules.ts";

export interface DraftedTournament extends Omit<SeasonedTournament, "state"> {
  name: string;
  state: TournamentState;
}

/** A boat as it shall be, and everything that speaks against it. */
export interface BoatDraft {
  tournament: DraftedTournament;
  entry: EntryFacts;
  /** Who is to be made a guest. */
  guests: NamedAboard[];
  naming: Naming;
  problems: Problem[];
  /** Whether one of them is that it clashes with what is in the book. */
  clashes: boolean;
  /** What is hardly right, beside what was accepted. */
  doubts: BoatDoubt[];
  /** What was accepted, each with its reason. */
  accepted: (BoatDoubt & { reason: string })[];
}

interface Drafting {
  said: BoatSaid;
  /** The entry that is said anew. */
  edits?: number;
  /** "tournament": it stays as it is until this work ends, so the second of two officers sees what the first saved. */
  lock: "tournament" | "none";
}

/** Lays what was said over what is in the book, and checks all of it. */
export async function draftBoat(work: Work, { said, edits, lock }: Drafting): Promise<BoatDraft> {
  const found = await resolveTournament(work, { reference: said.tournament });
  if (lock === "tournament") await lockResults(work, [found.id]);
  const [loaded] = await loadFacts(work, { tournamentIds: [found.id] });
  const { facts, rules } = loaded!;
  const { per } = rules.limit;
  const crew = await resolveCrew(work, said.crew ?? []);
  const known = findKnown(said, { entries: facts.entries, edits, crew, per });
  const others = facts.entries.filter((entry) => entry !== known);
  const people = said.crew
    ? await statusThatDay(work, { crew, known, firstDay: found.firstDay })
    : (known?.crew ?? []);
  const entry = entryOf(said, {
    known,
    people,
    number: said.kind === "buy-in" ? null : (said.boat ?? known?.boatNumber ?? nextBoat(facts.entries)),
    order: nextOrder(facts.entries),
    per,
    seated: rules.season.races.some((race) => race === "boater" || race === "co-angler"),
    edited: edits !== undefined,
  });
  const naming = await namesAboard(work, { entries: [...others, entry, ...(known ? [known] : [])], crew });
  const clashes = [
    ...clashesOf(said, { entry, known, others, naming, per, edited: edits !== undefined }),
    ...crew.flatMap(nameTaken),
  ];
  const gaps = gapsIn(said, { entry, per, days: daysOf(found) });
  const { impossible, hardly } = await doubtsOf(work, { entry, naming, tournament: loaded! });
  return {
    // As it stands since nobody else changes it: it may have been cancelled while this waited.
    tournament: { ...loaded!, name: found.name, state: loaded!.cancelled ? "cancelled" : loaded!.state },
    entry,
    naming,
    guests: crew.filter(({ guest }) => guest !== null),
    clashes: clashes.length > 0,
    problems: [
      ...clashes,
      ...gaps,
      ...impossible.map(({ column, sentence }) => ({ column, reason: sentence })),
    ],
    ...sifted(hardly, said),
  };
}

/** The entry that is meant: the one to edit, the one with the boat's number, else the one with this crew that waits. */
function findKnown(
  { boat, kind, day }: BoatSaid,
  {
    entries,
    edits,
    crew,
    per,
  }: {
    entries: readonly EntryFacts[];
    edits: number | undefined;
    crew: readonly NamedAboard[];
    per: "angler" | "boat";
  },
): EntryFacts | null {
  if (edits !== undefined) {
    const known = entries.find(({ id }) => id === edits);
    if (known) return known;
    throw notFound("boat-not-found", "That boat is not in the book any more.");
  }
  if (kind === "buy-in") return null;
  if (boat) return entries.find(({ boatNumber }) => boatNumber === boat) ?? null;
  const isTheirs = (entry: EntryFacts) =>
    entry.crew.length === crew.length &&
    entry.crew.every(({ anglerId }) => crew.some(({ id }) => id === anglerId));
  return entries.find((entry) => awaitsScales(entry, { day, per }) && isTheirs(entry)) ?? null;
}

async function doubtsOf(
  work: Work,
  { entry, naming, tournament }: { entry: EntryFacts; naming: Naming; tournament: SeasonedTournament },
): Promise<{ impossible: BoatDoubt[]; hardly: BoatDoubt[] }> {
  const { rules, facts } = tournament;
  const guestEvents = await guestEventsOf(work, { entry, tournament });
  const doubts = doubtsAbout(entry, { rules, changes: facts.changes, guestEvents });
  const told = (overridable: boolean) =>
    fieldsOf(
      doubts.filter((doubt) => doubt.overridable === overridable),
      { entry, nameOf: (id) => naming(id).name },
    );
  return { impossible: told(false), hardly: told(true) };
}

function sifted(
  doubts: readonly BoatDoubt[],
  { accepted, override }: BoatSaid,
): Pick<BoatDraft, "doubts" | "accepted"> {
  const reasonOf = ({ check }: BoatDoubt) =>
    accepted.find((one) => one.check === check)?.reason ?? override ?? null;
  return {
    doubts: doubts.filter((doubt) => reasonOf(doubt) === null),
    accepted: doubts.flatMap((doubt) => {
      const reason = reasonOf(doubt);
      return reason === null ? [] : [{ ...doubt, reason }];
    }),
  };
}

const nameTaken = ({ id, guest, taken }: NamedAboard): Problem[] =>
  guest !== null && taken
    ? [
        {
          column: id === -1 ? "angler" : "partner",
          value: guest,
          reason: `The club knows a ${guest} already. Choose that one, or write the new guest's name in full.`,
        },
      ]
    : [];

/** Whether boats may be entered now; an official tournament needs a reason. */
export function mustTakeBoats({ tournament }: BoatDraft, { reason }: Pick<BoatSaid, "reason">): void {
  const { name, state, tournamentId, season } = tournament;
  if (state === "cancelled")
    throw conflict("tournament-cancelled", `${name} is cancelled; nothing is weighed there.`);
  if (season.closed) throw seasonClosed(season.year);
  if (state === "official" && !reason) {
    throw invalid("reason-required", `${name} is official. Say why it is changed now: a reason is needed.`);
  }
  if (state === "scheduled" || state === "provisional") {
    throw conflict(
      "scales-not-open",
      `${name} is ${state}; its scales are not open. Open them with sabc tournament open ${tournamentId}.`,
    );
  }
}
