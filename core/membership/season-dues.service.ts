import type { Cents } from "../money.ts";
import { listSeasonRules } from "../seasons/seasons.service.ts";
import type { Work } from "../work.ts";

/** What a season's rules say of dues. */
export interface SeasonDues {
  amount: Cents;
  /** The month in which they are due, 1 is January. */
  month: number;
  newMembersCoverNextFrom: number | null;
}

/** What a year's rules say of dues, of a year without a season what the newest one's do; null: none are taken. */
export async function loadDuesRules(work: Work): Promise<(year: number) => SeasonDues | null> {
  const seasons = await listSeasonRules(work);
  return (year) => {
    const season = seasons.find((one) => one.year === year) ?? seasons[0];
    const dues = season?.rules.club.dues ?? null;
    return dues !== null && dues.amount > 0 ? dues : null;
  };
}
