import { listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";

export const seasonsRoutes: Routes = (router, site) => {
  router.get("/seasons", async (ctx) => {
    const page = await ask(site, async (work) => ({ seasons: await listSeasons(work) }));
    show(ctx, { views: site.views, view: "seasons", page });
  });
};
