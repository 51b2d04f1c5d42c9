import { findNews, listNewsPage } from "#core/news/news.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { readPage } from "../page-number.ts";
import { Refusal } from "../refusal.ts";
import { show } from "../show.ts";

export const newsRoutes: Routes = (router, site) => {
  router.get(["/news", "/news/page/:number"], async (ctx) => {
    const number = readPage(ctx.params["number"]);
    const page = await ask(site, async (work) => ({ news: await listNewsPage(work, { page: number }) }));
    show(ctx, { views: site.views, view: "news", page });
  });

  router.get("/news/:slug", async (ctx) => {
    const { slug = "" } = ctx.params;
    const page = await ask(site, async (work) => ({ post: await findNews(work, { slug }) }));
    const { post } = page;
    if (post === null) throw new Refusal(410, over);
    show(ctx, { views: site.views, view: "post", page: { ...page, post } });
  });
};

const over = { code: "news-over", sentence: "This was news once. The club has taken it down since." };
