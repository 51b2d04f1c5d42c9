import { authorize } from "../actor.ts";
import { conflict } from "../errors.ts";
import { importClubLakes } from "../lakes/import.service.ts";
import { saveClub } from "../seasons/club.service.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import { collectFees } from "./collect-fees.service.ts";
import { ownDeed } from "./deeds.service.ts";
import { demoFacts } from "./demo-facts.rules.ts";
import { type DemoSummary, summarize } from "./demo-summary.rules.ts";
import { findDemo } from "./find-demo.service.ts";
import { holdPolls } from "./hold-polls.service.ts";
import { holdTournaments } from "./hold-tournaments.service.ts";
import { club } from "./names.rules.ts";
import { planSeasons } from "./plan-seasons.service.ts";
import { settlePeople } from "./settle-people.service.ts";
import { writeTexts } from "./write-texts.service.ts";

export type { DemoSummary } from "./demo-summary.rules.ts";

/**
 * Makes the demo club as it stands on a day, by the verbs that officers use, each a deed of its own in the audit
 * record. The demo of that day stays as it is; conflict where the database holds another club, or another day's demo.
 */
export async function buildDemo(work: Work, { today }: { today: ClubDate }): Promise<DemoSummary> {
  authorize(work, "buildDemo", { roles: [], reason: `An invented club, as it stands on ${today}.` });
  const facts = demoFacts(today);
  const found = await findDemo(work);
  if (found?.today === today) return summarize(facts);
  if (found !== null) {
    throw conflict("demo-of-another-day", `There is the demo of ${found.today}. Take it away first.`);
  }
  await saveClub(work, club);
  await ownDeed(work, () => importClubLakes(work));
  const ids = await settlePeople(work, { facts });
  const tournamentIds = await planSeasons(work, { facts });
  await holdTournaments(work, { facts, ids, tournamentIds });
  await ownDeed(work, () => collectFees(work, { tournamentIds }));
  await writeTexts(work, { today });
  await holdPolls(work, { facts });
  return summarize(facts);
}
