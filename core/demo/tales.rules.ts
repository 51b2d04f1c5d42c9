import { printWeight, type Weight } from "../weight.ts";
import type { DemoBag, DemoBoat } from "./scales.rules.ts";

/** The boats of a tournament, and who of those aboard was a member that day. */
export interface Scene {
  boats: DemoBoat[];
  isMember: (name: string) => boolean;
}

/** A weight put right after the tournament was official. */
export interface DemoCorrection {
  angler: string;
  gross: Weight;
  reason: string;
}

interface Weighed {
  boat: DemoBoat;
  bag: DemoBag;
}

/** The first day's bags in which a member had a hand, heaviest first. */
export const inOrder = (scene: Scene): Weighed[] =>
  firstDay(scene)
    .filter((one) => handsIn(one).some(scene.isMember))
    .toSorted((one, other) => sum(other.bag.fish) - sum(one.bag.fish));

/** Somebody's biggest fish is this one. A guest is one without a member's hand in the bag. */
export function landBass(
  scene: Scene,
  { weight, by, nth }: { weight: Weight; by: "member" | "guest"; nth: number },
): DemoBoat[] {
  const guests = firstDay(scene).filter((one) => !handsIn(one).some(scene.isMember));
  const { boat, bag } = (by === "member" ? inOrder(scene) : guests)[nth]!;
  const fish = [weight, ...bag.fish.slice(1)].toSorted((one, other) => other - one);
  const caughtBy = bag.angler === null ? (boat.crew.find(scene.isMember) ?? boat.crew[0]!) : null;
  return replace(scene.boats, bag, { ...bag, fish, caughtBy });
}

/** Two bags as equal as the rules can see, in different boats. */
export function tie(scene: Scene, { nth }: { nth: number }): DemoBoat[] {
  const bags = inOrder(scene);
  const one = bags[nth]!;
  const other = bags.slice(nth + 1).find(({ boat }) => boat !== one.boat)!;
  const boats = replace(scene.boats, one.bag, { ...one.bag, dead: 0 });
  return replace(boats, other.bag, { ...other.bag, fish: one.bag.fish, dead: 0, caughtBy: null });
}

/** A pound too much was typed, and found when the tournament was official. */
export function mistype(
  scene: Scene,
  { nth }: { nth: number },
): { boats: DemoBoat[]; correction: DemoCorrection } {
  const { bag, boat } = inOrder(scene)[nth]!;
  const gross = sum(bag.fish);
  const typed = gross + 10_000;
  const reason = `The scale sheet says ${printWeight(gross)} lb; ${printWeight(typed)} was typed.`;
  return {
    boats: replace(scene.boats, bag, { ...bag, typed }),
    correction: { angler: bag.angler ?? boat.crew[0]!, gross, reason },
  };
}

/** A whole boat comes late to the scales of a day. */
export function arriveLate(
  scene: Scene,
  { nth, day, minutes }: { nth: number; day: number; minutes: number },
): DemoBoat[] {
  const { boat } = inOrder(scene)[nth]!;
  return scene.boats.map((one) => {
    if (one !== boat) return one;
    return { ...one, bags: one.bags.map((bag) => (bag.day === day ? { ...bag, late: minutes } : bag)) };
  });
}

/** Half a pound off, with the reason. */
export function penalize(scene: Scene, { nth }: { nth: number }): DemoBoat[] {
  const { bag } = inOrder(scene)[nth]!;
  const penalty = { weight: 5_000, reason: "Left the no-wake zone on plane" };
  return replace(scene.boats, bag, { ...bag, penalty });
}

/** One boat was there and did not fish. */
export function stayAshore({ boats }: Scene): DemoBoat[] {
  const boat = boats.findLast(({ crew }) => !crew.includes("Ann Lee"));
  const reason = "The motor would not start at the ramp.";
  return boats.map((one) => (one === boat ? { ...one, outcome: "did-not-fish", reason, bags: [] } : one));
}

const firstDay = ({ boats }: Scene): Weighed[] =>
  boats.flatMap((boat) => boat.bags.filter(({ day }) => day === 1).map((bag) => ({ boat, bag })));

/** Whose fish are in the bag. */
const handsIn = ({ boat, bag }: Weighed): string[] => (bag.angler === null ? boat.crew : [bag.angler]);

const replace = (boats: DemoBoat[], bag: DemoBag, by: DemoBag): DemoBoat[] =>
  boats.map((boat) =>
    boat.bags.includes(bag) ? { ...boat, bags: boat.bags.map((one) => (one === bag ? by : one)) } : boat,
  );

const sum = (fish: readonly Weight[]): Weight => fish.reduce((total, one) => total + one, 0);
