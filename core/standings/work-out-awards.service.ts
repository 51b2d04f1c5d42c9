import { loadFactsBy } from "../results/facts.service.ts";
import { type Naming, namingOf } from "../results/names.rules.ts";
import type { KeptWinner } from "../results/season-award.entity.ts";
import { countedBags } from "../results/tournament-score.rules.ts";
import type { Rules } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import { awardCandidates } from "./award-candidates.rules.ts";
import { awards, type AwardTournament } from "./award.rules.ts";
import type { PlacedField } from "./race-result.rules.ts";
import { loadSeasonLines } from "./season-lines.queries.ts";
import { linesByTournament } from "./season-lines.rules.ts";
import type { SeasonPage } from "./season-page.queries.ts";
import { type PlannedTournament, seasonTables } from "./season-tables.rules.ts";
import { chainOf } from "./season-tables.service.ts";
import { figuresOf } from "./show-awards.rules.ts";
import type { StandingRow } from "./standing-order.rules.ts";

/** A season whose awards were worked out from its table, its heaviest bags and what the officers ruled. */
export interface AwardsWorkedOut {
  rules: Rules;
  tournaments: PlannedTournament[];
  /** By the order of the rules. */
  winners: KeptWinner[][];
  naming: Naming;
}

/** The awards of these of the seasons, by year. Two queries, none for no season. */
export async function workOutAwards(
  work: Work,
  { pages, years }: { pages: SeasonPage[]; years: readonly number[] },
): Promise<Map<number, AwardsWorkedOut>> {
  if (years.length === 0) return new Map();
  const chains = years.map((year) => chainOf(pages.slice(pages.findIndex((page) => page.year === year))));
  const given = chains.flat();
  const { lines, names } = await loadSeasonLines(work, {
    tournamentIds: [...new Set(given.flatMap(({ held }) => held.map(({ id }) => id)))],
    seasonIds: [...new Set(given.map(({ seasonId }) => seasonId))],
  });
  const stored = { lines: linesByTournament(lines), names };
  const seasons = chains.map((chain) => ({
    page: pages.find(({ year }) => year === chain[0]!.year)!,
    rules: chain[0]!.rules,
    tournaments: chain[0]!.tournaments,
    rows: seasonTables(chain, stored)[0]?.rows ?? [],
  }));
  const weighed = await weigh(work, { results: stored.lines, seasons });
  const naming = namingOf(names);
  return new Map(
    seasons.map((season) => [
      season.page.year,
      { ...season, winners: winnersOf(season, weighed.get(season.page.id) ?? []), naming },
    ]),
  );
}

interface AddedUp {
  page: SeasonPage;
  rules: Rules;
  tournaments: PlannedTournament[];
  /** Of the first race. */
  rows: StandingRow[];
}

function winnersOf({ page, rules, rows }: AddedUp, tournaments: AwardTournament[]): KeptWinner[][] {
  const results = awards({
    rules,
    standings: rows,
    tournaments,
    rookies: new Set(page.rookies),
    rulings: new Map(page.rulings.map(({ title, anglerId }) => [title, anglerId])),
  });
  return results.map((result) => figuresOf(result, { rules, rows }));
}

/** The bags of the official tournaments that the awards may hang on, those too that do not count for points. */
async function weigh(
  work: Work,
  { results, seasons }: { results: ReadonlyMap<number, PlacedField>; seasons: readonly AddedUp[] },
): Promise<Map<number, AwardTournament[]>> {
  const loaded = await loadFactsBy(work, {
    tournamentIds: seasons.flatMap(({ tournaments, rules }) =>
      awardCandidates(tournaments, { rules, results }),
    ),
    rules: new Map(seasons.map(({ page, rules }) => [page.id, rules])),
  });
  const weighed = loaded.map(({ seasonId, tournamentId, facts, rules }) => ({
    seasonId,
    id: tournamentId,
    paper: facts.changes.paper,
    bags: countedBags(facts, rules),
    aboard: new Map(facts.entries.map(({ id, crew }) => [id, crew])),
  }));
  return Map.groupBy(weighed, ({ seasonId }) => seasonId);
}
