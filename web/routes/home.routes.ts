import { listNews } from "#core/news/news.service.ts";
import { listOpenPolls } from "#core/polls/open-polls.service.ts";
import { findLatestResults } from "#core/results/results.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { getFront } from "#core/tournaments/front.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";

/** The next event first: what a phone at the ramp asks for. */
export const homeRoutes: Routes = (router, site) => {
  router.get("/", async (ctx) => {
    const page = await ask(site, async (work) => {
      const { season, ...front } = await getFront(work);
      return {
        ...front,
        polls: await listOpenPolls(work),
        latest: await findLatestResults(work, {}),
        leaders: season === null ? null : await getStandings(work, { season, top: 5 }),
        news: await listNews(work, { limit: 3 }),
      };
    });
    show(ctx, { views: site.views, view: "home", page });
  });
};
