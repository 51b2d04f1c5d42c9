import { invalid, notFound } from "../errors.ts";
import { type Naming, namingOf } from "../results/names.rules.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { type Rules, rulesSchema } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import type { PlacedField } from "./race-result.rules.ts";
import { linesByTournament } from "./season-lines.rules.ts";
import { loadSeasonLines } from "./season-lines.queries.ts";
import { findSeasonPages, type SeasonPage } from "./season-page.queries.ts";
import {
  type PlannedTournament,
  seasonCourse,
  seasonTables,
  type SeasonGiven,
  type SeasonTable,
} from "./season-tables.rules.ts";
import type { SeasonTotal } from "./season-total.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";

/** A season added up: its rules, its calendar, and the table of each race. */
export interface SeasonTables {
  page: SeasonPage;
  rules: Rules;
  /** Planned, not cancelled, by day; with those that do not count for points. */
  tournaments: PlannedTournament[];
  /** Of them, those that count, and of these those that are official so far. */
  planned: PlannedTournament[];
  held: PlannedTournament[];
  tables: SeasonTable[];
  /** What is stored of the results that were added up, by tournament. */
  results: ReadonlyMap<number, PlacedField>;
  naming: Naming;
  /** The rows of the first race as they stood after each of the tournaments held; each step goes on with the one table. */
  course: () => Iterable<ReadonlyMap<string, SeasonTotal>>;
  /** The seasons of the years before that were asked for too, newest first. */
  past: () => PastSeason[];
}

/** A season of an earlier year. */
export interface PastSeason {
  page: SeasonPage;
  rules: Rules;
  tournaments: PlannedTournament[];
  /** Of the first race. */
  rows: StandingRow[];
}

/**
 * Adds up a season from what is stored of its official results, after the first `afterEvents` of them where that is
 * said, and those of the `past` years before it. Two queries, however many seasons there are.
 */
export async function loadSeasonTables(
  work: Work,
  { season, afterEvents, past = 0 }: { season: number; afterEvents?: number | undefined; past?: number },
): Promise<SeasonTables> {
  const pages = await findSeasonPages(work, { year: season, past });
  if (pages[0]?.year !== season) {
    throw notFound("season-not-found", `There is no season ${season}. See sabc season list.`);
  }
  const [first, ...earlier] = chainOf(pages);
  const before = pages
    .map((page, at) => ({ page, chain: chainOf(pages.slice(at)) }))
    .filter(({ page: { year } }) => year < season && year >= season - past);
  const asked = { ...first!, held: heldAfter(first!, afterEvents) };
  const given = [asked, ...earlier, ...before.flatMap(({ chain }) => chain)];
  const { lines, names } = await loadSeasonLines(work, {
    tournamentIds: [...new Set(given.flatMap(({ held }) => held.map(({ id }) => id)))],
    seasonIds: [...new Set(given.map(({ seasonId }) => seasonId))],
  });
  const stored = { lines: linesByTournament(lines), names };
  const { rules, tournaments, planned, held } = asked;
  return {
    page: pages[0],
    rules,
    tournaments,
    planned,
    held,
    tables: seasonTables([asked, ...earlier], stored),
    results: stored.lines,
    naming: namingOf(names),
    course: () => seasonCourse([asked, ...earlier], stored),
    past: () =>
      before.map(({ page, chain }) => ({
        page,
        rules: chain[0]!.rules,
        tournaments: chain[0]!.tournaments,
        rows: seasonTables(chain, stored)[0]?.rows ?? [],
      })),
  };
}

/** The season asked for, and those before it as long as each starts from the one before. */
function chainOf(pages: SeasonPage[]): SeasonGiven[] {
  const chain: SeasonGiven[] = [];
  for (const page of pages) {
    const after = chain.at(-1);
    if (after && (after.rules.season.carry === null || after.year !== page.year + 1)) break;
    chain.push(read(page));
  }
  return chain;
}

function read({ id, year, rules, tournaments, meetings }: SeasonPage): SeasonGiven {
  const all = tournaments.map(({ changes, ...tournament }) => ({
    ...tournament,
    changes: eventChangesSchema.parse(changes),
  }));
  const planned = all.filter(({ changes }) => changes.countsForPoints);
  return {
    seasonId: id,
    year,
    rules: rulesSchema.parse(rules),
    tournaments: all,
    planned,
    held: planned.filter(({ state }) => state === "official"),
    meetings: new Map(meetings.map(({ anglerId, attended }) => [anglerId, attended])),
  };
}

function heldAfter({ year, held }: SeasonGiven, afterEvents: number | undefined): PlannedTournament[] {
  if (afterEvents === undefined) return held;
  if (afterEvents < 1 || afterEvents > held.length) {
    const so = held.length === 0 ? "none is" : `${held.length} ${held.length === 1 ? "is" : "are"}`;
    throw invalid(
      "not-so-many-official",
      `Standings after tournament ${afterEvents} of ${year} are not to be had: ${so} official so far.`,
    );
  }
  return held.slice(0, afterEvents);
}
