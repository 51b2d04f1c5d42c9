import { addDays, type ClubDate } from "../time.ts";
import { calendarOf, type DemoEvent, officers } from "./calendar.rules.ts";
import { fieldOf } from "./field.rules.ts";
import { type DemoPerson, demoPeople } from "./people.rules.ts";
import { type PlannedTournament, planDemo } from "./plan.rules.ts";
import { weigh } from "./scales.rules.ts";
import { heaviestAt, tell, type Told } from "./story.rules.ts";
import { type DemoPayment, demoPayments } from "./treasury.rules.ts";
import type { Chapter } from "./years.rules.ts";

/** A tournament with everything that happened there; empty where it is ahead or was cancelled. */
export interface DemoTournament extends PlannedTournament, Told {
  buyIns: string[];
  /** Its results stand; the newest waits for protests for a week. */
  official: boolean;
}

export interface DemoSeason {
  chapter: Chapter;
  year: number;
  tournaments: DemoTournament[];
  officers: Record<string, string>;
  events: DemoEvent[];
}

/** All that the demo club knows: nothing here comes from a clock, or from lot. */
export interface DemoFacts {
  today: ClubDate;
  people: DemoPerson[];
  seasons: DemoSeason[];
  payments: DemoPayment[];
}

/** The demo club as it stands on a day; the same for the same day, always. */
export function demoFacts(today: ClubDate): DemoFacts {
  const people = demoPeople(today);
  const planned = planDemo(today);
  const seasons = planned.map(({ chapter, year, tournaments }) => ({
    chapter,
    year,
    tournaments: tournaments.map((one) => ({ ...hold(one, people), official: one.held })),
    officers: chapter === "coming" ? {} : officers[chapter],
    events: calendarOf(year),
  }));
  keepLatestOpen(seasons, today);
  return { today, people, seasons, payments: demoPayments({ people, firstYear: planned[0]!.year, today }) };
}

/** What the people did at a tournament that is over. */
function hold(
  tournament: PlannedTournament,
  people: readonly DemoPerson[],
): PlannedTournament & Told & { buyIns: string[] } {
  if (!tournament.held) return { ...tournament, boats: [], buyIns: [], rulings: [], correction: null };
  const { boats: crews, buyIns } = fieldOf(tournament, people);
  const heaviest = heaviestAt(`${tournament.chapter} ${tournament.month}`);
  const boats = weigh({ tournament, boats: crews, people, heaviest });
  return { ...tournament, ...tell(tournament, { boats, people }), buyIns };
}

/** Results of the last seven days still wait for protests, but for a season's first: it would have no standings. */
function keepLatestOpen(seasons: DemoSeason[], today: ClubDate): void {
  const held = seasons.flatMap(({ tournaments }) => tournaments.filter((one) => one.held));
  const latest = held.at(-1)!;
  latest.official = latest.month === 1 || protestsUntil(latest) < today;
}

/** The last day on which a protest may come in. */
export const protestsUntil = ({ lastDay }: PlannedTournament): ClubDate => addDays(lastDay, 7);
