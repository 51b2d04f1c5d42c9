import { notFound } from "#core/errors.ts";
import { getAnglerPage, listAnglers } from "#core/standings/angler-page.service.ts";
import { anglerPath, readAnglerAddress } from "../addresses.ts";
import { anglersBefore, pageOfAnglers } from "../angler-pages.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { moveTo } from "../redirect.ts";
import { Refusal } from "../refusal.ts";
import { show } from "../show.ts";

export const anglersRoutes: Routes = (router, site) => {
  router.get(["/anglers", "/anglers/page/:number"], async (ctx) => {
    const number = readPage(ctx.params["number"]);
    if (number === null) throw notFound("page-not-found", "A page of the list is a number from 2.");
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

/** `2`; the first has no number in its address, and null is what is none. */
function readPage(text: string | undefined): number | null {
  if (text === undefined) return 1;
  return /^[1-9]\d{0,4}$/.test(text) && text !== "1" ? Number(text) : null;
}

const erased = {
  code: "angler-erased",
  sentence: "Whoever this page was about asked the club to forget them. Their results stay, without a name.",
};
