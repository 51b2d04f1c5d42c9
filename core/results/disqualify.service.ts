import { authorize } from "../actor.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { conflict, notFound } from "../errors.ts";
import { Crew } from "../tournaments/crew.entity.ts";
import type { Work } from "../work.ts";
import type { ScoredTournament } from "./recompute.service.ts";

/** Whom a ruling is about: one angler, or a whole boat by those aboard. */
export interface Concerned {
  anglerId: number | null;
  entryId: number;
  crewId: number | null;
  crew: number[];
}

interface About {
  scored: ScoredTournament;
  angler: string | number;
  whole?: "angler" | "boat" | undefined;
  reason: string | null;
}

/** The angler's bag counts for nothing from now on, or the boat's; the partner's own stays. */
export async function disqualify(work: Work, about: About & { reason: string }): Promise<Concerned> {
  authorize(work, "disqualify", { roles: ["weighmaster"] });
  const crew = await findAboard(work, about);
  const whole = about.whole ?? (about.scored.rules.limit.per === "boat" ? "boat" : "angler");
  if (whole === "boat") crew.entry.disqualify(about.reason);
  else {
    crew.outcome = "disqualified";
    crew.reason = about.reason;
  }
  return concerned(crew, { whole, scored: about.scored });
}

/** Officers rule that a disqualified contestant gets what the rules call grace; conflict where they know none. */
export async function grantGrace(work: Work, about: About): Promise<Concerned> {
  authorize(work, "grantGrace", { roles: ["weighmaster"] });
  const { rules, score } = about.scored;
  if (rules.points?.grace === null || rules.points?.grace === undefined) {
    throw conflict(
      "no-grace-in-rules",
      `The rules "${rules.name}" give no points for grace. Set points.grace first.`,
    );
  }
  const crew = await findAboard(work, about);
  const line =
    rules.ranked === "angler"
      ? score.anglers.find(({ anglerId }) => anglerId === crew.angler.id)
      : score.boats.find(({ entryId }) => entryId === crew.entry.id);
  if (line?.outcome !== "disqualified") {
    throw conflict("not-disqualified", "Grace is for the disqualified. Record the disqualification first.");
  }
  if (rules.ranked === "angler") crew.grace = true;
  else {
    // A boat may be disqualified by its scales alone; grace is kept beside the word.
    if (crew.entry.outcome !== "disqualified") crew.entry.disqualify(about.reason ?? "Void bags");
    crew.entry.grace = true;
  }
  return concerned(crew, { whole: rules.ranked, scored: about.scored });
}

async function findAboard(work: Work, { scored, angler }: About): Promise<Crew> {
  const { id, name } = await resolveAngler(work, { reference: String(angler) });
  const crew = await work.em.findOne(
    Crew,
    { tournament: scored.tournamentId, angler: id },
    { populate: ["entry"] },
  );
  if (crew === null) throw notFound("angler-not-aboard", `${name} was in no boat of this tournament.`);
  return crew;
}

function concerned(
  crew: Crew,
  { whole, scored }: { whole: "angler" | "boat"; scored: ScoredTournament },
): Concerned {
  const entry = scored.facts.entries.find(({ id }) => id === crew.entry.id);
  const all = entry?.crew.map(({ anglerId }) => anglerId) ?? [crew.angler.id];
  return {
    anglerId: whole === "angler" ? crew.angler.id : null,
    entryId: crew.entry.id,
    crewId: whole === "angler" ? crew.id : null,
    crew: whole === "angler" ? [crew.angler.id] : all,
  };
}
