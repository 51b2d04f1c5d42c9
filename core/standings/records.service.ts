import { loadFactsBy } from "../results/facts.service.ts";
import { countedBags } from "../results/tournament-score.rules.ts";
import { rulesSchema } from "../seasons/rules.schemas.ts";
import type { Work } from "../work.ts";
import { type Catch, catchesIn, writeBook } from "./record-book.rules.ts";
import { findRecordLines, loadRecordDetails, type RecordPage } from "./records.queries.ts";
import type { RecordsShown } from "./records-shown.rules.ts";
import { showRecords } from "./show-records.rules.ts";

export type { BestCatches, CatchShown, RecordsShown, Tally } from "./records-shown.rules.ts";

/**
 * The club's book: the heaviest bass and bags of all time, of each lake and each month, and who won, filled a limit
 * and fished most often; the first `top` places of each list, ten unless said otherwise. Two queries, three where a
 * tournament lasted several days.
 */
export async function getRecords(
  work: Work,
  { top = 10 }: { top?: number | undefined } = {},
): Promise<RecordsShown> {
  const page = await findRecordLines(work, top);
  const book = writeBook({ ...page, bags: await bagsOfSeveralDays(work, page), top });
  const details = await loadRecordDetails(work, { measure: page.measure, catches: catchesIn(book), top });
  const { measure, leftOut } = page;
  return { measure, leftOut, ...showRecords(book, { details, top }) };
}

/** Where a tournament lasted several days the stored results are sums: its bags are weighed again. */
async function bagsOfSeveralDays(work: Work, { several, seasons }: RecordPage): Promise<Catch[]> {
  if (several.length === 0) return [];
  const own = new Map(several.map((one) => [one.tournamentId, one]));
  const rules = new Map(seasons.map((season) => [season.id, rulesSchema.parse(season.rules)]));
  const loaded = await loadFactsBy(work, { tournamentIds: [...own.keys()], rules });
  return loaded.flatMap(({ tournamentId, facts, rules: follows }) =>
    countedBags(facts, follows).flatMap(({ entryId, anglerId, fish, net, caught }) =>
      caught && net !== null ? [{ ...own.get(tournamentId)!, entryId, anglerId, fish, weight: net }] : [],
    ),
  );
}
