import { loadSeasonFacts } from "../results/facts.service.ts";
import { scoreTournament } from "../results/tournament-score.rules.ts";
import type { Work } from "../work.ts";
import { awards, type AwardTournament } from "./award.rules.ts";
import { loadSeasonTables, type SeasonTables } from "./season-tables.service.ts";
import { showAward } from "./show-awards.rules.ts";
import type { AwardsShown } from "./standings-shown.rules.ts";

/**
 * The awards of a season as they stand: by the table of its first race, the heaviest bass and stringer of its official
 * tournaments, and what the officers ruled. Not-found for a year without a season. Three queries.
 */
export async function getAwards(work: Work, { season }: { season: number }): Promise<AwardsShown> {
  const tables = await loadSeasonTables(work, { season });
  const { page, rules, tournaments, naming } = tables;
  const rows = tables.tables[0]?.rows ?? [];
  const results = awards({
    rules,
    standings: rows,
    tournaments: await weighed(work, tables),
    rookies: new Set(page.rookies),
    rulings: new Map(page.rulings.map(({ title, anglerId }) => [title, anglerId])),
  });
  const decided = tournaments.every(({ state }) => state === "official");
  return {
    season,
    final: page.closed || (tournaments.length > 0 && decided),
    awards: results.map((result, at) =>
      showAward(result, { award: rules.awards[at]!, rules, rows, tournaments, naming }),
    ),
  };
}

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
