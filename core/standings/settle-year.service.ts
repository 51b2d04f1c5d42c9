import { authorize } from "../actor.ts";
import { importSeason, type SeasonImported } from "../results/import-season.service.ts";
import { makeOfficial } from "../results/official.service.ts";
import type { MakeOfficial } from "../results/official.schemas.ts";
import type { ResultsShown } from "../results/results.service.ts";
import { type RulesSet, setRules } from "../results/season-rules.service.ts";
import type { Work } from "../work.ts";
import { keepFigures } from "./keep-figures.service.ts";

/** Makes a tournament official as `makeOfficial` does, and writes down what its season's tables say with it. */
export async function makeOfficialOfYear(work: Work, input: MakeOfficial): Promise<ResultsShown> {
  authorize(work, "makeOfficial", { roles: ["weighmaster"], reason: input.override?.reason ?? null });
  const shown = await makeOfficial(work, input);
  await keepFigures(work, { years: [shown.tournament.season] });
  return shown;
}

/** Gives a year its rules as `setRules` does, and writes down what its tables say by them. */
export async function setRulesOfYear(work: Work, input: Parameters<typeof setRules>[1]): Promise<RulesSet> {
  authorize(work, "setRules", { roles: [], reason: input.reason ?? null });
  const set = await setRules(work, input);
  await keepFigures(work, { years: [set.year] });
  return set;
}

/** Takes in a season as `importSeason` does, and writes down what its tables say. */
export async function importSeasonOfYear(
  work: Work,
  input: Parameters<typeof importSeason>[1],
): Promise<SeasonImported> {
  authorize(work, "importSeason", { roles: ["weighmaster"], reason: input.override ?? null });
  const imported = await importSeason(work, input);
  await keepFigures(work, { years: [imported.year] });
  return imported;
}
