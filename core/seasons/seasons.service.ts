import { authorize } from "../actor.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { checkRules, type Rules, type RulesDocument, writeRules } from "./rules.schemas.ts";
import { Season } from "./season.entity.ts";

export interface SeasonShown {
  id: number;
  year: number;
  closed: boolean;
  /** As the core reads them: integers throughout. */
  rules: Rules;
}

/** The rules as people write them, every default written out. */
export interface RulesShown {
  year: number;
  closed: boolean;
  rules: RulesDocument;
}

/** The season of a year, or null. */
export async function findSeason(work: Work, { year }: { year: number }): Promise<SeasonShown | null> {
  const season = await work.em.findOne(Season, { year });
  return season && show(season);
}

/** The season of a year; not-found names the years there are. */
export async function getSeason(work: Work, { year }: { year: number }): Promise<SeasonShown> {
  return show(await load(work, { year }));
}

/** All seasons with their rules, newest first; one query. */
export async function listSeasonRules(work: Work): Promise<SeasonShown[]> {
  return (await work.em.find(Season, {}, { orderBy: { year: "desc" } })).map(show);
}

/** The rules of a year as the core reads them; not-found without a season. */
export async function getSeasonRules(work: Work, { year }: { year: number }): Promise<Rules> {
  return (await getSeason(work, { year })).rules;
}

/** The rules of a year as people write them. */
export async function showRules(work: Work, { year }: { year: number }): Promise<RulesShown> {
  const { closed, rules } = await getSeason(work, { year });
  return { year, closed, rules: writeRules(rules) };
}

/** Opens the season of a year with its rules: a document of rules.md, kept with every default written out. */
export async function createSeason(
  work: Work,
  { year, rules }: { year: number; rules: unknown },
): Promise<SeasonShown> {
  authorize(work, "createSeason", { roles: [] });
  if ((await work.em.count(Season, { year })) > 0) {
    throw conflict("season-exists", `The season ${year} exists already. Change its rules instead.`);
  }
  const season = work.em.create(Season, { year, rules: understand(rules) });
  await work.em.flush();
  return show(season);
}

/**
 * Gives an open season other rules. Whether its results allow that is for `setRules` to say; derived results are not
 * made again here.
 */
export async function replaceRules(
  work: Work,
  { year, rules, reason }: { year: number; rules: unknown; reason?: string },
): Promise<SeasonShown> {
  authorize(work, "replaceRules", { roles: [], reason });
  const season = await load(work, { year });
  season.mustBeOpen();
  season.rules = understand(rules);
  await work.em.flush();
  return show(season);
}

/** Closes a season: its rules and figures do not change any more. Closing it again changes nothing. */
export async function closeSeason(work: Work, { year }: { year: number }): Promise<SeasonShown> {
  authorize(work, "closeSeason", { roles: [] });
  const season = await load(work, { year });
  season.close();
  await work.em.flush();
  return show(season);
}

async function load(work: Work, { year }: { year: number }): Promise<Season> {
  const season = await work.em.findOne(Season, { year });
  if (season !== null) return season;
  const others = await work.em.find(Season, {}, { orderBy: { year: "desc" } });
  const years = others.map((other) => String(other.year));
  throw notFound(
    "season-not-found",
    `There is no season ${year}. ${years.length > 0 ? `There are ${years.join(", ")}.` : "Make one by setting its rules."}`,
    { candidates: years },
  );
}

/** The document as it is stored; invalid tells every fault with its path. */
function understand(document: unknown): RulesDocument {
  const checked = checkRules(document);
  if ("rules" in checked) return writeRules(checked.rules);
  const { problems } = checked;
  const [first] = problems;
  const start =
    problems.length === 1 ? "The rules cannot be used" : `The rules have ${problems.length} faults`;
  throw invalid("rules-invalid", `${start}: ${first?.column ?? ""} ${first?.reason ?? ""}.`, { problems });
}

function show({ id, year, closed, rules }: Season): SeasonShown {
  const checked = checkRules(rules);
  if (!("rules" in checked)) throw new Error(`the stored rules of ${year} cannot be read`);
  return { id, year, closed, rules: checked.rules };
}
