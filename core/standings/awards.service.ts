import { loadFactsBy } from "../results/facts.service.ts";
import { countedBags } from "../results/tournament-score.rules.ts";
import type { Award } from "../seasons/award.schemas.ts";
import type { Work } from "../work.ts";
import { awardCandidates } from "./award-candidates.rules.ts";
import { awards, type AwardTournament } from "./award.rules.ts";
import { loadSeasonTables, type PastSeason, type SeasonTables } from "./season-tables.service.ts";
import { showAward } from "./show-awards.rules.ts";
import type { AwardShown, AwardsShown } from "./standings-shown.rules.ts";

/**
 * The awards of a season as they stand: by the table of its first race, the heaviest bass and stringer of its official
 * tournaments, and what the officers ruled. Not-found for a year without a season. Three queries.
 */
export async function getAwards(work: Work, { season }: { season: number }): Promise<AwardsShown> {
  const tables = await loadSeasonTables(work, { season });
  const own = seasonOf(tables);
  return awardsOf(own, { tables, weighed: await weigh(work, { tables, seasons: [own] }) });
}

/** A season that is over, and who was first in each of its awards. */
export interface PastAwards {
  year: number;
  awards: AwardShown[];
}

/** As `getAwards`, with the winners of the five years before; a season that is not over yet has none. Three queries. */
export async function getAwardsWithPast(
  work: Work,
  { season }: { season: number },
): Promise<{ awards: AwardsShown; past: PastAwards[] }> {
  const tables = await loadSeasonTables(work, { season, past: 5 });
  const own = seasonOf(tables);
  const past = tables.past().filter(isOver);
  const weighed = await weigh(work, { tables, seasons: [own, ...past] });
  return {
    awards: awardsOf(own, { tables, weighed }),
    past: past.map((one) => ({
      year: one.page.year,
      awards: winnersOf(one, awardsOf(one, { tables, weighed })),
    })),
  };
}

interface Loaded {
  tables: SeasonTables;
  /** By the season's id. */
  weighed: ReadonlyMap<number, AwardTournament[]>;
}

function awardsOf(season: PastSeason, { tables: { naming }, weighed }: Loaded): AwardsShown {
  const { page, rules, tournaments, rows } = season;
  const results = awards({
    rules,
    standings: rows,
    tournaments: weighed.get(page.id) ?? [],
    rookies: new Set(page.rookies),
    rulings: new Map(page.rulings.map(({ title, anglerId }) => [title, anglerId])),
  });
  return {
    season: page.year,
    final: isOver(season),
    awards: results.map((result, at) =>
      showAward(result, { award: rules.awards[at]!, rules, rows, tournaments, naming }),
    ),
  };
}

/** Those in first place; of several awards by the same table the first alone. */
function winnersOf({ rules }: PastSeason, { awards: shown }: AwardsShown): AwardShown[] {
  return shown.flatMap((award, at) => {
    const winners = award.winners.filter(({ place }) => place === 1);
    return winners.length === 0 || at !== firstLike(rules.awards, at) ? [] : { ...award, winners };
  });
}

function firstLike(all: readonly Award[], at: number): number {
  const own = all[at]!;
  if (own.by !== "standing") return at;
  return all.findIndex((award) => award.by === "standing" && award.rookies === own.rookies);
}

const seasonOf = ({ page, rules, tournaments, tables }: SeasonTables): PastSeason => ({
  page,
  rules,
  tournaments,
  rows: tables[0]?.rows ?? [],
});

/** Closed, or nothing is left to become official. */
const isOver = ({ page, tournaments }: Pick<PastSeason, "page" | "tournaments">): boolean =>
  page.closed || (tournaments.length > 0 && tournaments.every(({ state }) => state === "official"));

/** The bags of the official tournaments that the awards may hang on, those too that do not count for points. */
async function weigh(
  work: Work,
  { tables: { results }, seasons }: { tables: SeasonTables; seasons: readonly PastSeason[] },
): Promise<Loaded["weighed"]> {
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
