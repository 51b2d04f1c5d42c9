import { notFound } from "#core/errors.ts";
import { getCalendarYear } from "#core/tournaments/calendar-year.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { readYear } from "../season-choice.ts";
import { show } from "../show.ts";

export const calendarRoutes: Routes = (router, site) => {
  router.get(["/calendar", "/calendar/:year"], async (ctx) => {
    const year = readYear(ctx.params["year"]);
    if (year === null) throw notFound("year-not-found", "A calendar's address is its year.");
    const page = await ask(site, async (work) => ({ calendar: await getCalendarYear(work, { year }) }));
    show(ctx, { views: site.views, view: "calendar", page });
  });
};
