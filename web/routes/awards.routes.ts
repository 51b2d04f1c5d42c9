import { notFound } from "#core/errors.ts";
import { getAwards } from "#core/standings/awards.service.ts";
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
      return { seasons, awards: season && (await getAwards(work, { season: season.year })) };
    });
    const { awards } = page;
    if (awards) show(ctx, { views: site.views, view: "awards", page: { ...page, awards } });
    else show(ctx, { views: site.views, view: "empty", page });
  });
};
