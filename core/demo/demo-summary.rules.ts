import type { ClubDate } from "../time.ts";
import type { DemoFacts } from "./demo-facts.rules.ts";

/** What there is to see in the demo, in numbers. */
export interface DemoSummary {
  today: ClubDate;
  people: number;
  /** Oldest first; the planned ones too. */
  seasons: { year: number; tournaments: number; held: number }[];
  bags: number;
  fish: number;
}

/** Counts what a demo holds. */
export function summarize({ today, people, seasons }: DemoFacts): DemoSummary {
  const bags = seasons.flatMap(({ tournaments }) =>
    tournaments.flatMap(({ boats }) => boats.flatMap((boat) => boat.bags)),
  );
  return {
    today,
    people: people.length,
    seasons: seasons.map(({ year, tournaments }) => ({
      year,
      tournaments: tournaments.length,
      held: tournaments.filter(({ held }) => held).length,
    })),
    bags: bags.length,
    fish: bags.reduce((sum, { fish }) => sum + fish.length, 0),
  };
}
