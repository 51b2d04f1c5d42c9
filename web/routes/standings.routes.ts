import { notFound } from "#core/errors.ts";
import { explainStanding } from "#core/standings/explain.service.ts";
import { getStandingsWithCourse } from "#core/standings/standings.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";
import { chooseSeason, readYear } from "../season-choice.ts";

export const standingsRoutes: Routes = (router, site) => {
  router.get(["/standings", "/standings/:year"], async (ctx) => {
    const year = readYear(ctx.params["year"]);
    if (year === null) throw notFound("season-not-found", "A season's address is its year.");
    const page = await ask(site, async (work) => {
      const { season, seasons } = await chooseSeason(work, { year });
      const shown = season && (await getStandingsWithCourse(work, { season: season.year, followed }));
      return { seasons, shown };
    });
    const { club, seasons, shown } = page;
    if (shown) show(ctx, { views: site.views, view: "standings", page: { club, seasons, ...shown } });
    else show(ctx, { views: site.views, view: "empty", page });
  });

  router.get("/standings/:year/why/:key", async (ctx) => {
    const season = readYear(ctx.params["year"]);
    const { key = "" } = ctx.params;
    const race = ctx.query["race"] ?? null;
    if (!season || !isKey(key) || !isRace(race))
      throw notFound("standing-not-found", "There is no such total.");
    const page = await ask(site, async (work) => ({
      explained: await explainStanding(work, { season, key, ...(race && { race }) }),
    }));
    show(ctx, { views: site.views, view: "why", page: { ...page, race } });
  });
};

/** Whose way to their place is drawn. */
const followed = 6;

const isKey = (text: string) => /^\d{1,9}(-\d{1,9})?$/.test(text);

const races = ["angler", "boater", "co-angler", "crew"] as const;

const isRace = (text: unknown): text is (typeof races)[number] | null =>
  text === null || races.some((race) => race === text);
