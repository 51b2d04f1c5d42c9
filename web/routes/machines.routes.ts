import { notFound } from "#core/errors.ts";
import {
  listPublicAnglers,
  listPublicNews,
  listPublicPages,
  listPublicParts,
  listPublicTournaments,
  type PublicPages,
} from "#core/news/addresses.service.ts";
import type { Work } from "#core/work.ts";
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
    const { club: _, ...parts } = await ask(site, (work) => listPublicParts(work));
    const numbered = Object.entries(parts).flatMap(([of, numbers]) => numbers.map((part) => `${of}-${part}`));
    const lines = ["pages", ...numbered].map(
      (name) => `<sitemap><loc>${origin}/sitemap/${name}.xml</loc></sitemap>\n`,
    );
    ctx.type = xml;
    ctx.body = `${head}<sitemapindex ${protocol}>\n${lines.join("")}</sitemapindex>\n`;
  });

  router.get("/sitemap/:name.xml", async (ctx) => {
    const { listed } = await ask(site, async (work) => ({
      listed: await listPart(work, ctx.params["name"] ?? ""),
    }));
    const lines = listed.map(({ path, changedAt }) => {
      const changed = changedAt === null ? "" : `<lastmod>${changedAt}</lastmod>`;
      return `<url><loc>${escape(origin + path)}</loc>${changed}</url>\n`;
    });
    ctx.type = xml;
    ctx.body = `${head}<urlset ${protocol}>\n${lines.join("")}</urlset>\n`;
  });
};

const xml = "application/xml; charset=utf-8";
const head = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const protocol = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`;

interface Listed {
  path: string;
  changedAt: string | null;
}

/** What a part named so lists; not-found for one in which there is nothing. */
async function listPart(work: Work, name: string): Promise<Listed[]> {
  if (name === "pages") return addressesOf(await listPublicPages(work));
  const [, of = "", number] = /^(tournaments|anglers|news)-([1-9]\d{0,5})$/.exec(name) ?? [];
  const listed = (await listers[of]?.(work, { part: Number(number) })) ?? [];
  if (listed.length === 0) throw notFound("part-not-found", "The site map has no such part.");
  return listed;
}

const listers: Record<string, (work: Work, of: { part: number }) => Promise<Listed[]>> = {
  tournaments: async (work, of) =>
    (await listPublicTournaments(work, of)).map(({ season, number, lakeKey, changedAt }) => {
      const lake = lakeKey === null ? null : { id: 0, key: lakeKey, name: lakeKey };
      return { path: tournamentPath({ season, number, lake }), changedAt };
    }),
  anglers: async (work, of) =>
    (await listPublicAnglers(work, of)).flatMap(({ changedAt, ...angler }) => {
      const path = anglerPath(angler);
      return path === null ? [] : { path, changedAt };
    }),
  news: async (work, of) =>
    (await listPublicNews(work, of)).map(({ changedAt, ...post }) => ({ path: postPath(post), changedAt })),
};

function addressesOf({ seasons, years, lakes, pages }: PublicPages): Listed[] {
  const lists = ["/", "/seasons", "/records", "/news", "/anglers", "/lakes", "/api"];
  return [
    ...lists.map((path) => ({ path, changedAt: null })),
    ...years.map((year) => ({ path: calendarPath(year), changedAt: null })),
    ...seasons.flatMap(({ year, changedAt }) =>
      [seasonPath, standingsPath, awardsPath].map((pathOf) => ({ path: pathOf(year), changedAt })),
    ),
    ...lakes.map(({ key, changedAt }) => ({ path: lakePath({ key }), changedAt })),
    ...pages.map(({ slug, changedAt }) => ({ path: textPath(slug), changedAt })),
  ];
}
