import type { PresetName } from "../seasons/presets.rules.ts";
import type { ClubDate } from "../time.ts";
import { months } from "../tournaments/plan.rules.ts";
import type { Weight } from "../weight.ts";
import { catchOf, deadAmong } from "./catch.rules.ts";
import { type Chance, chanceOf } from "./chance.rules.ts";
import type { DemoBag, DemoBoat } from "./scales.rules.ts";
import type { SeedPerson } from "./seed-people.rules.ts";
import type { SeedSize } from "./seed-sizes.rules.ts";
import { moodOf, type Water, waterOf } from "./waters.rules.ts";
import { nthWeekday } from "./years.rules.ts";

/** A tournament of a seeded season. */
export interface SeedTournament {
  name: string;
  firstDay: ClubDate;
  month: number;
  water: Water;
}

/** The rules of a year: anglers for points, and from 2026 on boats, as the club's bylaws had it. */
export const rulesOfYear = (year: number): PresetName => (year < 2026 ? "sabc-individual" : "sabc-team");

/** A year's tournaments by their days. */
export function seedTournaments(size: SeedSize, year: number): SeedTournament[] {
  const tournaments = months.flatMap((monthName, at) => {
    const month = at + 1;
    const turns = size.monthly === 1 ? onceAMonth : sixTimesAMonth;
    return turns.map(({ weekday, nth }, turn) => ({
      name: turns.length === 1 ? monthName : `${monthName} ${turn + 1}`,
      firstDay: nthWeekday({ year, month, weekday, nth }),
      month,
      water: waterOf(year % 2 === 0 ? "first" : "second", 1 + ((at + year + turn) % 11))!,
    }));
  });
  return tournaments.toSorted((one, other) => one.firstDay.localeCompare(other.firstDay));
}

interface Day {
  size: SeedSize;
  year: number;
  tournament: SeedTournament;
  people: readonly SeedPerson[];
}

/**
 * Who came to a tournament and what they weighed. No two boats and no two anglers are level, so that no ruling is
 * missing and all of it can be made official.
 */
export function seedBoats({ size, year, tournament, people }: Day): DemoBoat[] {
  const chance = chanceOf(`seed field ${year} ${tournament.name}`);
  const members = people.filter(({ firstYear, endYear }) => firstYear <= year && year < endYear);
  const there = chance.shuffled(members).slice(0, 2 * size.boats);
  const mood = moodOf({ lake: tournament.water.lake, month: tournament.month });
  const scales = openScales();
  const boats: DemoBoat[] = [];
  while (there.length > 1) {
    const crew = there.splice(0, 2);
    const catches = crew.map(({ name, skill }) => ({
      angler: name,
      fish: catchOf({ skill, mood, chance, heaviest: null }),
    }));
    const common = { angler: null, fish: catches.flatMap(({ fish }) => fish).toSorted((a, b) => b - a) };
    const bags = rulesOfYear(year) === "sabc-team" ? [common] : catches;
    const weighed = bags.map((bag) => bagOf(bag, { month: tournament.month, chance }));
    boats.push({
      crew: crew.map(({ name }) => name),
      outcome: "fished",
      reason: null,
      bags: scales.apart(weighed),
    });
  }
  return boats;
}

interface Kept {
  angler: string | null;
  fish: Weight[];
}

function bagOf({ angler, fish }: Kept, { month, chance }: { month: number; chance: Chance }): DemoBag {
  const kept = fish.slice(0, 5);
  const dead = deadAmong(kept.length, { month, chance });
  return { angler, day: 1, fish: kept, dead, late: 0, penalty: null, caughtBy: null, typed: null };
}

/** Makes a fish a hundredth of a pound heavier until nobody is level with anybody. */
function openScales() {
  const taken = { fish: new Set<Weight>(), bag: new Set<Weight>(), boat: new Set<Weight>() };
  const heaviest = (bag: DemoBag): Weight => bag.fish[0] ?? 0;
  const isLevel = (bags: DemoBag[]): boolean =>
    taken.boat.has(sum(bags.map(netOf))) ||
    bags.some((bag) => taken.bag.has(netOf(bag)) || taken.fish.has(heaviest(bag))) ||
    new Set(bags.map(netOf)).size < bags.length ||
    new Set(bags.map(heaviest)).size < bags.length;
  return {
    apart(bags: DemoBag[]): DemoBag[] {
      const withFish = bags.filter(({ fish }) => fish.length > 0);
      // In turns, and from some turn on only the first: two that keep step never part.
      for (let turn = 0; isLevel(withFish); turn += 1)
        withFish[turn < together ? turn % withFish.length : 0]!.fish[0]! += hundredth;
      for (const bag of withFish) {
        taken.fish.add(heaviest(bag));
        taken.bag.add(netOf(bag));
      }
      if (withFish.length > 0) taken.boat.add(sum(withFish.map(netOf)));
      return bags;
    },
  };
}

const hundredth: Weight = 100;
const together = 100;
const deadFish: Weight = 2_500;

const sum = (weights: readonly Weight[]): Weight => weights.reduce((total, one) => total + one, 0);
const netOf = ({ fish, dead }: DemoBag): Weight => sum(fish) - dead * deadFish;

const onceAMonth = [{ weekday: 0, nth: 4 }];
const sixTimesAMonth = [
  { weekday: 0, nth: 1 },
  { weekday: 6, nth: 2 },
  { weekday: 0, nth: 2 },
  { weekday: 0, nth: 3 },
  { weekday: 6, nth: 4 },
  { weekday: 0, nth: 4 },
];
