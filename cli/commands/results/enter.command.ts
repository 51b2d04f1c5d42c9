import type { EnterBoat } from "#core/results/enter-boat.schemas.ts";
import type { BoatEntered } from "#core/results/enter-boat.service.ts";
import type { YearCorrected } from "#core/standings/correct-year.service.ts";
import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { ref } from "../../exact.ts";
import { readCount, reason, tournament } from "../../familiar.ts";
import { figuresJson, figuresSections, withAgreement } from "../../figures.ts";
import { readBoat, saysOneBoat } from "../../one-boat.ts";
import type { Output } from "../../output.ts";
import { resultsJson } from "../../results-json.ts";
import { resultsSections } from "../../results-tables.ts";
import type { LineDone } from "../../weigh-in-line.ts";
import { leaderboard, whatNext } from "../../weigh-in-shown.ts";

const optional = true;

export const command = defineCommand({
  summary: "Enter results at the scales: boat by boat, each saved at once; or one boat by its flags.",
  description:
    "At a terminal it follows the weigh-in line and goes on where it was left. With --angler and the others it enters one boat and ends, for scripts. Weights are 12.25 or 12-4 (pounds-ounces). A boat that is in the book and has not weighed needs only its number. --partner-fish and its like are for tournaments where each angler brings a bag.",
  parameters: {
    tournament,
    boat: { option: "N", about: "the boat's number; the next free one when left out", optional },
    angler: { option: "ANGLER", about: "who is aboard: id, e-mail, name or alias", optional },
    partner: { option: "ANGLER", about: "the second aboard", optional },
    fish: { option: "N", about: "fish in the bag; 0 for none", optional },
    dead: { option: "N", about: "of these", optional },
    short: { option: "N", about: "fish under the minimum length", optional },
    weight: { option: "LB", about: "gross, before penalties", optional },
    bigBass: { option: "LB", about: "the biggest fish of the bag", optional },
    caughtBy: {
      option: "WHO",
      about: "who caught it, of a common bag",
      choices: ["angler", "partner"],
      optional,
    },
    late: { option: "MINUTES", about: "late at the scales", optional },
    partnerFish: { option: "N", about: "the partner's own bag: fish", optional },
    partnerDead: { option: "N", about: "of these", optional },
    partnerShort: { option: "N", about: "fish under the minimum length", optional },
    partnerWeight: { option: "LB", about: "gross, before penalties", optional },
    partnerBigBass: { option: "LB", about: "the biggest fish of that bag", optional },
    day: { option: "N", about: "which day of a longer tournament", optional },
    status: {
      option: "STATUS",
      about: "what the boat did",
      choices: ["fished", "not-weighed", "buy-in", "did-not-fish"],
      optional,
    },
    createGuests: { flag: "make a guest of a name the club does not know" },
    override: { option: "REASON", about: "accept what is hardly right, and why", optional },
    decidedBy: { option: "NAME", about: "who accepted it; you, when left out", optional },
    reason,
  },
  examples: [
    "sabc results enter next",
    'sabc results enter 2026-03 --boat 7 --angler "Ann Lee" --partner "Bob Cruz" --fish 5 --dead 1 --weight 15.20 --big-bass 5.10',
  ],
  rehearsable: true,
  async input(given, context) {
    if (saysOneBoat(given)) return { boat: await readBoat(given, context) };
    if (!context.prompts.interactive) {
      throw new UsageError(
        "missing",
        "Missing: --angler ANGLER (who is aboard); --fish N (how many; 0 for none); --weight LB (gross). At a terminal they are asked.",
      );
    }
    if (context.globals.dryRun) {
      throw new UsageError(
        "dry-run-of-one",
        "--dry-run is for one boat by its flags; here each boat is saved at once.",
      );
    }
    return { line: { tournament: given.tournament, day: readCount(given.day, "--day") } };
  },
  async run(context, { boat, line }): Promise<Done> {
    if (line) {
      const { followWeighInLine } = await import("../../weigh-in-line.ts");
      return { line: await followWeighInLine(context, line) };
    }
    const { enterBoatOfYear } = await import("#core/standings/correct-year.service.ts");
    const { enterBoat } = await import("#core/results/enter-boat.service.ts");
    const said: EnterBoat = boat;
    const verb = (work: Parameters<typeof enterBoat>[0]) => enterBoat(work, said);
    if (said.reason === undefined || said.outcome === "did-not-fish")
      return { entered: await context.write(verb) };
    const corrected = await withAgreement(context, {
      tournament: String(said.tournament),
      verb: (work, agreed) => enterBoatOfYear(work, { boat: said, agreed }),
    });
    return { entered: corrected.entered, corrected };
  },
  output: ({ line, entered, corrected }): Output => (line ? atTheEnd(line) : oneBoat(entered, corrected)),
});

type Done =
  | { line: LineDone; entered?: undefined; corrected?: undefined }
  | { entered: BoatEntered; corrected?: YearCorrected; line?: undefined };

const atTheEnd = ({ results, waiting }: LineDone): Output => ({
  json: resultsJson(results),
  sections: resultsSections(results),
  notes: whatNext(results, waiting),
});

function oneBoat(
  { entry, boatNumber, words, guests, accepted, results }: BoatEntered,
  corrected?: YearCorrected,
): Output {
  const figures = corrected && corrected.tournament.state === "official" ? corrected.figures : [];
  return {
    json: {
      boat: { entry, number: boatNumber, words },
      guests: guests.map(ref),
      accepted,
      ...(corrected ? { changes: figuresJson(figures) } : {}),
    },
    sections: figures.length > 0 ? figuresSections(figures) : leaderboard(results, { entry }),
    notes: [
      `Saved. ${words}`,
      ...guests.map(({ name }) => `${name} is a guest of the club now.`),
      ...accepted.map((sentence) => `Accepted: ${sentence}`),
    ],
  };
}
