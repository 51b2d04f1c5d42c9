import { authorize } from "../actor.ts";
import { notFound } from "../errors.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import type { Work } from "../work.ts";
import { lockSeason } from "./event-rows.queries.ts";
import { addTournaments } from "./new-tournaments.service.ts";
import { draftMonth, monthOf, type Planned, type Schedule, scheduledDay } from "./plan.rules.ts";
import { tellClashes, type Told } from "./plan-clashes.service.ts";
import { getSchedule, mustBeMovable } from "./plan-schedule.service.ts";
import { type PlanSeason, planSeasonSchema } from "./plan.schemas.ts";
import { Tournament } from "./tournament.entity.ts";

/** A month's tournament in the plan. */
export interface PlannedMonth extends Planned, Told {
  /** 1 is January. */
  month: number;
  /** Null for a month whose day is over and that was not planned in time. */
  id: number | null;
  /** Its event's id, by which it is moved or cancelled. */
  event: number | null;
  number: number | null;
  plan: "added" | "kept" | "cancelled" | "over";
  lake: string | null;
}

export interface SeasonPlan {
  season: number;
  /** By day. */
  tournaments: PlannedMonth[];
  /** Of the year that was copied, what has no place in the schedule: `Night Owl (2026-07-11)`. */
  notCopied: string[];
}

/**
 * Plans a year's tournaments by the schedule of its rules, those of months that have none yet: doing it again changes
 * nothing, and what was cancelled is not planned anew. Every day is told with what falls on it.
 */
export async function planSeason(work: Work, input: PlanSeason): Promise<SeasonPlan> {
  authorize(work, "planSeason", { roles: ["weighmaster", "editor"] });
  const { year, copyFrom, lakes, moves } = planSeasonSchema.parse(input);
  await lockSeason(work, year);
  const schedule = await getSchedule(work, { year });
  const standing = await findTournaments(work, year);
  const models = copyFrom === undefined ? [] : await findModels(work, copyFrom);
  const planned = new Map(standing.map((one) => [monthOf(one.event, schedule), one]));
  for (const move of moves) mustBeMovable(work, { move, year, schedule, planned });
  const drafts = schedule.months
    .filter((month) => !planned.has(month))
    .toSorted((one, other) => one - other)
    .map((month) => {
      const model = modelOf(models, { schedule, month });
      const moved = moves.find((move) => move.month === month)?.day;
      return {
        month,
        model,
        draft: draftMonth(month, { year, schedule, moved, model: model && asPlanned(model) }),
      };
    });
  const ahead = drafts.filter(({ draft }) => draft.lastDay >= work.today);
  const rows = await tellClashes(work, [
    ...standing.map((one) => ({ ...asPlanned(one), except: one.event.id })),
    ...drafts.map(({ draft }) => draft),
  ]);
  const added = await addTournaments(work, {
    year,
    tournaments: ahead.map(({ draft, model }) => ({ ...draft, ...takenOver(model, lakes) })),
  });
  const now = await findTournaments(work, year);
  const tournaments = [
    ...standing.map((one, at) => row(one, { schedule, plan: "kept", told: rows[at]! })),
    ...drafts.map(({ month, draft }, at) => {
      const told = rows[standing.length + at]!;
      const index = ahead.findIndex((one) => one.month === month);
      const made = now.find(({ id }) => id === added[index]?.id);
      if (made !== undefined) return row(made, { schedule, plan: "added", told });
      return {
        ...draft,
        month,
        id: null,
        event: null,
        number: null,
        plan: "over" as const,
        lake: null,
        ...told,
      };
    }),
  ].toSorted((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
  const used = drafts.map(({ model }) => model);
  const left = models.filter((model) => !used.includes(model) && !isPlanned(model, { schedule, planned }));
  return {
    season: year,
    tournaments,
    notCopied: left.map(({ event }) => `${event.name} (${event.firstDay})`),
  };
}

const findTournaments = (work: Work, year: number): Promise<Tournament[]> =>
  work.em.find(
    Tournament,
    { season: { year } },
    { populate: ["event", "season", "lake", "ramp"], orderBy: { event: { firstDay: "asc" }, number: "asc" } },
  );

async function findModels(work: Work, year: number): Promise<Tournament[]> {
  const models = await findTournaments(work, year);
  if (models.length > 0) return models;
  throw notFound("nothing-to-copy", `The season ${year} has no tournaments to copy. See sabc season list.`);
}

/** The tournament of a month: best the one that was held on the scheduled day. */
function modelOf(
  models: readonly Tournament[],
  { schedule, month }: { schedule: Schedule; month: number },
): Tournament | undefined {
  const worth = ({ event }: Tournament): number => {
    const day = scheduledDay(schedule, Number(event.firstDay.slice(0, 4)), month);
    return (event.isCancelled() ? 0 : 2) + (event.firstDay <= day && day <= event.lastDay ? 1 : 0);
  };
  return models
    .filter(({ event }) => monthOf(event, schedule) === month)
    .toSorted((one, other) => worth(other) - worth(one))[0];
}

const asPlanned = ({ event, firstCast, weighIn }: Tournament): Planned => ({
  name: event.name,
  firstDay: event.firstDay,
  lastDay: event.lastDay,
  firstCast,
  weighIn,
});

/** What the event says otherwise than its season, but not the money it once took; its water where that is asked for. */
function takenOver(model: Tournament | undefined, lakes: "copied" | "open") {
  if (model === undefined) return {};
  const { lake, ramp } = model;
  const changes = { ...eventChangesSchema.parse(model.changes), purse: null };
  if (lakes === "open" || lake === null || lake.retired) return { changes };
  return { changes, lake: lake.key, ramp: ramp === null || ramp.retired ? null : ramp.name };
}

const isPlanned = (
  model: Tournament,
  { schedule, planned }: { schedule: Schedule; planned: ReadonlyMap<number, Tournament> },
): boolean => planned.has(monthOf(model.event, schedule));

function row(
  tournament: Tournament,
  { schedule, plan, told }: { schedule: Schedule; plan: "added" | "kept"; told: Told },
): PlannedMonth {
  const { id, number, lake, event } = tournament;
  const cancelled = event.isCancelled();
  return {
    month: monthOf(event, schedule),
    ...asPlanned(tournament),
    id,
    event: event.id,
    number,
    plan: cancelled ? "cancelled" : plan,
    lake: lake?.name ?? null,
    ...(cancelled ? { clashes: [], instead: [] } : told),
  };
}
