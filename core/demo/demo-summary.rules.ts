import type { ClubDate } from "../time.ts";
import type { DemoFacts } from "./demo-facts.rules.ts";
import { club } from "./names.rules.ts";

/** What there is to see in the demo, in numbers. */
export interface DemoSummary {
  club: string;
  today: ClubDate;
  people: number;
  /** Oldest first; the planned ones too. */
  seasons: { year: number; tournaments: number; held: number }[];
  bags: number;
  fish: number;
  next: { name: string; firstDay: ClubDate };
}

/** Counts what a demo holds. */
export function summarize({ today, people, seasons }: DemoFacts): DemoSummary {
  const bags = seasons.flatMap(({ tournaments }) =>
    tournaments.flatMap(({ boats }) => boats.flatMap((boat) => boat.bags)),
  );
  const { name, firstDay } = seasons
    .flatMap(({ tournaments }) => tournaments)
    .find(({ lastDay }) => lastDay >= today)!;
  return {
    club: club.name,
    today,
    people: people.length,
    seasons: seasons.map(({ year, tournaments }) => ({
      year,
      tournaments: tournaments.length,
      held: tournaments.filter(({ held }) => held).length,
    })),
    bags: bags.length,
    fish: bags.reduce((sum, { fish }) => sum + fish.length, 0),
    next: { name, firstDay },
  };
}
