import { writeKept } from "../results/kept.queries.ts";
import type { KeptWinner } from "../results/season-award.entity.ts";
import type { KeptRace } from "../results/season-standing.entity.ts";
import type { Work } from "../work.ts";

/** A season of which figures are written down, or may be. */
export interface KeptSeason {
  id: number;
  year: number;
  /** Closed, and gives awards: who has them is written down by themselves. */
  awarded: boolean;
  awardsWritten: boolean;
  /** What its standings were worked out from; null where they are not written down. */
  basis: string | null;
  /** Ties are broken by names, which change without the season: its standings are never written down. */
  named: boolean;
}

/** All seasons of which something was held, oldest first. */
export const findKeptSeasons = (work: Work): Promise<KeptSeason[]> => work.em.execute(keptSeasons);

/**
 * Those whose figures may be others once official results of these years are, oldest first: themselves, later closed
 * ones whose awards were let go of, and later ones that start from earlier totals or ask who is new.
 */
export const findSeasonsAfter = (work: Work, years: readonly number[]): Promise<KeptSeason[]> =>
  work.em.execute(
    `select * from (${keptSeasons}) season
     where year = any(?::int[]) or year > ? and (awarded and not "awardsWritten" or basis is null and exists (
       select from season s where s.id = season.id
         and (s.rules #> '{season,carry}' <> 'null' or s.rules @@ '$.awards[*].rookies == true')))
     order by year`,
    [`{${years.join(",")}}`, Math.min(...years)],
  );

const keptSeasons = `
  select s.id, s.year, s.closed and s.rules -> 'awards' <> '[]' as awarded, x.basis,
         s.rules @@ '$.season.order[*] == "name"' as named,
         exists (select from season_award where season_id = s.id) as "awardsWritten"
  from season s left join season_standing x on x.season_id = s.id
  where s.closed or exists (select from tournament where season_id = s.id and state = 'official')
  order by s.year`;

const seasonAward = { table: "season_award", key: ["season_id", "award"], figures: ["winners"] } as const;

/** Writes down who has each award of a season, by the order of its rules, and tells how many were written otherwise. */
export const writeAwards = (
  work: Work,
  { seasonId, awards }: { seasonId: number; awards: readonly KeptWinner[][] },
): Promise<number> =>
  writeKept(work, {
    kept: seasonAward,
    made: `
       select ?::int as season_id, (place - 1)::int as award, winners
       from jsonb_array_elements(?::jsonb) with ordinality as one (winners, place)`,
    where: "season_id = ?::int",
    values: [String(seasonId), JSON.stringify(awards), String(seasonId)],
  });

/** What the tables of a season say at their top and who has its awards, and what that was worked out from. */
export interface WorkedOutSeason {
  seasonId: number;
  basis: string;
  races: readonly KeptRace[];
  awards: readonly KeptWinner[][];
}

/** Whether this is written down otherwise; what was worked out from something else is not. */
export async function isWrittenOtherwise(work: Work, made: WorkedOutSeason): Promise<boolean> {
  const { seasonId, basis, races, awards } = made;
  const [row] = await work.em.execute<{ otherwise: boolean }[]>(
    `select exists (
       select from season_standing
       where season_id = ? and basis = ? and (races, awards) is distinct from (?::jsonb, ?::jsonb)) as otherwise`,
    [seasonId, basis, JSON.stringify(races), JSON.stringify(awards)],
  );
  return row!.otherwise;
}

/** Writes this down in place of what there was. */
export async function writeStanding(work: Work, made: WorkedOutSeason): Promise<void> {
  const { seasonId, basis, races, awards } = made;
  await work.em.execute(
    `insert into season_standing (season_id, basis, races, awards) values (?, ?, ?::jsonb, ?::jsonb)
     on conflict (season_id) do update set basis = excluded.basis, races = excluded.races, awards = excluded.awards`,
    [seasonId, basis, JSON.stringify(races), JSON.stringify(awards)],
  );
}
