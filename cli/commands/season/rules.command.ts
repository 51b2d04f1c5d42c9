import type { RulesSet } from "#core/results/season-rules.service.ts";
import type { RulesShown } from "#core/seasons/seasons.service.ts";
import { changesJson, changesSections } from "../../changes.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import type { Context } from "../../context.ts";
import { UsageError } from "../../errors.ts";
import { readJson, readYear, reason } from "../../familiar.ts";
import { lines, type Output, table } from "../../output.ts";

export const command = defineCommand({
  summary: "Print a season's rules, set them from a file or a preset, or check a file.",
  description:
    "The presets are sabc-individual and sabc-team. Setting makes the season when it is not there; once it has an official tournament a reason is needed. On a terminal what changes is shown before it is saved.",
  parameters: {
    year: { argument: "the season; not needed with --check", optional: true },
    set: {
      option: "FILE|PRESET",
      about: "set the rules: a JSON file, - for stdin, or a preset",
      optional: true,
    },
    check: { option: "FILE", about: "say what is wrong with a file, and save nothing", optional: true },
    reason,
  },
  examples: ["sabc season rules 2025 > rules.json", "sabc season rules 2026 --set sabc-team"],
  rehearsable: true,
  async input({ year, set, check, reason: why }, context): Promise<Input> {
    if (check !== undefined) return { check: await readJson(check, context) };
    const named = readYear(year);
    if (named === undefined) throw new UsageError("missing", "Missing: YEAR (the season).");
    if (set === undefined) return { show: named };
    return { year: named, rules: isPreset(set) ? set : await readJson(set, context), reason: why };
  },
  async run(context, input): Promise<Outcome> {
    if ("check" in input) return { checked: await checkDocument(input.check) };
    if ("show" in input) {
      const { showRules } = await import("#core/seasons/seasons.service.ts");
      return { shown: await context.read((work) => showRules(work, { year: input.show })) };
    }
    return { set: await setShowing(context, input) };
  },
  output: (done): Output => {
    if ("shown" in done) return { json: done.shown.rules, sections: [lines(pretty(done.shown.rules))] };
    if ("checked" in done) {
      return {
        json: { name: done.checked, problems: [] },
        notes: [`The rules "${done.checked}" are right.`],
      };
    }
    return settled(done.set);
  },
});

type Input = { check: unknown } | { show: number } | RulesInput;

interface RulesInput {
  year: number;
  rules: unknown;
  reason?: string | undefined;
}

type Outcome = { shown: RulesShown } | { checked: string } | { set: RulesSet };

/** A preset has a plain name; anything with a dot or a slash, and `-`, is a file. */
const isPreset = (name: string): boolean => /^[a-z][a-z-]*$/.test(name);

const pretty = (document: object): string[] => JSON.stringify(document, null, 2).split("\n");

async function checkDocument(document: unknown): Promise<string> {
  const { checkRules } = await import("#core/seasons/rules.schemas.ts");
  const { invalid } = await import("#core/errors.ts");
  const checked = checkRules(document);
  if ("rules" in checked) return checked.rules.name;
  throw invalid("rules-invalid", "These rules cannot be used.", { problems: checked.problems });
}

/** At a terminal a person sees what changes in figures, and may still leave. */
async function setShowing(context: Context, input: RulesInput): Promise<RulesSet> {
  const { setRulesOfYear } = await import("#core/standings/settle-year.service.ts");
  if (context.prompts.interactive && !context.globals.dryRun) {
    const app = await context.app();
    const rehearsed = await app.rehearse(await context.actor(), (work) => setRulesOfYear(work, input));
    if (rehearsed.figures.lines.length > 0) {
      await context.show(settled(rehearsed).sections ?? []);
      await context.prompts.confirm(`Change the rules of ${input.year} so?`);
    }
  }
  return context.write((work) => setRulesOfYear(work, input));
}

function settled({ year, name, created, fields, figures, warnings }: RulesSet): Output {
  return {
    json: { season: year, name, created, fields, changes: changesJson(figures), warnings },
    sections: [...(fields.length > 0 ? [table(columns, fields, "Rules")] : []), ...changesSections(figures)],
    notes: [
      created ? `Season ${year} has its rules: ${name}.` : `The rules of ${year} are now: ${name}.`,
      ...warnings.map((warning) => `Is this meant? ${warning}`),
    ],
  };
}

const told = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

const columns = columnsOf<RulesSet["fields"][number]>({
  path: { kind: "word", header: "Field" },
  before: { value: ({ before }) => told(before) },
  after: { value: ({ after }) => told(after) },
});
