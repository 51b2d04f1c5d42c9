import { authorize } from "../actor.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { Bag } from "../tournaments/bag.entity.ts";
import { Crew } from "../tournaments/crew.entity.ts";
import { Entry } from "../tournaments/entry.entity.ts";
import type { EntryFacts } from "../tournaments/facts.rules.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import { resolveTournament } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { boatWords } from "./boat-words.rules.ts";
import { seasonClosed } from "./closed-season.rules.ts";
import type { DeleteBoat } from "./enter-boat.schemas.ts";
import { namesAboard } from "./enter-crew.service.ts";
import { loadFacts, type SeasonedTournament } from "./facts.service.ts";
import { recomputeResults } from "./recompute.service.ts";
import { forgetResultLines, lockResults } from "./result-rows.queries.ts";
import { getResults, type ResultsShown } from "./results.service.ts";
import { inLine } from "./weigh-in.rules.ts";

/** A boat that is not in the book any more, and how the tournament stands without it. */
export interface BoatDeleted {
  entry: number;
  boatNumber: number | null;
  /** What was there: `Boat 7: Ann Lee + Bob Cruz, 5 fish, 14.95 lb` */
  words: string;
  results: ResultsShown;
}

/**
 * Takes a boat or a buy-in out of a tournament with all it weighed; rulings about it are void. An official tournament
 * needs a reason; a boat that has paid stays.
 */
export async function deleteBoat(work: Work, input: DeleteBoat): Promise<BoatDeleted> {
  authorize(work, "deleteBoat", { roles: ["weighmaster"], reason: input.reason ?? null });
  const { tournament, name, state } = await lockedTournament(work, input.tournament);
  if (state === "official" && !input.reason) {
    throw invalid(
      "reason-required",
      `${name} is official. Say why the boat is deleted now: a reason is needed.`,
    );
  }
  return takeOut(work, {
    tournament,
    entry: await findBoat(work, { input, tournament }),
    reason: input.reason ?? null,
  });
}

/**
 * Takes back what was entered last, or the entry that is named, while the tournament is not official. Not-found where
 * there is nothing to take back.
 */
export async function undoLastBoat(
  work: Work,
  { tournament: reference, entry: asked }: { tournament: string | number; entry?: number | undefined },
): Promise<BoatDeleted> {
  authorize(work, "undoLastBoat", { roles: ["weighmaster"] });
  const { tournament, name, state } = await lockedTournament(work, reference);
  if (state === "official") {
    throw conflict("tournament-official", `${name} is official; a boat is deleted there with a reason.`);
  }
  const { entries } = tournament.facts;
  const entry = asked === undefined ? lastOf(entries) : entries.find(({ id }) => id === asked);
  if (entry === undefined) {
    throw notFound(
      "boat-not-found",
      asked === undefined
        ? "No boat is in yet; there is nothing to undo."
        : "That boat is not in the book any more.",
    );
  }
  return takeOut(work, { tournament, entry, reason: "undone" });
}

async function lockedTournament(work: Work, reference: string | number) {
  const { id, name, state } = await resolveTournament(work, { reference });
  await lockResults(work, [id]);
  const [tournament] = await loadFacts(work, { tournamentIds: [id] });
  if (tournament!.season.closed) throw seasonClosed(tournament!.season.year);
  return { tournament: tournament!, name, state };
}

async function findBoat(
  work: Work,
  { input, tournament }: { input: DeleteBoat; tournament: SeasonedTournament },
): Promise<EntryFacts> {
  const { entries } = tournament.facts;
  if (input.boat !== undefined) {
    const entry = entries.find(({ boatNumber }) => boatNumber === input.boat);
    if (entry) return entry;
    throw notFound("boat-not-found", `There is no boat ${input.boat} in this tournament.`);
  }
  const angler = await resolveAngler(work, { reference: String(input.angler) });
  const entry = entries.find(({ crew }) => crew.some(({ anglerId }) => anglerId === angler.id));
  if (entry) return entry;
  throw notFound("angler-not-aboard", `${angler.name} was in no boat of this tournament.`);
}

const lastOf = (entries: readonly EntryFacts[]): EntryFacts | undefined =>
  inLine(entries).findLast(({ weighInOrder }) => weighInOrder !== null) ??
  entries.toSorted((one, other) => one.id - other.id).at(-1);

async function takeOut(
  work: Work,
  { tournament, entry, reason }: { tournament: SeasonedTournament; entry: EntryFacts; reason: string | null },
): Promise<BoatDeleted> {
  const { tournamentId, rules, facts } = tournament;
  const naming = await namesAboard(work, { entries: [entry] });
  const words = boatWords(entry, { rules, changes: facts.changes, naming });
  await forgetResultLines(work, { entryId: entry.id });
  const crew = await work.em.find(Crew, { entry: entry.id });
  await voidRulings(work, { entryId: entry.id, crewIds: crew.map(({ id }) => id), reason });
  for (const rows of [
    await work.em.find(Bag, { entry: entry.id }),
    crew,
    await work.em.find(Entry, entry.id),
  ]) {
    for (const row of rows) work.em.remove(row);
    await work.em.flush();
  }
  await recomputeResults(work, { tournamentIds: [tournamentId] });
  const results = await getResults(work, { tournament: tournamentId });
  return { entry: entry.id, boatNumber: entry.boatNumber, words, results };
}

async function voidRulings(
  work: Work,
  { entryId, crewIds, reason }: { entryId: number; crewIds: number[]; reason: string | null },
): Promise<void> {
  const rulings = await work.em.find(Ruling, {
    voidedAt: null,
    $or: [
      { subject: "entry" as const, subjectId: entryId },
      { subject: "crew" as const, subjectId: { $in: crewIds } },
    ],
  });
  const because = `The boat was deleted${reason === null ? "" : `: ${reason}`}`;
  for (const ruling of rulings) ruling.void({ at: work.now.toJSDate(), reason: because });
}
