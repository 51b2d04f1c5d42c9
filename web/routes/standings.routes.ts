import { notFound } from "#core/errors.ts";
import { explainStanding } from "#core/standings/explain.service.ts";
import { getStandingsWithCourse } from "#core/standings/standings.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import type { SiteContext } from "../context.ts";
import { show } from "../show.ts";
import { chooseSeason, readYear } from "../season-choice.ts";

export const standingsRoutes: Routes = (router, site) => {
  const showSeason = async (ctx: SiteContext, { top }: { top: number | undefined }): Promise<void> => {
    const year = readYear(ctx.params["year"]);
    if (year === null) throw notFound("season-not-found", "A season's address is its year.");
    const page = await ask(site, async (work) => {
      const { season, seasons } = await chooseSeason(work, { year });
      const shown = season && (await getStandingsWithCourse(work, { season: season.year, top, followed }));
      return { seasons, shown };
    });
    const { club, seasons, shown } = page;
    if (shown) {
      const all = top === undefined && shown.standings.races.some(({ listed }) => listed > first);
      show(ctx, { views: site.views, view: "standings", page: { club, seasons, ...shown, all } });
    } else show(ctx, { views: site.views, view: "empty", page });
  };

  router.get(["/standings", "/standings/:year"], (ctx) => showSeason(ctx, { top: first }));
  router.get("/standings/:year/all", (ctx) => showSeason(ctx, { top: undefined }));

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

/** How many rows of a race its season's page shows. */
const first = 100;

/** Whose way to their place is drawn. */
const followed = 6;

const isKey = (text: string) => /^\d{1,9}(-\d{1,9})?$/.test(text);

const races = ["angler", "boater", "co-angler", "crew"] as const;

const isRace = (text: unknown): text is (typeof races)[number] | null =>
  text === null || races.some((race) => race === text);
