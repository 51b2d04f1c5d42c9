import { authorize } from "../actor.ts";
import { announce } from "../notices/announce.service.ts";
import { notify } from "../notices/notify.service.ts";
import { printWeight, unitOf, type Weight } from "../weight.ts";
import type { Work } from "../work.ts";
import { crewWords } from "./names.rules.ts";
import { listConcerned } from "./official.queries.ts";
import { podiumOf, type ResultsShown } from "./results.service.ts";

/**
 * Tells by mail and in the channel that results are official: members of that day and of today, and all who fished. Once for each
 * tournament, whatever is corrected later.
 */
export async function tellOfficial(work: Work, results: ResultsShown): Promise<void> {
  authorize(work, "tellOfficial", { roles: ["weighmaster"] });
  const { id, season, number, name, firstDay, measure } = results.tournament;
  const weigh = (weight: Weight): string => `${printWeight(weight)} ${unitOf(measure)}`;
  const [biggest] = results.bigBass;
  const reference = `${season}-${String(number).padStart(2, "0")}`;
  const tidings = {
    purpose: "results-official",
    occasion: `tournament ${id}`,
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
  } as const;
  const days = [firstDay, work.today] as const;
  await notify(work, { ...tidings, recipients: await listConcerned(work, { tournamentId: id, days }) });
  await announce(work, tidings);
}
