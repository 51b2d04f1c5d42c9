import { authorize } from "../actor.ts";
import { conflict, invalid } from "../errors.ts";
import { presets } from "../seasons/presets.rules.ts";
import { ruleWarnings } from "../seasons/warnings.rules.ts";
import { writeRules } from "../seasons/rules.schemas.ts";
import { createSeason, findSeason, replaceRules, type SeasonShown } from "../seasons/seasons.service.ts";
import type { Work } from "../work.ts";
import { type ResultChanges, withConsequences } from "./consequences.service.ts";
import { documentChanges, type FieldChange } from "./document-changes.rules.ts";
import { findSeasonTournaments } from "./season-tournaments.queries.ts";

/** What new rules change: fields of the document, and figures of tournaments that were weighed. */
export interface RulesSet {
  year: number;
  name: string;
  created: boolean;
  fields: FieldChange[];
  figures: ResultChanges;
  /** What is allowed but rarely meant. */
  warnings: string[];
}

/**
 * Gives a year its rules, from a document as people write it or the name of a preset, and scores its tournaments by
 * them. Once one is official it needs a reason. Rehearse it to see what changes.
 */
export async function setRules(
  work: Work,
  input: { year: number; rules: unknown; reason?: string | null | undefined },
): Promise<RulesSet> {
  authorize(work, "setRules", { roles: [], reason: input.reason ?? null });
  const { year, reason } = input;
  const rules = documentOf(input.rules);
  const before = await findSeason(work, { year });
  if (before === null) {
    const season = await createSeason(work, { year, rules });
    return answer({ before, season, figures: { lines: [], pots: [], stays: [] } });
  }
  const tournaments = await findSeasonTournaments(work, year);
  const official = tournaments.filter(({ state }) => state === "official").length;
  if (official > 0 && !reason) {
    throw conflict(
      "season-has-official-tournaments",
      `${official} of ${year}'s tournaments ${official === 1 ? "is" : "are"} official. Give a reason to change the rules they were scored by.`,
    );
  }
  let season = before;
  const { changes } = await withConsequences(work, {
    tournamentIds: tournaments.map(({ id }) => id),
    change: async () => {
      season = await replaceRules(work, { year, rules, reason: reason ?? undefined });
      await work.em.flush();
    },
  });
  return answer({ before, season, figures: changes });
}

function answer({
  before,
  season,
  figures,
}: {
  before: SeasonShown | null;
  season: SeasonShown;
  figures: ResultChanges;
}): RulesSet {
  const fields = before && documentChanges(writeRules(before.rules), writeRules(season.rules));
  return {
    year: season.year,
    name: season.rules.name,
    created: before === null,
    fields: fields ?? [],
    figures,
    warnings: ruleWarnings(season.rules),
  };
}

/** A preset by its name, else the document itself. */
function documentOf(rules: unknown): unknown {
  if (typeof rules !== "string") return rules;
  const preset = new Map<string, unknown>(Object.entries(presets)).get(rules);
  if (preset === undefined) {
    throw invalid(
      "preset-unknown",
      `There is no preset "${rules}". There are ${Object.keys(presets).join(" and ")}.`,
      { candidates: Object.keys(presets) },
    );
  }
  return preset;
}
