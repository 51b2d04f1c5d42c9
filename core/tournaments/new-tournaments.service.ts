import { authorize } from "../actor.ts";
import { notFound } from "../errors.ts";
import { Event } from "../events/event.entity.ts";
import { Lake } from "../lakes/lake.entity.ts";
import { resolveLake } from "../lakes/lakes.service.ts";
import { Ramp } from "../lakes/ramp.entity.ts";
import { resolveRamp } from "../lakes/ramps.service.ts";
import { type EventChanges, eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { Season } from "../seasons/season.entity.ts";
import type { Work } from "../work.ts";
import { numberTournaments } from "./numbering.rules.ts";
import { Tournament } from "./tournament.entity.ts";
import type { NewTournament as NewTournamentInput } from "./tournaments.schemas.ts";
import { listTournaments, type TournamentSummary } from "./tournaments.service.ts";

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
 * official tournament keeps its own. Refused for a closed season and a year without one.
 */
export async function addTournaments(
  work: Work,
  { year, tournaments }: { year: number; tournaments: NewTournament[] },
): Promise<TournamentSummary[]> {
  authorize(work, "addTournament", { roles: ["weighmaster", "editor"] });
  const season = await work.em.findOne(Season, { year });
  if (season === null) {
    throw notFound(
      "season-not-found",
      `There is no season ${year}. Give it rules first: sabc season rules ${year} --set sabc-team.`,
    );
  }
  season.mustBeOpen();
  const planned = await work.em.find(Tournament, { season }, { populate: ["event"] });
  const places = await findPlaces(work, tournaments);
  const added = tournaments.map((tournament, at) => create(work, { tournament, season, place: places[at]! }));
  renumber([...planned, ...added]);
  await work.em.flush();
  const rows = await listTournaments(work, { season: year });
  return added.map(({ id }) => rows.find((row) => row.id === id)!);
}

interface Place {
  lake: Lake | null;
  ramp: Ramp | null;
}

/** Each lake and ramp is looked up once. */
async function findPlaces(work: Work, tournaments: NewTournament[]): Promise<Place[]> {
  const known = new Map<string, Place>();
  const places: Place[] = [];
  for (const { lake, ramp } of tournaments) {
    const key = JSON.stringify([lake ?? null, ramp ?? null]);
    const place = known.get(key) ?? (await findPlace(work, { lake: lake ?? null, ramp: ramp ?? null }));
    known.set(key, place);
    places.push(place);
  }
  return places;
}

async function findPlace(
  work: Work,
  { lake, ramp }: { lake: string | null; ramp: string | null },
): Promise<Place> {
  if (lake === null) return { lake: null, ramp: null };
  const found = await resolveLake(work, { reference: lake });
  const foundRamp = ramp === null ? null : await resolveRamp(work, { lake, reference: ramp });
  return {
    lake: work.em.getReference(Lake, found.id),
    ramp: foundRamp && work.em.getReference(Ramp, foundRamp.id),
  };
}

function create(
  work: Work,
  { tournament, season, place }: { tournament: NewTournament; season: Season; place: Place },
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
    ...place,
    number: 0,
    firstCast: firstCast ?? null,
    weighIn: weighIn ?? null,
    changes: eventChangesSchema.encode({ ...eventChangesSchema.parse({}), ...changes }),
  });
}

function renumber(tournaments: Tournament[]): void {
  const numbers = numberTournaments(
    tournaments.map((tournament) => ({
      firstDay: tournament.event.firstDay,
      number: tournament.number || null,
      official: tournament.isOfficial(),
    })),
  );
  for (const [at, tournament] of tournaments.entries()) tournament.number = numbers[at]!;
}
