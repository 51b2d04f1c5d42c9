import { authorize } from "../actor.ts";
import { conflict, invalid } from "../errors.ts";
import { findSeason, listSeasonRules } from "../seasons/seasons.service.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import { clubInstant } from "../time.ts";
import { getTournament, type TournamentShown } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { draftQuestions, type QuestionDraft } from "./draft-questions.service.ts";
import { Option } from "./option.entity.ts";
import { type ClubMoment, defaultWindow, mustBeAWindow } from "./poll-window.rules.ts";
import { mustNeedAPoll } from "./needs-poll.service.ts";
import { findPolls } from "./poll-row.queries.ts";
import { Poll } from "./poll.entity.ts";
import type { CreatePoll } from "./polls.schemas.ts";
import { type PollShown, show } from "./polls.service.ts";
import { Question } from "./question.entity.ts";

/**
 * Makes a poll with all it offers. What is left out follows the club's rules and habits: a location poll opens ten
 * days before its tournament at 6:00 and closes seven before at 18:00; elections and bylaws are secret.
 */
export async function createPoll(work: Work, input: CreatePoll): Promise<PollShown> {
  authorize(work, "createPoll", { roles: [] });
  const tournament =
    input.kind === "location" ? await getTournament(work, { reference: input.tournament }) : null;
  if (tournament !== null) await mustNeedAPoll(work, tournament);
  const { polls } = (await rulesOf(work, tournament?.season ?? work.now.year)).club;
  const bylaw = input.kind === "yes-no" && input.bylaw === true;
  if (bylaw && input.description === undefined)
    throw invalid("bylaw-text-missing", "A bylaw poll votes on a text. Give it as the description.");
  const { opensAt, closesAt } = windowOf(work, input, tournament);
  const eventBegins =
    tournament &&
    clubInstant(tournament.firstDay, tournament.firstCast ?? "00:00", work.now.zoneName).toJSDate();
  mustBeAWindow({
    opensAt,
    closesAt,
    now: work.now.toJSDate(),
    eventBegins,
    noticeDays: bylaw ? polls.bylawNoticeDays : null,
  });
  const questions = await draftQuestions(work, input);
  const poll = work.em.create(Poll, {
    kind: input.kind,
    title: titleOf(input, tournament),
    description: input.description ?? null,
    tournament: tournament?.id ?? null,
    year: input.kind === "election" ? input.year : null,
    opensAt,
    closesAt,
    secret: isSecret(input, bylaw),
    bylaw,
    totals: input.totals ?? "after-close",
    decision: input.decision ?? polls.decision,
    tie: polls.tie,
  });
  await work.em.flush();
  await addQuestions(work, { poll, questions });
  return show(work, (await findPolls(work, [poll.id]))[0]!);
}

/** The rules of the year, or of the last season there is. */
async function rulesOf(work: Work, year: number): Promise<Rules> {
  const season = (await findSeason(work, { year })) ?? (await listSeasonRules(work))[0];
  if (season === undefined)
    throw conflict(
      "no-season",
      `There is no season yet. Give ${year} rules first: sabc season rules ${year} --set sabc-team.`,
    );
  return season.rules;
}

function windowOf(work: Work, { opens, closes }: CreatePoll, tournament: TournamentShown | null) {
  const habit = tournament && defaultWindow(tournament.firstDay);
  const closing = closes ?? habit?.closes;
  if (closing === undefined)
    throw invalid("poll-close-missing", "When it closes is missing. Give a day and a time.");
  const opening = opens ?? habit?.opens;
  const at = ({ day, time }: ClubMoment): Date => clubInstant(day, time, work.now.zoneName).toJSDate();
  return { opensAt: opening === undefined ? work.now.toJSDate() : at(opening), closesAt: at(closing) };
}

function titleOf(input: CreatePoll, tournament: TournamentShown | null): string {
  if (input.title !== undefined) return input.title;
  return input.kind === "election"
    ? `Officers of ${input.year}`
    : `Lake, ramp and hours for ${tournament?.name}`;
}

function isSecret(input: CreatePoll, bylaw: boolean): boolean {
  if (input.kind === "location") return false;
  return input.secret ?? (bylaw || input.kind === "election");
}

async function addQuestions(
  work: Work,
  { poll, questions }: { poll: Poll; questions: QuestionDraft[] },
): Promise<void> {
  const made = new Map<string, Option>();
  for (const [at, { options, ...question }] of questions.entries()) {
    const asked = work.em.create(Question, { poll, position: at + 1, asks: null, office: null, ...question });
    for (const [place, { key, parent, ...option }] of options.entries()) {
      const draft = { lake: null, ramp: null, angler: null, firstCast: null, weighIn: null, ...option };
      const under = parent === undefined ? null : made.get(parent)!;
      const one = work.em.create(Option, { question: asked, position: place + 1, parent: under, ...draft });
      if (key !== undefined) made.set(key, one);
    }
    // Options of a later question stand under those of an earlier one.
    await work.em.flush();
  }
}
