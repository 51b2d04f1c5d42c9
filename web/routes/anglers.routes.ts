import { notFound } from "#core/errors.ts";
import { getAnglerPage, listAnglers } from "#core/standings/angler-page.service.ts";
import { anglerPath, readAnglerAddress } from "../addresses.ts";
import { anglersBefore, pageOfAnglers } from "../angler-pages.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { readPage } from "../page-number.ts";
import { moveTo } from "../redirect.ts";
import { Refusal } from "../refusal.ts";
import { show } from "../show.ts";

export const anglersRoutes: Routes = (router, site) => {
  router.get(["/anglers", "/anglers/page/:number"], async (ctx) => {
    const number = readPage(ctx.params["number"]);
    const page = await ask(site, async (work) => ({
      list: pageOfAnglers(await listAnglers(work, { from: anglersBefore(number) }), number),
    }));
    show(ctx, { views: site.views, view: "anglers", page });
  });

  router.get("/anglers/:address", async (ctx) => {
    const id = readAnglerAddress(ctx.params["address"] ?? "");
    if (id === null) throw notFound("angler-not-found", "An angler's address begins with a number.");
    const { club, page } = await ask(site, async (work) => ({ page: await getAnglerPage(work, { id }) }));
    const path = page.is === "erased" ? null : anglerPath(page.angler);
    if (path === null) throw new Refusal(410, erased);
    if (page.is === "here" && ctx.path === path)
      show(ctx, { views: site.views, view: "angler", page: { club, page } });
    else moveTo(ctx, path);
  });
};

const erased = {
  code: "angler-erased",
  sentence: "Whoever this page was about asked the club to forget them. Their results stay, without a name.",
};
