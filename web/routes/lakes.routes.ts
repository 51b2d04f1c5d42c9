import { getLakePage, listLakesFished } from "#core/standings/lake-page.service.ts";
import { lakePath } from "../addresses.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { readPage } from "../page-number.ts";
import { moveTo } from "../redirect.ts";
import { show } from "../show.ts";

export const lakesRoutes: Routes = (router, site) => {
  router.get("/lakes", async (ctx) => {
    const page = await ask(site, async (work) => ({ lakes: await listLakesFished(work) }));
    show(ctx, { views: site.views, view: "lakes", page });
  });

  router.get(["/lakes/:key", "/lakes/:key/page/:number"], async (ctx) => {
    const key = (ctx.params["key"] ?? "").toLowerCase();
    const number = readPage(ctx.params["number"]);
    const page = await ask(site, async (work) => ({ lake: await getLakePage(work, { key, page: number }) }));
    const path = lakePath(page.lake);
    if (ctx.path === path) show(ctx, { views: site.views, view: "lake", page });
    else moveTo(ctx, path);
  });
};
