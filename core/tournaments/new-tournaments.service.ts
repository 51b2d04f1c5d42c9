import { authorize } from "../actor.ts";
import { notFound } from "../errors.ts";
import { Event } from "../events/event.entity.ts";
import { mustBeTimes } from "../events/event-times.rules.ts";
import { refuseTwins } from "../events/events.service.ts";
import { type EventChanges, eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { Season } from "../seasons/season.entity.ts";
import type { Work } from "../work.ts";
import { lockSeason } from "./event-rows.queries.ts";
import { renumberTournaments } from "./renumber.service.ts";
import { Tournament } from "./tournament.entity.ts";
import type { NewTournament as NewTournamentInput } from "./tournaments.schemas.ts";
import { listTournaments, type TournamentSummary } from "./tournaments.service.ts";
import { findWater, type Water } from "./water.service.ts";

/** A tournament to plan; of what the event says otherwise than the season only what differs. */
export type NewTournament = Omit<NewTournamentInput, "changes"> & {
  changes?: Partial<EventChanges> | undefined;
};

/** Plans a tournament with its event on the calendar. It takes its number by its day; later ones move on by one. */
export async function addTournament(
  work: Work,
  { year, ...tournament }: NewTournament & { year: number },
): Promise<TournamentSummary> {
  const [added] = await addTournaments(work, { year, tournaments: [tournament] });
  return added!;
}

/**
 * Plans many tournaments of a season, all or none; answers them in the order given. Numbers follow the days, but an
 * official tournament keeps its own. Refused for a closed season, a year without one, and the same one twice.
 */
export async function addTournaments(
  work: Work,
  { year, tournaments }: { year: number; tournaments: NewTournament[] },
): Promise<TournamentSummary[]> {
  authorize(work, "addTournament", { roles: ["weighmaster", "editor"] });
  await lockSeason(work, year);
  const season = await work.em.findOne(Season, { year });
  if (season === null) {
    throw notFound(
      "season-not-found",
      `There is no season ${year}. Give it rules first: sabc season rules ${year} --set sabc-team.`,
    );
  }
  season.mustBeOpen();
  const planned = await work.em.find(
    Tournament,
    { season },
    { populate: ["event"], orderBy: { number: "asc" } },
  );
  await refuseTwins(work, {
    events: tournaments.map(({ name, firstDay }) => ({ kind: "tournament", name, firstDay })),
  });
  for (const tournament of tournaments) mustBeTimes(hoursOf(tournament), work.now.zoneName);
  const waters = await findWaters(work, tournaments);
  const added = tournaments.map((tournament, at) => create(work, { tournament, season, water: waters[at]! }));
  renumberTournaments(work, { tournaments: [...planned, ...added] });
  await work.em.flush();
  const rows = await listTournaments(work, { season: year });
  return added.map(({ id }) => rows.find((row) => row.id === id)!);
}

/** Each lake and ramp is looked up once. */
async function findWaters(work: Work, tournaments: NewTournament[]): Promise<Water[]> {
  const known = new Map<string, Water>();
  const waters: Water[] = [];
  for (const { lake = null, ramp = null, firstDay, lastDay } of tournaments) {
    const ahead = (lastDay ?? firstDay) >= work.today;
    const key = JSON.stringify([lake, ramp, ahead]);
    const water =
      known.get(key) ?? (await findWater(work, { lake, ramp, retired: ahead ? "refused" : "taken" }));
    known.set(key, water);
    waters.push(water);
  }
  return waters;
}

const hoursOf = ({ name, firstDay, lastDay, firstCast, weighIn }: NewTournament) => ({
  name,
  firstDay,
  lastDay: lastDay ?? firstDay,
  startsAt: firstCast ?? null,
  endsAt: weighIn ?? null,
});

function create(
  work: Work,
  { tournament, season, water }: { tournament: NewTournament; season: Season; water: Water },
): Tournament {
  const { name, firstDay, lastDay, firstCast, weighIn, description, changes } = tournament;
  const event = work.em.create(Event, {
    kind: "tournament",
    name,
    firstDay,
    lastDay: lastDay ?? firstDay,
    description: description ?? null,
  });
  return work.em.create(Tournament, {
    event,
    season,
    ...water,
    number: 0,
    firstCast: firstCast ?? null,
    weighIn: weighIn ?? null,
    changes: eventChangesSchema.encode({ ...eventChangesSchema.parse({}), ...changes }),
  });
}
