import type { App } from "#core/app.ts";
import { authorize, operator } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { DomainError } from "#core/errors.ts";
import { Event } from "#core/events/event.entity.ts";
import { Lake } from "#core/lakes/lake.entity.ts";
import { recomputeResults } from "#core/results/recompute.service.ts";
import { eventChangesSchema, type EventChangesDocument } from "#core/seasons/event-changes.schemas.ts";
import { presets, type PresetName } from "#core/seasons/presets.rules.ts";
import { type RulesDocument, rulesSchema, writeRules } from "#core/seasons/rules.schemas.ts";
import { Season } from "#core/seasons/season.entity.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { Entry, type EntryKind } from "#core/tournaments/entry.entity.ts";
import type { Outcome } from "#core/tournaments/facts.rules.ts";
import { type StoredState, Tournament } from "#core/tournaments/tournament.entity.ts";
import { parseWeight } from "#core/weight.ts";
import type { Work } from "#core/work.ts";

/** What an angler, or a boat, put on the scales. */
export interface Catch {
  fish: number | null;
  weight: string;
  big?: string;
  dead?: number;
}

export interface Boat {
  /** Names; a star behind one is a guest: `Cal*`. */
  crew: string[];
  /** One for the boat, or one for each aboard in the order of the crew. */
  bags?: (Catch | null)[];
  kind?: EntryKind;
  outcome?: Outcome;
  /** Names of those aboard who are disqualified. */
  disqualified?: string[];
}

export interface TournamentGiven {
  day: string;
  boats: Boat[];
  rules?: PresetName | RulesDocument;
  state?: StoredState;
  changes?: EventChangesDocument;
  name?: string;
  /** By its key. */
  lake?: string;
}

export const tester = operator("tester");

/** Puts a tournament with its season, anglers, boats and bags into the club and scores it; its id. */
export function holdTournament(app: App, given: TournamentGiven): Promise<number> {
  return app.write(tester, async (work) => {
    authorize(work, "holdTournament", { roles: [] });
    const season = await seasonOf(work, given);
    const tournament = await tournamentOf(work, { given, season });
    const people = await peopleOf(
      work,
      given.boats.flatMap(({ crew }) => crew.map(plain)),
    );
    for (const [at, boat] of given.boats.entries()) aboard(work, { tournament, boat, at, people });
    await work.em.flush();
    await recomputeResults(work, { tournamentIds: [tournament.id] });
    return tournament.id;
  });
}

async function seasonOf(work: Work, { day, rules = "sabc-individual" }: TournamentGiven): Promise<Season> {
  const year = Number(day.slice(0, 4));
  const document = typeof rules === "string" ? presets[rules] : rules;
  const found = await work.em.findOne(Season, { year });
  return found ?? work.em.create(Season, { year, rules: writeRules(rulesSchema.parse(document)) });
}

async function tournamentOf(
  work: Work,
  {
    given: { day, state = "weighing", changes, name, lake },
    season,
  }: { given: TournamentGiven; season: Season },
): Promise<Tournament> {
  const number = season.id ? 1 + (await work.em.count(Tournament, { season })) : 1;
  const event = work.em.create(Event, {
    kind: "tournament",
    name: name ?? `Tournament of ${day}`,
    firstDay: day,
    lastDay: day,
  });
  const stored = changes === undefined ? {} : eventChangesSchema.encode(eventChangesSchema.parse(changes));
  const there = lake === undefined ? null : await work.em.findOneOrFail(Lake, { key: lake });
  return work.em.create(Tournament, { event, season, number, state, changes: stored, lake: there });
}

async function peopleOf(work: Work, names: string[]): Promise<Map<string, Angler>> {
  const found = await work.em.find(Angler, { name: { $in: names } });
  const people = new Map(found.map((angler) => [angler.name, angler]));
  for (const name of names) {
    if (!people.has(name)) people.set(name, work.em.create(Angler, { name, publicName: name }));
  }
  // In the order given, so that ids are.
  await work.em.flush();
  return people;
}

interface Aboard {
  tournament: Tournament;
  boat: Boat;
  at: number;
  people: Map<string, Angler>;
}

function aboard(work: Work, { tournament, boat, at, people }: Aboard): void {
  const { kind = "boat", outcome = "fished", bags = [], crew, disqualified = [] } = boat;
  const entry = work.em.create(Entry, {
    tournament,
    kind,
    outcome,
    boatNumber: kind === "boat" ? at + 1 : null,
  });
  const anglers = crew.map((name) => people.get(plain(name))!);
  for (const [berth, angler] of anglers.entries()) {
    work.em.create(Crew, {
      entry,
      tournament,
      angler,
      berth: berth + 1,
      wasMember: !crew[berth]!.endsWith("*"),
      outcome: disqualified.includes(angler.name) ? "disqualified" : null,
    });
  }
  const common = bags.length === 1 && crew.length === 2;
  for (const [berth, bag] of bags.entries()) {
    if (bag === null) continue;
    work.em.create(Bag, {
      entry,
      angler: common ? null : anglers[berth],
      fish: bag.fish,
      dead: bag.dead ?? 0,
      gross: parseWeight(bag.weight),
      bigBass: bag.big === undefined ? null : parseWeight(bag.big),
    });
  }
}

const plain = (name: string): string => name.replace("*", "");

/** How a verb was refused: kind, code and sentence; fails when it was not. */
export async function refused(verb: Promise<unknown>): Promise<[string, string, string]> {
  const error: unknown = await verb.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return [error.kind, error.code, error.message];
  throw error ?? new Error("it was not refused");
}
