import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { after } from "node:test";
import { Angler } from "#core/anglers/angler.entity.ts";
import { openOrm } from "#core/database/orm.ts";
import { Event } from "#core/events/event.entity.ts";
import { Season } from "#core/seasons/season.entity.ts";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { Entry } from "#core/tournaments/entry.entity.ts";
import { Tournament } from "#core/tournaments/tournament.entity.ts";
import { cloneDatabase } from "./database.ts";

export interface OneBoat {
  season: Season;
  event: Event;
  tournament: Tournament;
  entry: Entry;
  ann: Angler;
  bob: Angler;
  cal: Angler;
}

/** The bare mapping on a database of this file's own, for tests of what the tables themselves refuse. */
export async function openTestOrm(): Promise<MikroORM> {
  const orm = await openOrm({ connectionString: await cloneDatabase() });
  after(() => orm.close(true));
  return orm;
}

/** A season with one tournament, in it one boat: Ann and Bob are aboard, Cal is not. */
export async function makeOneBoat(em: EntityManager, year: number): Promise<OneBoat> {
  const makeAngler = (name: string): Angler => em.create(Angler, { name, publicName: name });
  const [ann, bob, cal] = [makeAngler("Ann"), makeAngler("Bob"), makeAngler("Cal")];
  const season = em.create(Season, {
    year,
    rules: { version: 1, name: "Test", ranked: "boat", limit: { fish: 5, per: "boat" } },
  });
  const event = em.create(Event, {
    kind: "tournament",
    name: "March",
    firstDay: `${year}-03-22`,
    lastDay: `${year}-03-22`,
  });
  const tournament = em.create(Tournament, { event, season, number: 1 });
  const entry = em.create(Entry, { tournament, boatNumber: 7 });
  em.create(Crew, { entry, tournament, angler: ann, berth: 1, wasMember: true });
  em.create(Crew, { entry, tournament, angler: bob, berth: 2, wasMember: true });
  await em.flush();
  return { season, event, tournament, entry, ann, bob, cal };
}

/** Tries a change and takes it back: the guard it met, or null when it would have been kept. */
export async function inVain(
  orm: MikroORM,
  change: (em: EntityManager) => Promise<unknown>,
): Promise<string | null> {
  const em = orm.em.fork();
  await em.begin();
  try {
    await change(em);
    await em.flush();
    await em.execute("set constraints all immediate");
    return null;
  } catch (error) {
    if (error instanceof Error && "constraint" in error && typeof error.constraint === "string") {
      return error.constraint;
    }
    throw error;
  } finally {
    await em.rollback();
  }
}
