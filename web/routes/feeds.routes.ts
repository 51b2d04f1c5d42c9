import { listNews } from "#core/news/news.service.ts";
import { listOfficialResults } from "#core/results/official-results.service.ts";
import { notFound } from "#core/errors.ts";
import { exportCalendar, followCalendar } from "#core/tournaments/calendar.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { newsFeed, resultsFeed } from "../feeds.ts";
import { readYear } from "../season-choice.ts";

/** What programs follow for a person: the calendar, news and results. */
export const feedsRoutes: Routes = (router, site) => {
  const { publicUrl } = site.config;

  for (const [path, kind] of [
    ["/calendar.ics", "all"],
    ["/calendar/tournaments.ics", "tournaments"],
  ] as const) {
    router.get(path, async (ctx) => {
      const { calendar } = await ask(site, async (work) => ({
        calendar: await followCalendar(work, { kind, publicUrl }),
      }));
      ctx.type = ics;
      ctx.body = calendar;
    });
  }

  router.get("/calendar/:year.ics", async (ctx) => {
    const year = readYear(ctx.params["year"]);
    if (!year) throw notFound("year-not-found", "A calendar's address is its year.");
    const { calendar } = await ask(site, async (work) => ({
      calendar: await exportCalendar(work, { year, publicUrl }),
    }));
    ctx.type = ics;
    ctx.body = calendar;
  });

  router.get("/news.atom", async (ctx) => {
    const { club, entries } = await ask(site, async (work) => ({
      entries: await listNews(work, { limit: 30 }),
    }));
    ctx.type = atom;
    ctx.body = newsFeed({ club, publicUrl, entries });
  });

  router.get("/results.atom", async (ctx) => {
    const { club, entries } = await ask(site, async (work) => ({
      entries: await listOfficialResults(work, { limit: 30 }),
    }));
    ctx.type = atom;
    ctx.body = resultsFeed({ club, publicUrl, entries });
  });
};

const ics = "text/calendar; charset=utf-8";
const atom = "application/atom+xml; charset=utf-8";
