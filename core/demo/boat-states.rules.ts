import { isMemberOn } from "../membership/status.rules.ts";
import type { BagState, BoatState, CrewState, EntryState } from "../results/boat-state.rules.ts";
import type { Weight } from "../weight.ts";
import type { DemoTournament } from "./demo-facts.rules.ts";
import type { DemoPerson } from "./people.rules.ts";
import type { DemoBag, DemoBoat } from "./scales.rules.ts";

interface Held {
  tournament: Pick<DemoTournament, "firstDay" | "boats" | "buyIns">;
  id: number;
}

type Person = Pick<DemoPerson, "name" | "statuses">;

/** The rows of everything weighed, boat by boat; ids below zero are for the database to give. */
export function boatStates(
  held: readonly Held[],
  { people, ids }: { people: readonly Person[]; ids: ReadonlyMap<string, number> },
): BoatState[] {
  let last = 0;
  const nextId = () => (last -= 1);
  const known = new Map(people.map((person) => [person.name, person]));
  return held.flatMap(({ tournament, id }) => {
    const scribe: Scribe = {
      tournament: id,
      nextId,
      idOf: (name) => ids.get(name)!,
      wasMember: (name) => isMemberOn(known.get(name)!.statuses, tournament.firstDay),
    };
    const boats = tournament.boats.map((boat, at) => stateOf(boat, { number: at + 1, scribe }));
    const buyIns = tournament.buyIns.map((name) => stateOf(boughtIn(name), { number: null, scribe }));
    return [...boats, ...buyIns];
  });
}

interface Scribe {
  tournament: number;
  nextId: () => number;
  idOf: (name: string) => number;
  wasMember: (name: string) => boolean;
}

const boughtIn = (name: string): DemoBoat => ({ crew: [name], outcome: "fished", reason: null, bags: [] });

/** A number is what the boat drew; who bought in has none. */
function stateOf(
  { crew, outcome, reason, bags }: DemoBoat,
  { number, scribe }: { number: number | null; scribe: Scribe },
): BoatState {
  const { tournament, nextId, idOf, wasMember } = scribe;
  const entry: EntryState = {
    ...unsaid,
    id: nextId(),
    tournament,
    boatNumber: number,
    kind: number === null ? "buy-in" : "boat",
    outcome,
    reason,
    weighInOrder: null,
  };
  const aboard = crew.map((name, at): CrewState => ({
    ...unsaid,
    id: nextId(),
    entry: entry.id,
    tournament,
    angler: idOf(name),
    berth: at + 1,
    wasMember: wasMember(name),
    seat: null,
    standsInFor: null,
    outcome: null,
    reason: null,
  }));
  return { entry, crew: aboard, bags: bags.map((bag) => bagState(bag, { entry, scribe })) };
}

function bagState(
  { angler, day, fish, dead, late, penalty, caughtBy, typed }: DemoBag,
  { entry, scribe: { nextId, idOf } }: { entry: EntryState; scribe: Scribe },
): BagState {
  return {
    id: nextId(),
    entry: entry.id,
    angler: angler === null ? null : idOf(angler),
    day,
    fish: fish.length,
    dead,
    short: 0,
    gross: typed ?? sum(fish),
    netOnly: false,
    late,
    otherPenalty: penalty?.weight ?? 0,
    penaltyReason: penalty?.reason ?? null,
    measured: false,
    lengths: null,
    bigBass: fish[0] ?? null,
    caughtBy: caughtBy === null ? null : idOf(caughtBy),
  };
}

/** What nobody ruled or published. */
const unsaid = { grace: false, tieRank: null, publishedPlace: null, publishedPoints: null };

const sum = (fish: readonly Weight[]): Weight => fish.reduce((total, one) => total + one, 0);
