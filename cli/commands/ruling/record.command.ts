import type { RecordAward, RecordRuling } from "#core/results/rulings.schemas.ts";
import type { RulingRecorded } from "#core/results/rulings.service.ts";
import { changesJson, changesSections } from "../../changes.ts";
import { defineCommand } from "../../command.ts";
import { decidedBy, deciderOf } from "../../deciding.ts";
import { ref } from "../../exact.ts";
import { readYear, reason } from "../../familiar.ts";
import type { Output } from "../../output.ts";

export const command = defineCommand({
  summary: "Record a decision that the rules leave to people, with who decided.",
  description:
    "For coin and president name the tied anglers, the one ahead first; for disqualification and grace the angler; for an award its season as SUBJECT, the angler, and --title; for an override --check. Who decided is --as ANGLER or --decided-by NAME.",
  parameters: {
    kind: {
      argument: "what kind of decision",
      choices: ["coin", "president", "disqualification", "grace", "override", "award"],
    },
    subject: { argument: "a tournament: id, day, 2026-03, next or last; or of an award its season" },
    anglers: { argument: "whom it is about", many: true, optional: true },
    ranking: {
      option: "RANKING",
      about: "which tie, when both wait",
      choices: ["angler", "boat"],
      optional: true,
    },
    whole: {
      option: "WHOLE",
      about: "whether the angler or the boat is out",
      choices: ["angler", "boat"],
      optional: true,
    },
    check: { option: "CHECK", about: "of an override: what is set aside", optional: true },
    title: { option: "TITLE", about: "of an award: as the rules call it", optional: true },
    decidedBy,
    reason,
  },
  examples: [
    'sabc ruling record coin 2025-03 "Dee Ray" "Eve Hall" --as "Bob Cruz"',
    'sabc ruling record disqualification last "Kay Moss" --reason "late" --decided-by "the officers"',
  ],
  rehearsable: true,
  async input(given, context): Promise<RecordRuling | RecordAward> {
    const by = await deciderOf(context, given.decidedBy);
    const { recordAwardSchema, recordRulingSchema } = await import("#core/results/rulings.schemas.ts");
    const [angler] = given.anglers;
    if (given.kind === "award") {
      const { title, reason: why } = given;
      return recordAwardSchema.parse({
        season: readYear(given.subject),
        title,
        angler,
        decidedBy: by,
        reason: why,
      });
    }
    const about = {
      coin: { order: given.anglers, ranking: given.ranking },
      president: { order: given.anglers, ranking: given.ranking },
      disqualification: { angler, whole: given.whole },
      grace: { angler },
      override: { check: given.check },
    }[given.kind];
    return recordRulingSchema.parse({
      kind: given.kind,
      tournament: given.subject,
      decidedBy: by,
      reason: given.reason,
      ...about,
    });
  },
  async run(context, input) {
    if ("title" in input) {
      const { recordAward } = await import("#core/results/award-rulings.service.ts");
      return context.write((work) => recordAward(work, input));
    }
    const { recordRuling } = await import("#core/results/rulings.service.ts");
    return context.write((work) => recordRuling(work, input));
  },
  output: (done): Output =>
    "winner" in done
      ? { json: { award: done }, notes: [`${done.title} ${done.season}: ${done.winner.name}.`] }
      : recorded(done),
});

function recorded({ rulings, changes, rulingsNeeded }: RulingRecorded): Output {
  const needed = rulingsNeeded.map(({ anglers, ...rest }) => ({ ...rest, anglers: anglers.map(ref) }));
  return {
    json: { rulings, changes: changesJson(changes), rulingsNeeded: needed },
    sections: changesSections(changes),
    notes: [
      ...rulings.map(({ words, decidedBy: by }) => `Recorded: ${words}, decided by ${by}.`),
      ...rulingsNeeded.map(({ words }) => `Still waiting for a ruling: ${words}.`),
    ],
  };
}
