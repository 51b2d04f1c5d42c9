import { listPublicPages, type PublicPages } from "#core/news/addresses.service.ts";
import type { Routes } from "../app.ts";
import {
  anglerPath,
  awardsPath,
  calendarPath,
  lakePath,
  postPath,
  seasonPath,
  standingsPath,
  textPath,
  tournamentPath,
} from "../addresses.ts";
import { ask } from "../ask.ts";
import { escape } from "../escape.ts";

/** For search engines: what there is, when it changed, and what is none of theirs. */
export const machinesRoutes: Routes = (router, site) => {
  const { origin } = site.config.publicUrl;

  router.get("/robots.txt", (ctx) => {
    ctx.type = "text/plain; charset=utf-8";
    ctx.body = `User-agent: *\nDisallow: /unsubscribe/\n\nSitemap: ${origin}/sitemap.xml\n`;
  });

  router.get("/sitemap.xml", async (ctx) => {
    const things = await ask(site, (work) => listPublicPages(work));
    const lines = addressesOf(things).map(({ path, changedAt }) => {
      const changed = changedAt === null ? "" : `<lastmod>${changedAt}</lastmod>`;
      return `<url><loc>${escape(origin + path)}</loc>${changed}</url>\n`;
    });
    ctx.type = "application/xml; charset=utf-8";
    ctx.body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("")}</urlset>\n`;
  });
};

interface Listed {
  path: string;
  changedAt: string | null;
}

function addressesOf({ seasons, years, tournaments, anglers, lakes, news, pages }: PublicPages): Listed[] {
  const lists = ["/", "/seasons", "/records", "/news", "/anglers", "/lakes", "/api"];
  return [
    ...lists.map((path) => ({ path, changedAt: null })),
    ...years.map((year) => ({ path: calendarPath(year), changedAt: null })),
    ...seasons.flatMap(({ year, changedAt }) =>
      [seasonPath, standingsPath, awardsPath].map((pathOf) => ({ path: pathOf(year), changedAt })),
    ),
    ...tournaments.map(({ season, number, lakeKey, changedAt }) => {
      const lake = lakeKey === null ? null : { id: 0, key: lakeKey, name: lakeKey };
      return { path: tournamentPath({ season, number, lake }), changedAt };
    }),
    ...anglers.flatMap(({ changedAt, ...angler }) => {
      const path = anglerPath(angler);
      return path === null ? [] : { path, changedAt };
    }),
    ...lakes.map(({ key, changedAt }) => ({ path: lakePath({ key }), changedAt })),
    ...news.map(({ changedAt, ...post }) => ({ path: postPath(post), changedAt })),
    ...pages.map(({ slug, changedAt }) => ({ path: textPath(slug), changedAt })),
  ];
}
