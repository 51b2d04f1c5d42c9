import { loadSeasonFacts } from "../results/facts.service.ts";
import { scoreTournament } from "../results/tournament-score.rules.ts";
import type { Work } from "../work.ts";
import { awards, type AwardTournament } from "./award.rules.ts";
import { loadSeasonTables, type PastSeason, type SeasonTables } from "./season-tables.service.ts";
import { showAward } from "./show-awards.rules.ts";
import type { AwardShown, AwardsShown } from "./standings-shown.rules.ts";

/**
 * The awards of a season as they stand: by the table of its first race, the heaviest bass and stringer of its official
 * tournaments, and what the officers ruled. Not-found for a year without a season. Three queries.
 */
export async function getAwards(work: Work, { season }: { season: number }): Promise<AwardsShown> {
  return showAwards(work, await loadSeasonTables(work, { season }));
}

/** A season that is over, and who was first in its standings. */
export interface PastWinner {
  year: number;
  award: AwardShown;
}

/** As `getAwards`, with who came first in the five years before; a season that is not over yet has none. Three queries. */
export async function getAwardsWithPast(
  work: Work,
  { season }: { season: number },
): Promise<{ awards: AwardsShown; past: PastWinner[] }> {
  const tables = await loadSeasonTables(work, { season, past: 5 });
  return {
    awards: await showAwards(work, tables),
    past: tables.past().flatMap((one) => winnerOf(one, tables) ?? []),
  };
}

async function showAwards(work: Work, tables: SeasonTables): Promise<AwardsShown> {
  const { page, rules, tournaments, naming } = tables;
  const rows = tables.tables[0]?.rows ?? [];
  const results = awards({
    rules,
    standings: rows,
    tournaments: await weighed(work, tables),
    rookies: new Set(page.rookies),
    rulings: new Map(page.rulings.map(({ title, anglerId }) => [title, anglerId])),
  });
  return {
    season: page.year,
    final: isOver(tables),
    awards: results.map((result, at) =>
      showAward(result, { award: rules.awards[at]!, rules, rows, tournaments, naming }),
    ),
  };
}

/** Who has the first award that goes by the standings. */
function winnerOf(season: PastSeason, { naming }: Pick<SeasonTables, "naming">): PastWinner | null {
  const { page, rules, rows, tournaments } = season;
  const at = rules.awards.findIndex((award) => award.by === "standing" && !award.rookies);
  const award = rules.awards[at];
  if (award === undefined || !isOver(season)) return null;
  const none = { tournaments: [], rookies: new Set<number>(), rulings: new Map<string, number>() };
  const { winners, ...result } = awards({ rules, standings: rows, ...none })[at]!;
  const first = { ...result, winners: winners.filter(({ place }) => place === 1) };
  return { year: page.year, award: showAward(first, { award, rules, rows, tournaments, naming }) };
}

/** Closed, or nothing is left to become official. */
const isOver = ({ page, tournaments }: Pick<PastSeason, "page" | "tournaments">): boolean =>
  page.closed || (tournaments.length > 0 && tournaments.every(({ state }) => state === "official"));

/** The bags of all official tournaments, those too that do not count for points. */
async function weighed(work: Work, { tournaments, rules }: SeasonTables): Promise<AwardTournament[]> {
  const official = tournaments.filter(({ state }) => state === "official");
  const loaded = await loadSeasonFacts(work, { tournamentIds: official.map(({ id }) => id), rules });
  return loaded.map(({ tournamentId, facts }) => ({
    id: tournamentId,
    paper: facts.changes.paper,
    bags: scoreTournament(facts, rules).bags,
    aboard: new Map(facts.entries.map(({ id, crew }) => [id, crew])),
  }));
}
