import { type DomainError, invalid, notFound } from "../errors.ts";
import { type Naming, namingOf } from "../results/names.rules.ts";
import { eventChangesSchema } from "../seasons/event-changes.schemas.ts";
import { type Rules, rulesSchema } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import { linesByTournament } from "./season-lines.rules.ts";
import { loadSeasonLines } from "./season-lines.queries.ts";
import { findSeasonPages, type SeasonPage } from "./season-page.queries.ts";
import {
  type PlannedTournament,
  seasonTables,
  type SeasonGiven,
  type SeasonTable,
} from "./season-tables.rules.ts";

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
  naming: Naming;
}

/**
 * Adds up a season from what is stored of its official results, after the first `afterEvents` of them where that is
 * said. Two queries, however many seasons it starts from.
 */
export async function loadSeasonTables(
  work: Work,
  { season, afterEvents }: { season: number; afterEvents?: number | undefined },
): Promise<SeasonTables> {
  return addUpSeason(work, { season, pages: await findSeasonPages(work, { year: season }), afterEvents });
}

/** The same where the season, and those before it that it may start from, are at hand. One query. */
export async function addUpSeason(
  work: Work,
  { season, pages, afterEvents }: { season: number; pages: SeasonPage[]; afterEvents?: number | undefined },
): Promise<SeasonTables> {
  if (pages[0]?.year !== season) throw noSuchSeason(season);
  const [first, ...earlier] = chainOf(pages);
  const asked = { ...first!, held: heldAfter(first!, afterEvents) };
  const given = [asked, ...earlier];
  const { lines, names } = await loadSeasonLines(work, {
    tournamentIds: given.flatMap(({ held }) => held.map(({ id }) => id)),
    seasonIds: given.map(({ seasonId }) => seasonId),
  });
  const stored = { lines: linesByTournament(lines), names };
  const { rules, tournaments, planned, held } = asked;
  return {
    page: pages[0],
    rules,
    tournaments,
    planned,
    held,
    tables: seasonTables(given, stored),
    naming: namingOf(names),
  };
}

/** A year of which nobody wrote down a season. */
export const noSuchSeason = (year: number): DomainError =>
  notFound("season-not-found", `There is no season ${year}. See sabc season list.`);

/** The first of these seasons, newest first, and those before it as long as each starts from the one before. */
export function chainOf(pages: readonly SeasonPage[]): SeasonGiven[] {
  const chain: SeasonGiven[] = [];
  for (const page of pages) {
    const after = chain.at(-1);
    if (after && (after.rules.season.carry === null || after.year !== page.year + 1)) break;
    chain.push(readSeason(page));
  }
  return chain;
}

/** A season as it is added up. */
function readSeason({ id, year, rules, tournaments, meetings }: SeasonPage): SeasonGiven {
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
