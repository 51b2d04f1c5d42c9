import type { CorrectResult } from "#core/results/correct.schemas.ts";
import { parseWeight } from "#core/weight.ts";
import { boatOrAngler, nameAboard } from "../../boat-or-angler.ts";
import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { readCount, reason, tournament } from "../../familiar.ts";
import { figuresJson, figuresSections, withAgreement } from "../../figures.ts";

const optional = true;

export const command = defineCommand({
  summary:
    "Put right what a bag weighed; every figure that moves is shown, and asked about once it is official.",
  description:
    "Only what is named changes. An official tournament needs --reason; what its pots paid stays paid, and the difference goes to the next pot. Where each angler brings a bag, name the angler.",
  parameters: {
    tournament,
    bag: boatOrAngler,
    fish: { option: "N", about: "fish in the bag", optional },
    dead: { option: "N", about: "of these", optional },
    short: { option: "N", about: "fish under the minimum length", optional },
    weight: { option: "LB", about: "gross, before penalties: 12.25 or 12-4", optional },
    bigBass: { option: "LB", about: "the biggest fish of the bag; 0 for none", optional },
    caughtBy: { option: "ANGLER", about: "who caught it", optional },
    late: { option: "MINUTES", about: "late at the scales", optional },
    penalty: { option: "LB", about: "another penalty", optional },
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
    const changes = changesIn(given);
    if (Object.values(changes).every((value) => value === undefined)) {
      throw new UsageError(
        "missing",
        "Missing: what was wrong: --fish N, --dead N, --short N, --weight LB, --big-bass LB, --caught-by ANGLER, --late MINUTES or --penalty LB.",
      );
    }
    const angler = await nameAboard(context, given);
    const { tournament: reference, day, override, decidedBy, reason: why } = given;
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

interface Words {
  fish: string | undefined;
  dead: string | undefined;
  short: string | undefined;
  weight: string | undefined;
  bigBass: string | undefined;
  caughtBy: string | undefined;
  late: string | undefined;
  penalty: string | undefined;
  penaltyReason: string | undefined;
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
