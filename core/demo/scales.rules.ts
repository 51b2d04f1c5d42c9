import type { Weight } from "../weight.ts";
import { catchOf, deadAmong } from "./catch.rules.ts";
import { type Chance, chanceOf } from "./chance.rules.ts";
import type { DemoPerson } from "./people.rules.ts";
import type { PlannedTournament } from "./plan.rules.ts";
import { moodOf } from "./waters.rules.ts";
import { presetOf } from "./years.rules.ts";

/** What came to the scales together: one angler's fish, or the boat's where boats weigh. */
export interface DemoBag {
  /** Null: the boat's common bag. */
  angler: string | null;
  day: number;
  /** Each fish, heaviest first. */
  fish: Weight[];
  dead: number;
  /** Minutes. */
  late: number;
  penalty: { weight: Weight; reason: string } | null;
  /** Who caught the biggest of a common bag, where somebody noted it. */
  caughtBy: string | null;
  /** What was typed instead of what the scales said; null: the truth. */
  typed: Weight | null;
}

export interface DemoBoat {
  crew: string[];
  outcome: "fished" | "did-not-fish";
  reason: string | null;
  bags: DemoBag[];
}

interface Weighing {
  tournament: PlannedTournament;
  boats: string[][];
  people: readonly DemoPerson[];
  /** No fish is heavier; null: as the lake gives. */
  heaviest: Weight | null;
}

/** What each boat brings to the scales of a tournament, day by day: the best of what its anglers caught. */
export function weigh({ tournament, boats, people, heaviest }: Weighing): DemoBoat[] {
  const { chapter, month, water, fishLimit } = tournament;
  const mood = moodOf({ lake: water?.lake ?? "", month });
  const skills = new Map(people.map(({ name, skill }) => [name, skill]));
  const common = presetOf[chapter] === "sabc-team";
  return boats.map((crew) => ({
    crew,
    outcome: "fished",
    reason: null,
    bags: daysOf(tournament).flatMap((day) => {
      const catches = crew.map((angler) => {
        const chance = chanceOf(`catch ${chapter} ${month} ${day} ${angler}`);
        return { angler, fish: catchOf({ skill: skills.get(angler) ?? 1, mood, chance, heaviest }), chance };
      });
      const bag = { day, month, limit: fishLimit ?? 5 };
      return common
        ? [together(catches, bag)]
        : catches.map((one) => ownBag({ ...one, ...bag, caughtBy: null }));
    }),
  }));
}

interface Catch {
  angler: string;
  fish: Weight[];
  chance: Chance;
}

interface Day {
  day: number;
  month: number;
  limit: number;
}

/** The best fish of all aboard; three times in four somebody notes who caught the biggest. */
function together(catches: Catch[], day: Day): DemoBag {
  const { chance } = catches[0]!;
  const fish = catches.flatMap((one) => one.fish).toSorted((one, other) => other - one);
  const best = catches.find((one) => one.fish[0] !== undefined && one.fish[0] === fish[0]);
  const caughtBy = best && chance.happens(0.75) ? best.angler : null;
  return { ...ownBag({ ...day, angler: "", fish, chance, caughtBy }), angler: null };
}

function ownBag({
  angler,
  fish,
  chance,
  caughtBy,
  day,
  month,
  limit,
}: Catch & Day & { caughtBy: string | null }): DemoBag {
  const kept = fish.slice(0, limit);
  const dead = deadAmong(kept.length, { month, chance });
  return { angler, day, fish: kept, dead, late: 0, penalty: null, caughtBy, typed: null };
}

const daysOf = ({ firstDay, lastDay }: PlannedTournament): number[] => (firstDay === lastDay ? [1] : [1, 2]);
