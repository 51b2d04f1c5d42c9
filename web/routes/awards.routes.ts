import { notFound } from "#core/errors.ts";
import { getAwardsWithPast } from "#core/standings/awards.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";
import { chooseSeason, readYear } from "../season-choice.ts";

export const awardsRoutes: Routes = (router, site) => {
  router.get(["/awards", "/awards/:year"], async (ctx) => {
    const year = readYear(ctx.params["year"]);
    if (year === null) throw notFound("season-not-found", "A season's address is its year.");
    const page = await ask(site, async (work) => {
      const { season, seasons } = await chooseSeason(work, { year });
      return { seasons, shown: season && (await getAwardsWithPast(work, { season: season.year })) };
    });
    const { club, seasons, shown } = page;
    if (shown) show(ctx, { views: site.views, view: "awards", page: { club, seasons, ...shown } });
    else show(ctx, { views: site.views, view: "empty", page });
  });
};
