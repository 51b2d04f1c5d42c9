import type { CorrectResult } from "#core/results/correct.schemas.ts";
import { parseWeight } from "#core/weight.ts";
import { boatOrAngler, nameAboard } from "../../boat-or-angler.ts";
import { defineCommand } from "../../command.ts";
import type { Context } from "../../context.ts";
import { UsageError } from "../../errors.ts";
import { readCount, reason, tournament } from "../../familiar.ts";
import { figuresJson, figuresSections, withAgreement } from "../../figures.ts";
import { flagOf } from "../../parameters.ts";

const optional = true;

const figures = {
  fish: { option: "N", about: "fish in the bag", optional },
  dead: { option: "N", about: "of these, dead", optional },
  short: { option: "N", about: "fish under the minimum length", optional },
  weight: { option: "LB", about: "gross, before penalties: 12.25 or 12-4", optional },
  bigBass: { option: "LB", about: "the biggest fish of the bag; 0 for none", optional },
  caughtBy: { option: "ANGLER", about: "who caught it", optional },
  late: { option: "MINUTES", about: "late at the scales", optional },
  penalty: { option: "LB", about: "another penalty", optional },
} as const;

export const command = defineCommand({
  summary:
    "Put right what a bag weighed; every figure that moves is shown, and asked about once it is official.",
  description:
    "Only what is named changes. An official tournament needs --reason; what its pots paid stays paid, and the difference goes to the next pot. Where each angler brings a bag, name the angler.",
  parameters: {
    tournament,
    bag: boatOrAngler,
    ...figures,
    penaltyReason: { option: "TEXT", about: "what that is for", optional },
    day: { option: "N", about: "which day of a longer tournament", optional },
    override: { option: "REASON", about: "accept what is hardly right, and why", optional },
    decidedBy: { option: "NAME", about: "who accepted it; you, when left out", optional },
    reason,
  },
  examples: [
    'sabc results correct 2026-01 7 --weight 15.40 --reason "read the wrong line" --dry-run',
    'sabc results correct last "Ann Lee" --fish 4 --dead 1',
  ],
  rehearsable: true,
  async input(given, context): Promise<CorrectResult & { tournament: string }> {
    const { correctResultSchema } = await import("#core/results/correct.schemas.ts");
    const words = saysWhat(given) ? given : { ...given, ...(await askWhat(context)) };
    const changes = changesIn(words);
    const angler = await nameAboard(context, given);
    const { tournament: reference, day, override, decidedBy } = given;
    const why = given.reason ?? (await askWhy(context, reference));
    const input = { ...changes, day: readCount(day, "--day"), override, decidedBy, reason: why, angler };
    return { ...correctResultSchema.parse({ ...input, tournament: reference }), tournament: reference };
  },
  async run(context, input) {
    const { correctYear } = await import("#core/standings/correct-year.service.ts");
    return withAgreement(context, {
      tournament: input.tournament,
      verb: (work, agreed) => correctYear(work, { correction: input, agreed }),
    });
  },
  output: ({ tournament: corrected, figures }) => ({
    json: { tournament: corrected, changes: figuresJson(figures) },
    sections: figuresSections(figures),
    notes: [figures.length > 0 ? `Corrected: ${corrected.name}.` : "Nothing is different; no figure moves."],
  }),
});

type Words = Record<keyof typeof figures | "penaltyReason", string | undefined>;

const keys = Object.keys(figures) as (keyof typeof figures)[];

const saysWhat = ({ penaltyReason, ...words }: Words): boolean =>
  penaltyReason !== undefined || keys.some((key) => words[key] !== undefined);

/** Which figure was wrong, and what it is. */
async function askWhat({ prompts }: Context): Promise<Partial<Words>> {
  if (!prompts.interactive) {
    const flags = keys.map((key) => `${flagOf(key)} ${figures[key].option}`);
    const said = `${flags.slice(0, -1).join(", ")} or ${flags.at(-1)}`;
    throw new UsageError("missing", `Missing: what was wrong: ${said}.`);
  }
  const choices = keys.map((key) => flagOf(key).slice(2).replaceAll("-", " "));
  const chosen = await prompts.ask({ name: "what", parameter: { argument: "What was wrong", choices } });
  const key = keys[choices.indexOf(chosen)]!;
  const parameter = { ...figures[key], about: `What is right (${figures[key].about}):` };
  return { [key]: await prompts.ask({ name: key, parameter }) };
}

/** An official tournament is not corrected without one. */
async function askWhy(context: Context, reference: string): Promise<string | undefined> {
  if (!context.prompts.interactive) return undefined;
  const { getTournament } = await import("#core/tournaments/tournaments.service.ts");
  const { name, state } = await context.read((work) => getTournament(work, { reference }));
  if (state !== "official") return undefined;
  return context.prompts.ask({
    name: "reason",
    parameter: { ...reason, about: `Why ${name}, official already, is corrected:` },
  });
}

const changesIn = (words: Words) => ({
  fish: readCount(words.fish, "--fish"),
  dead: readCount(words.dead, "--dead"),
  short: readCount(words.short, "--short"),
  gross: words.weight === undefined ? undefined : parseWeight(words.weight),
  bigBass: words.bigBass === undefined ? undefined : parseWeight(words.bigBass) || null,
  caughtBy: words.caughtBy,
  late: readCount(words.late, "--late"),
  otherPenalty: words.penalty === undefined ? undefined : parseWeight(words.penalty),
  penaltyReason: words.penaltyReason,
});
