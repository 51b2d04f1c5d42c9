import { resolveAnglers } from "../anglers/anglers.service.ts";
import { resolveTournament } from "../tournaments/tournaments.service.ts";
import type { Work } from "../work.ts";
import { findBoats } from "./boat-state.queries.ts";
import type { BoatState } from "./boat-state.rules.ts";
import { columnNames, type FileKind } from "./column-names.rules.ts";
import { writeCsv } from "../anglers/csv-file.service.ts";
import { exportRows } from "./export-rows.rules.ts";
import { findTargets } from "./import-targets.queries.ts";
import { findPublicNames } from "./names.queries.ts";
import { rulesSchema } from "../seasons/rules.schemas.ts";

/** One tournament's results as a CSV that `importResults` reads again and finds nothing new in; exact weights. */
export async function exportResults(
  work: Work,
  { tournament: reference }: { tournament: string | number },
): Promise<string> {
  const { id } = await resolveTournament(work, { reference });
  const [target] = await findTargets(work, [id]);
  const boats = await findBoats(work, [id]);
  const { ranked, limit } = rulesSchema.parse(target!.rules);
  const nameOf = await referencesOf(work, boats);
  return writeCsv(exportRows(boats, { fished: { ranked, per: limit.per, days: target!.days }, nameOf }));
}

/** A results file without rows: every column by its name, in pounds; a season's file also with the events'. */
export function resultsTemplate({ kind }: { kind: FileKind }): string {
  const units = /^alive$|_(oz|kg|in)$/;
  return writeCsv({ header: columnNames(kind).filter((name) => !units.test(name)), rows: [] });
}

/** The public name of each, or the id where the name could mean another or would not be read again. */
async function referencesOf(work: Work, boats: readonly BoatState[]): Promise<(id: number) => string> {
  const ids = boats.flatMap(({ crew }) =>
    crew.flatMap(({ angler, standsInFor }) => [angler, standsInFor ?? angler]),
  );
  const names = new Map((await findPublicNames(work, ids)).map(({ id, name }) => [id, name]));
  const { found } = await resolveAnglers(work, { references: [...new Set(names.values())] });
  return (id) => {
    const name = names.get(id) ?? "";
    return found.get(name)?.id === id && /^[\p{L}\p{N}]/u.test(name) ? name : String(id);
  };
}
