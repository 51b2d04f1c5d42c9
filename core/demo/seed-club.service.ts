import { type Actor, authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { AnglerStatus } from "../membership/angler-status.entity.ts";
import { addMembers } from "../membership/membership.service.ts";
import { conflict } from "../errors.ts";
import { importClubLakes } from "../lakes/import.service.ts";
import { endSeason } from "../standings/close-season.service.ts";
import { keepFigures } from "../standings/keep-figures.service.ts";
import { makeAllOfficial } from "../results/official.service.ts";
import { recomputeResults } from "../results/recompute.service.ts";
import { setRules } from "../results/season-rules.service.ts";
import { writeBoats } from "../results/write-boats.service.ts";
import { saveClub } from "../seasons/club.service.ts";
import { Season } from "../seasons/season.entity.ts";
import { addTournaments } from "../tournaments/new-tournaments.service.ts";
import { Tournament } from "../tournaments/tournament.entity.ts";
import { Bag } from "../tournaments/bag.entity.ts";
import type { Door, Work } from "../work.ts";
import { boatStates } from "./boat-states.rules.ts";
import { ownDeed } from "./deeds.service.ts";
import { findSeed, type SeedFound, seedWords } from "./find-seed.service.ts";
import { club } from "./names.rules.ts";
import { type SeedPerson, seedPeople } from "./seed-people.rules.ts";
import { rulesOfYear, seedBoats, type SeedTournament, seedTournaments } from "./seed-season.rules.ts";
import { type SeedName, type SeedSize, seedSizes } from "./seed-sizes.rules.ts";

export interface Seeded extends SeedFound {
  people: number;
  seasons: number;
  tournaments: number;
  bags: number;
}

interface SeedClub {
  actor: Actor;
  size: SeedName;
  /** Hears how far it is, from 0 to 1. */
  report: (fraction: number) => void;
}

/**
 * Makes a whole invented club to measure with, the same every time on the same day, by the verbs that weigh in and
 * make official: people by the hundred, then season by season, each kept as a whole, so that it goes on where it was
 * stopped. Conflict in a database that holds a club of its own, or one seeded in another size.
 */
export async function seedClub(door: Door, { actor, size: name, report }: SeedClub): Promise<Seeded> {
  const seed = await door.write(actor, (work) => begin(work, name));
  const size: SeedSize = seedSizes[name];
  const people = seedPeople(size, seed.today);
  const chunks = Math.ceil(people.length / together);
  const steps = chunks / 4 + size.seasons;
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const some = people.slice(chunk * together, (chunk + 1) * together);
    await door.write(actor, (work) => settle(work, { people: some, seed }));
    report((chunk + 1) / 4 / steps);
  }
  const thisYear = Number(seed.today.slice(0, 4));
  for (let season = 0; season < size.seasons; season += 1) {
    const year = thisYear - size.seasons + 1 + season;
    await door.write(actor, (work) => holdSeason(work, { year, size, people, seed }));
    report((chunks / 4 + season + 1) / steps);
  }
  return door.read(actor, (work) => count(work, seed));
}

const together = 250;

async function begin(work: Work, size: SeedName): Promise<SeedFound> {
  const found = await findSeed(work);
  if (found !== null && found.size !== size) {
    throw conflict(
      "seeded-otherwise",
      `This database holds the seeded club of size ${found.size}. Use another database.`,
    );
  }
  if (found !== null) return found;
  const seed = { size, today: work.today };
  authorize(work, "seedClub", { roles: [], reason: seedWords(seed) });
  await saveClub(work, club);
  await ownDeed(work, () => importClubLakes(work));
  return seed;
}

async function settle(
  work: Work,
  { people, seed }: { people: SeedPerson[]; seed: SeedFound },
): Promise<void> {
  authorize(work, "seedClub", { roles: [], reason: seedWords(seed) });
  if ((await work.em.count(Angler, { email: people[0]!.email })) > 0) return;
  const members = people.map(({ name, email, statuses: [first] }) => ({
    name,
    email,
    ...first!,
    joinedOn: first!.from,
  }));
  const added = await addMembers(work, { members });
  for (const [at, { id }] of added.entries()) {
    const angler = work.em.getReference(Angler, id);
    for (const later of people[at]!.statuses.slice(1)) work.em.create(AnglerStatus, { angler, ...later });
  }
}

interface OneSeason {
  year: number;
  size: SeedSize;
  people: readonly SeedPerson[];
  seed: SeedFound;
}

/** A year with all that was weighed in it; official as far as its days are over, and closed when all are. */
async function holdSeason(work: Work, { year, size, people, seed }: OneSeason): Promise<void> {
  authorize(work, "seedClub", { roles: [], reason: seedWords(seed) });
  if ((await work.em.count(Season, { year })) > 0) return;
  await ownDeed(work, () => setRules(work, { year, rules: rulesOfYear(year) }));
  const planned = seedTournaments(size, year);
  const tournaments = planned.map(({ name, firstDay, water }) => ({ name, firstDay, ...water }));
  const added = await ownDeed(work, () => addTournaments(work, { year, tournaments }));
  const held = planned
    .map((tournament, at) => ({ tournament, id: added[at]!.id }))
    .filter(({ tournament }) => tournament.firstDay < seed.today);
  await ownDeed(work, () => weighIn(work, { held, year, size, people }));
  await ownDeed(work, () => makeAllOfficial(work, { tournamentIds: held.map(({ id }) => id) }));
  await keepFigures(work, { years: [year] });
  if (held.length === planned.length && !seed.today.startsWith(String(year))) {
    await ownDeed(work, () => endSeason(work, { year }));
  }
}

async function weighIn(
  work: Work,
  { held, ...season }: Omit<OneSeason, "seed"> & { held: { tournament: SeedTournament; id: number }[] },
): Promise<void> {
  authorize(work, "weighIn", { roles: ["weighmaster"] });
  const tournamentIds = held.map(({ id }) => id);
  const where = { id: { $in: tournamentIds } };
  for (const tournament of await work.em.find(Tournament, where, { populate: ["event"] })) {
    tournament.moveTo("weighing");
  }
  const rows = await work.em.execute<{ id: number; name: string }[]>("select id, name from angler");
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  const weighed = held.map(({ tournament, id }) => ({
    tournament: { ...tournament, boats: seedBoats({ ...season, tournament }), buyIns: [] },
    id,
  }));
  const boats = boatStates(weighed, { people: season.people, ids });
  await writeBoats(work, { boats: boats.map((after) => ({ before: null, after })) });
  await recomputeResults(work, { tournamentIds });
}

const count = async ({ em }: Work, seed: SeedFound): Promise<Seeded> => ({
  ...seed,
  people: await em.count(Angler),
  seasons: await em.count(Season),
  tournaments: await em.count(Tournament),
  bags: await em.count(Bag),
});
