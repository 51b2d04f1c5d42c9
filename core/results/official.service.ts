import { DateTime } from "luxon";
import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import { Ruling } from "../tournaments/ruling.entity.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import type { Work } from "../work.ts";
import type { MakeOfficial, MakeProvisional } from "./official.schemas.ts";
import { listOpenTournaments } from "./official.queries.ts";
import { refusal } from "./official-refusal.rules.ts";
import { type Obstacle, obstaclesOf } from "./official.rules.ts";
import { recomputeResults, type ScoredTournament, scoreTournaments } from "./recompute.service.ts";
import { lockResults } from "./result-rows.queries.ts";
import { lockTournament } from "./lock-tournament.service.ts";
import { getResults, type ResultsShown } from "./results.service.ts";
import { tellOfficial } from "./tell-official.service.ts";

/** Weighing is over: weighing → provisional, until the protest deadline where one is set. */
export async function makeProvisional(work: Work, input: MakeProvisional): Promise<ResultsShown> {
  authorize(work, "makeProvisional", { roles: ["weighmaster"] });
  const { id } = await lockTournament(work, { reference: input.tournament });
  const tournament = await work.em.findOneOrFail(Tournament, id, { populate: ["event"] });
  if (tournament.isOfficial()) {
    throw conflict(
      "tournament-official",
      `${tournament.event.name} is official. Correct its results with a reason instead.`,
    );
  }
  tournament.moveTo("provisional");
  tournament.protestDeadline = input.protestDeadline ? new Date(input.protestDeadline) : null;
  await recomputeResults(work, { tournamentIds: [id] });
  return getResults(work, { tournament: id });
}

/**
 * The results stand: they count in the season from now on and the pots are paid. Refused while a ruling is missing;
 * while protests may come in, or an earlier tournament of its pot is not official or cancelled, only by a ruling that
 * sets the check aside. An official one stays as it is. Members and who fished are told by mail, once.
 */
export async function makeOfficial(work: Work, input: MakeOfficial): Promise<ResultsShown> {
  authorize(work, "makeOfficial", { roles: ["weighmaster"], reason: input.override?.reason ?? null });
  const { id, state } = await lockTournament(work, { reference: input.tournament });
  if (state === "official") return getResults(work, { tournament: id });
  const { official, waiting } = await makeAllOfficial(work, {
    tournamentIds: [id],
    override: input.override,
  });
  const shown = await getResults(work, { tournament: id });
  if (official.length === 0) throw refusal(waiting[0]!.obstacles[0]!, shown);
  await tellOfficial(work, shown);
  return shown;
}

/** What became official, and what waits for what. */
export interface MadeOfficial {
  official: number[];
  waiting: { tournamentId: number; obstacles: Obstacle[] }[];
}

/**
 * Makes official, day by day, those of these tournaments that nothing stands against; the others stay as they are.
 * Nobody is told: it is how history is taken in.
 */
export async function makeAllOfficial(
  work: Work,
  { tournamentIds, override }: { tournamentIds: readonly number[]; override?: MakeOfficial["override"] },
): Promise<MadeOfficial> {
  authorize(work, "makeOfficial", { roles: ["weighmaster"] });
  await work.em.flush();
  await lockResults(work, tournamentIds);
  const scored = await scoreTournaments(work, { tournamentIds });
  const tournaments = await work.em.find(
    Tournament,
    { id: { $in: [...tournamentIds] } },
    { populate: ["event"] },
  );
  const byId = new Map(tournaments.map((tournament) => [tournament.id, tournament]));
  let open = await listOpenTournaments(work);
  const made: MadeOfficial = { official: [], waiting: [] };
  for (const one of scored) {
    const tournament = byId.get(one.tournamentId)!;
    if (tournament.isOfficial()) continue;
    const obstacles = obstaclesOf(one, { open, protestsUntil: protestsUntil(work, tournament) });
    const lasting = obstacles.filter(({ kind }) => override === undefined || !mayBeSetAside.has(kind));
    if (lasting.length > 0) {
      made.waiting.push({ tournamentId: one.tournamentId, obstacles: lasting });
      continue;
    }
    for (const { kind } of obstacles) setAside(work, { one, kind, override: override! });
    for (const step of ["weighing", "provisional", "official"] as const) tournament.moveTo(step);
    open = open.filter(({ tournamentId }) => tournamentId !== one.tournamentId);
    made.official.push(one.tournamentId);
  }
  await recomputeResults(work, { tournamentIds: made.official });
  return made;
}

const mayBeSetAside: ReadonlySet<Obstacle["kind"]> = new Set(["protests-open", "earlier-not-official"]);

/** On the club's clock. */
const protestsUntil = ({ now }: Work, { protestDeadline }: Tournament): string | null =>
  protestDeadline !== null && protestDeadline > now.toJSDate()
    ? DateTime.fromJSDate(protestDeadline, { zone: now.zone }).toISO()
    : null;

function setAside(
  work: Work,
  {
    one,
    kind,
    override,
  }: {
    one: ScoredTournament;
    kind: Obstacle["kind"];
    override: NonNullable<MakeOfficial["override"]>;
  },
): void {
  work.em.create(Ruling, {
    kind: "override",
    subject: "tournament",
    subjectId: one.tournamentId,
    tournament: one.tournamentId,
    season: one.seasonId,
    outcome: { check: kind === "protests-open" ? "the window for protests" : "the order of its pot" },
    decidedBy: override.decidedBy,
    reason: override.reason,
    at: work.now.toJSDate(),
    recordedByKind: work.actor.kind,
    recordedByName: work.actor.name,
    recordedBy: work.actor.anglerId,
  });
}
