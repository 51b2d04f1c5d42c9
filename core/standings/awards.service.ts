import type { Measure } from "../weight.ts";
import { namingOf } from "../results/names.rules.ts";
import type { KeptWinner } from "../results/season-award.entity.ts";
import type { Award } from "../seasons/award.schemas.ts";
import { type Rules, rulesSchema } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import { type AwardPage, findAwardPages } from "./award-pages.queries.ts";
import { basisOf } from "./season-basis.rules.ts";
import { chainOf, noSuchSeason } from "./season-tables.service.ts";
import { decided, showAward } from "./show-awards.rules.ts";
import type { AwardShown, AwardsShown } from "./standings-shown.rules.ts";
import { type AwardsWorkedOut, workOutAwards } from "./work-out-awards.service.ts";

/**
 * The awards of a season as they stand: by the table of its first race, the heaviest bass and stringer of its official
 * tournaments, and what the officers ruled. Not-found for a year without a season. Three queries, one where they are
 * written down.
 */
export async function getAwards(work: Work, { season }: { season: number }): Promise<AwardsShown> {
  const [own] = await loadAwards(work, { season, past: 0 });
  return own!.shown;
}

/** A season that is over, and who was first in each of its awards. */
export interface PastAwards {
  year: number;
  measure: Measure;
  awards: AwardShown[];
}

/** As `getAwards`, with the winners of the five years before; a season that is not over yet has none. As many queries. */
export async function getAwardsWithPast(
  work: Work,
  { season }: { season: number },
): Promise<{ awards: AwardsShown; past: PastAwards[] }> {
  const [own, ...past] = await loadAwards(work, { season, past: 5 });
  return {
    awards: own!.shown,
    past: past.map((one) => ({
      year: one.shown.season,
      measure: one.rules.measure,
      awards: firstOf(one),
    })),
  };
}

interface SeasonAwards {
  rules: Rules;
  shown: AwardsShown;
}

/** The season's, and those of the years before that are over, newest first. */
async function loadAwards(
  work: Work,
  { season, past }: { season: number; past: number },
): Promise<SeasonAwards[]> {
  const found = await findAwardPages(work, { year: season, past });
  if (found[0]?.year !== season) throw noSuchSeason(season);
  const pages = found.map((page, at) => ({ ...page, kept: page.kept ?? soFarOf(found.slice(at)) }));
  const asked = pages.filter((page) => page.year === season || (page.year >= season - past && isOver(page)));
  const unwritten = asked.filter(({ kept }) => kept === null).map(({ year }) => year);
  const workedOut = await workOutAwards(work, { pages, years: unwritten });
  return asked.map((page) => {
    const { rules, winners, tournaments, naming } = workedOut.get(page.year) ?? asWritten(page);
    const awards = rules.awards.map((award, at) =>
      showAward(winners[at] ?? [], { award, rules, tournaments, naming }),
    );
    return { rules, shown: { season: page.year, final: isOver(page), measure: rules.measure, awards } };
  });
}

/** What is written down of a season that is not closed, where it still is the one that it was worked out from. */
function soFarOf(pages: AwardPage[]): KeptWinner[][] | null {
  const { soFar, basis } = pages[0]!;
  return soFar !== null && basis === basisOf(pages.slice(0, chainOf(pages).length)) ? soFar : null;
}

/** By the order of the rules. */
interface Written extends Omit<AwardsWorkedOut, "tournaments"> {
  /** Those where an award was won, or more. */
  tournaments: AwardPage["tournaments"];
}

/** What officers decide may be decided after the season was closed. */
function asWritten({ kept, names, rulings, tournaments, ...page }: AwardPage): Written {
  const rules = rulesSchema.parse(page.rules);
  const winners = rules.awards.map(({ by, title }, at) => {
    const ruling = rulings.findLast((one) => one.title === title);
    return by === "ruling" ? decided(ruling === undefined ? [] : [ruling.anglerId]) : (kept?.[at] ?? []);
  });
  return { rules, winners, tournaments, naming: namingOf(names) };
}

/** Those in first place; of several awards by the same table the first alone. */
function firstOf({ rules, shown }: SeasonAwards): AwardShown[] {
  return shown.awards.flatMap((award, at) => {
    const winners = award.winners.filter(({ place }) => place === 1);
    return winners.length === 0 || at !== firstLike(rules.awards, at) ? [] : { ...award, winners };
  });
}

function firstLike(all: readonly Award[], at: number): number {
  const own = all[at]!;
  if (own.by !== "standing") return at;
  return all.findIndex((award) => award.by === "standing" && award.rookies === own.rookies);
}

/** Closed, or nothing is left to become official. */
const isOver = ({ closed, tournaments }: Pick<AwardPage, "closed" | "tournaments">): boolean =>
  closed || (tournaments.length > 0 && tournaments.every(({ state }) => state === "official"));
