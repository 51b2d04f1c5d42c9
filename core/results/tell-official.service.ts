import { authorize } from "../actor.ts";
import { notify } from "../notices/notify.service.ts";
import { printWeight, type Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { crewWords } from "./names.rules.ts";
import { listConcerned } from "./official.queries.ts";
import { unitOf } from "./penalty-words.rules.ts";
import { podiumOf, type ResultsShown } from "./results.service.ts";

/**
 * Tells by mail that results are official: members of that day and of today, and all who fished. Once for each
 * tournament, whatever is corrected later.
 */
export async function tellOfficial(work: Work, results: ResultsShown): Promise<void> {
  authorize(work, "tellOfficial", { roles: ["weighmaster"] });
  const { id, season, number, name, firstDay, measure } = results.tournament;
  const weigh = (weight: Weight): string => `${printWeight(weight)} ${unitOf(measure)}`;
  const [biggest] = results.bigBass;
  const reference = `${season}-${String(number).padStart(2, "0")}`;
  await notify(work, {
    purpose: "results-official",
    occasion: `tournament ${id}`,
    recipients: await listConcerned(work, { tournamentId: id, days: [firstDay, work.today] }),
    facts: {
      tournament: reference,
      name,
      firstDay,
      podium: podiumOf(results).map(({ place, crew, net }) => ({
        place,
        crew: crewWords(crew),
        weight: weigh(net),
      })),
      bigBass:
        biggest === undefined
          ? null
          : { crew: biggest.caughtBy?.name ?? crewWords(biggest.crew), weight: weigh(biggest.weight) },
    },
  });
}
