import { authorize } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { recomputeResults } from "#core/results/recompute.service.ts";
import type { Work } from "#core/work.ts";
import { tester } from "./small-club.ts";

/** Changes facts of tournaments that the small club cannot be told, and scores these again. */
export function amend(
  app: App,
  { tournaments, change }: { tournaments: number[]; change: (work: Work) => Promise<void> },
): Promise<void> {
  return app.write(tester, async (work) => {
    authorize(work, "amend", { roles: [] });
    await change(work);
    await work.em.flush();
    await recomputeResults(work, { tournamentIds: tournaments });
  });
}
