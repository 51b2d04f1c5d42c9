import { authorize, isOfficer } from "../actor.ts";
import { type AnglerFound, type AnglerRef, resolvePerson } from "../anglers/anglers.service.ts";
import { conflict, forbidden, invalid, notFound } from "../errors.ts";
import type { Cents } from "../money.ts";
import type { PotRules } from "../seasons/money.schemas.ts";
import { getSeason, listSeasonRules, type SeasonShown } from "../seasons/seasons.service.ts";
import type { ClubDate } from "../time.ts";
import { findOfficialFrom } from "../tournaments/event-rows.queries.ts";
import type { Work } from "../work.ts";
import { adjustPot } from "./adjust-pot.service.ts";
import { lockLedger } from "./ledger.queries.ts";
import { PotMembership } from "./pot-membership.entity.ts";
import { findPotMembers } from "./pot-members.queries.ts";
import type { JoinPot, LeavePot } from "./pots.schemas.ts";

/** Someone who is in an optional pot of a season from now on, or is not any more. */
export interface PotMember {
  pot: string;
  season: number;
  angler: AnglerFound;
  /** They are in it at the season's tournaments from this day on. */
  paidOn: ClubDate;
  fee: Cents;
}

/** An optional pot of a season and who is in it. */
export interface PotMembers {
  pot: string;
  fee: Cents;
  members: { angler: AnglerRef; paidOn: ClubDate }[];
}

/**
 * Takes the fee of an optional pot of an angler, and puts it into the pot. They are in it from the day paid on; what is
 * official by then stays as it was decided, so a day before that is a conflict. Once for each angler, pot and season.
 */
export async function joinPot(work: Work, input: JoinPot): Promise<PotMember> {
  authorize(work, "joinPot", { roles: ["treasurer"] });
  await lockLedger(work);
  const { paidOn = work.today } = input;
  if (paidOn > work.today)
    throw invalid("pot-paid-later", `${paidOn} is still to come. Say when it was paid.`);
  const { season, pot, angler, joined } = await find(work, {
    ...input,
    year: input.season ?? yearOf(paidOn),
  });
  if (joined !== null) {
    throw conflict(
      "pot-joined-already",
      `${angler.name} has been in ${pot.name} of ${season.year} since ${joined.paidOn}.`,
    );
  }
  await mustBeUndecided(work, { season, pot, from: paidOn });
  await mustBeThisSeasons(work, { season, pot });
  work.em.create(PotMembership, { angler: angler.id, pot: pot.name, season: season.id, paidOn });
  await work.em.flush();
  return moveFee(work, { season, pot, angler, paidOn, by: 1, reason: `joined for ${season.year}` });
}

/**
 * Gives an angler the fee of an optional pot back, as if they had never joined. Conflict once a tournament they were in
 * it at is official.
 */
export async function leavePot(work: Work, input: LeavePot): Promise<PotMember> {
  const { reason } = input;
  authorize(work, "leavePot", { roles: ["treasurer"], reason });
  await lockLedger(work);
  const found = await find(work, { ...input, year: input.season ?? yearOf(work.today) });
  const { season, pot, angler, joined } = found;
  if (joined === null) {
    throw notFound(
      "pot-not-joined",
      `${angler.name} is not in ${pot.name} of ${season.year}. See sabc pot members.`,
    );
  }
  const { paidOn } = joined;
  await mustBeUndecided(work, { season, pot, from: paidOn });
  work.em.remove(joined);
  await work.em.flush();
  return moveFee(work, { season, pot, angler, paidOn, by: -1, reason });
}

/** The optional pots of a season and who is in them; for officers. */
export async function listPotMembers(work: Work, { year }: { year: number }): Promise<PotMembers[]> {
  if (!isOfficer(work.actor)) {
    throw forbidden("officers-only", "Who paid is for the club's officers. Ask the treasurer.");
  }
  const season = await getSeason(work, { year });
  const rows = await findPotMembers(work, season.id);
  return optionalPots(season).map(({ name, optional }) => ({
    pot: name,
    fee: optional.fee,
    members: rows.filter(({ pot }) => pot === name).map(({ angler, paidOn }) => ({ angler, paidOn })),
  }));
}

type OptionalPot = PotRules & { optional: NonNullable<PotRules["optional"]> };

interface Found {
  season: SeasonShown;
  pot: OptionalPot;
  angler: AnglerFound;
  joined: PotMembership | null;
}

async function find(
  work: Work,
  { pot: name, angler: reference, year }: { pot: string; angler: string | number; year: number },
): Promise<Found> {
  const season = await getSeason(work, { year });
  if (season.closed) throw conflict("season-closed", `The season ${year} is closed, and its pots are paid.`);
  const pots = optionalPots(season);
  const pot = pots.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (pot === undefined) {
    const candidates = pots.map((one) => one.name);
    const known = candidates.length > 0 ? `There are: ${candidates.join(", ")}.` : "They have none.";
    throw notFound(
      "optional-pot-not-found",
      `"${name}" is no optional pot in the rules of ${year}. ${known}`,
      {
        candidates,
      },
    );
  }
  const angler = await resolvePerson(work, { reference: String(reference) });
  const joined = await work.em.findOne(PotMembership, {
    angler: angler.id,
    pot: pot.name,
    season: season.id,
  });
  return { season, pot, angler, joined };
}

const optionalPots = ({ rules }: SeasonShown): OptionalPot[] =>
  (rules.money?.pots ?? []).filter((pot): pot is OptionalPot => pot.optional !== null);

interface Playing {
  season: SeasonShown;
  pot: OptionalPot;
}

/** A season's pot is open until the season is closed; another is decided with each tournament. */
async function mustBeUndecided(
  work: Work,
  { season, pot, from }: Playing & { from: ClubDate },
): Promise<void> {
  const decided = pot.every === "season" ? null : await findOfficialFrom(work, { seasonId: season.id, from });
  if (decided === null) return;
  throw conflict(
    "pot-decided",
    `${decided.name} on ${decided.firstDay} is official, and ${pot.name} was decided by who was in it then. For that day nobody joins or leaves any more.`,
  );
}

/** What is paid into a season's pot while an earlier season still waits to be paid from it would go to its winner. */
async function mustBeThisSeasons(work: Work, { season, pot }: Playing): Promise<void> {
  if (pot.every !== "season") return;
  const waiting = (await listSeasonRules(work)).findLast(
    ({ year, closed, rules }) =>
      !closed &&
      year < season.year &&
      rules.money?.pots.some(({ name, every }) => name === pot.name && every === "season"),
  );
  if (waiting === undefined) return;
  throw conflict(
    "pot-of-earlier-season",
    `${pot.name} of ${waiting.year} is not paid yet. Close that season first: sabc season close ${waiting.year}.`,
  );
}

async function moveFee(
  work: Work,
  {
    season,
    pot,
    angler,
    paidOn,
    by,
    reason,
  }: Omit<Found, "joined"> & { paidOn: ClubDate; by: 1 | -1; reason: string },
): Promise<PotMember> {
  const { fee } = pot.optional;
  if (fee > 0) await adjustPot(work, { pot: pot.name, cents: by * fee, reason });
  return { pot: pot.name, season: season.year, angler, paidOn, fee };
}

const yearOf = (day: ClubDate): number => Number(day.slice(0, 4));
