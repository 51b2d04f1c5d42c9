import { authorize } from "../actor.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { bagDoubts } from "../tournaments/bag-doubt.rules.ts";
import { Bag } from "../tournaments/bag.entity.ts";
import type { BagFacts, EntryFacts } from "../tournaments/facts.rules.ts";
import type { Work } from "../work.ts";
import { type ResultChanges, withConsequences } from "./consequences.service.ts";
import type { CorrectResult } from "./correct.schemas.ts";
import { lockTournament } from "./lock-tournament.service.ts";
import { recordOverrides } from "./overrides.service.ts";
import { type ScoredTournament, scoreTournaments } from "./recompute.service.ts";

/**
 * Puts a bag right and tells what changes by it: places, points, payouts, pots. An official tournament needs a reason;
 * what its pots paid stays paid. What cannot be right is refused, what is hardly right asks for an override.
 */
export async function correctResult(work: Work, input: CorrectResult): Promise<ResultChanges> {
  authorize(work, "correctResult", {
    roles: ["weighmaster"],
    reason: input.reason ?? input.override ?? null,
  });
  const { id, name, state } = await lockTournament(work, { reference: input.tournament });
  if (state === "cancelled") {
    throw conflict("tournament-cancelled", `${name} is cancelled; it has no results to correct.`);
  }
  if (state === "official" && !input.reason) {
    throw invalid("reason-required", `${name} is official. Say why it is corrected now: a reason is needed.`);
  }
  const [scored] = await scoreTournaments(work, { tournamentIds: [id] });
  const corrected = await correctedBag(work, { input, scored: scored! });
  const accepted = doubt(corrected, { input, scored: scored! });
  const { changes } = await withConsequences(work, {
    tournamentIds: [id],
    change: async () => {
      await keep(work, corrected);
      const { tournamentId, seasonId } = scored!;
      const about = { tournamentId, seasonId, subject: "entry" as const, subjectId: corrected.entry.id };
      recordOverrides(work, { ...about, accepted, decidedBy: input.decidedBy ?? null });
    },
  });
  return changes;
}

interface Corrected {
  entry: EntryFacts;
  /** Id 0: a bag that was not there. */
  bag: BagFacts;
  penaltyReason: string | null | undefined;
}

async function correctedBag(
  work: Work,
  { input, scored }: { input: CorrectResult; scored: ScoredTournament },
): Promise<Corrected> {
  const angler = await resolveAngler(work, { reference: String(input.angler) });
  const entry = scored.facts.entries.find(({ crew }) => crew.some(({ anglerId }) => anglerId === angler.id));
  if (entry === undefined) {
    throw notFound("angler-not-aboard", `${angler.name} was in no boat of this tournament.`);
  }
  const day = input.day ?? 1;
  const own = scored.rules.limit.per === "boat" ? null : angler.id;
  const bag =
    entry.bags.find((one) => one.day === day && one.anglerId === own) ??
    entry.bags.find((one) => one.day === day && one.anglerId === null) ??
    emptyBag({ anglerId: own, day });
  const caughtBy =
    typeof input.caughtBy === "string" || typeof input.caughtBy === "number"
      ? (await resolveAngler(work, { reference: String(input.caughtBy) })).id
      : input.caughtBy;
  const { fish, dead, short, gross, late, otherPenalty, bigBass } = input;
  const said = { fish, dead, short, gross, late, otherPenalty, bigBass, caughtBy };
  const changed = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  // A gross weight is what the scales said, not a net.
  const netOnly = gross === undefined ? bag.netOnly : false;
  return { entry, bag: { ...bag, ...changed, netOnly }, penaltyReason: input.penaltyReason };
}

function doubt(
  { entry, bag }: Corrected,
  { input, scored }: { input: CorrectResult; scored: ScoredTournament },
): { check: string; sentence: string; reason: string }[] {
  const { rules, facts } = scored;
  const doubts = bagDoubts(bag, { entry, rules, changes: facts.changes, guestEvents: new Map() });
  const open = doubts.filter(({ overridable }) => !overridable || !input.override);
  if (open.length === 0) {
    const name = entry.boatNumber === null ? "" : `Boat ${entry.boatNumber}: `;
    return doubts.map(({ code, sentence }) => ({
      check: code,
      sentence: `${name}${sentence}`,
      reason: input.override!,
    }));
  }
  const sentences = open.map(({ sentence }) => sentence);
  const way = open.every(({ overridable }) => overridable) ? " If it is so, override it with a reason." : "";
  throw invalid("bag-implausible", `${sentences.join(" ")}${way}`, {
    problems: open.map(({ code, sentence }) => ({ column: code, reason: sentence })),
  });
}

async function keep(work: Work, { entry, bag, penaltyReason }: Corrected): Promise<void> {
  const { id, anglerId, caughtBy, ...figures } = bag;
  const found = id === 0 ? null : await work.em.findOneOrFail(Bag, id);
  const values = {
    ...figures,
    caughtBy,
    ...(penaltyReason === undefined ? {} : { penaltyReason }),
  };
  if (found === null) work.em.create(Bag, { entry: entry.id, angler: anglerId, ...values });
  else work.em.assign(found, values);
}

const emptyBag = ({ anglerId, day }: { anglerId: number | null; day: number }): BagFacts => ({
  id: 0,
  anglerId,
  day,
  fish: null,
  dead: 0,
  short: 0,
  gross: null,
  netOnly: false,
  late: 0,
  otherPenalty: 0,
  lengths: null,
  bigBass: null,
  caughtBy: null,
});
