import { getStandings } from "#core/standings/standings.service.ts";
import { findLatestResults } from "#core/results/results.service.ts";
import { findNextEvent } from "#core/tournaments/next-event.service.ts";
import { findCurrentSeason } from "#core/tournaments/seasons-overview.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";

/** The next event first: what a phone at the ramp asks for. */
export const homeRoutes: Routes = (router, site) => {
  router.get("/", async (ctx) => {
    const page = await ask(site, async (work) => {
      const season = await findCurrentSeason(work);
      const next = await findNextEvent(work, { kinds: ["tournament", "meeting", "other"] });
      const fishing = next?.tournament ? null : await findNextEvent(work, { kinds: ["tournament"] });
      return {
        next,
        /** Where something else comes first. */
        nextTournament: fishing?.tournament ?? null,
        latest: await findLatestResults(work, {}),
        leaders: season === null ? null : await getStandings(work, { season, top: 5 }),
      };
    });
    show(ctx, { views: site.views, view: "home", page });
  });
};
