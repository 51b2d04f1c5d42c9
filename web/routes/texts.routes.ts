import { listOfficers } from "#core/membership/officers.service.ts";
import { getPage } from "#core/news/pages.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";

/** What the club says of itself; who its officers are stands with it. */
export const textsRoutes: Routes = (router, site) => {
  router.get("/about", async (ctx) => {
    const page = await ask(site, async (work) => ({
      text: await getPage(work, { slug: "about" }),
      officers: await listOfficers(work, { year: Number(work.today.slice(0, 4)) }),
    }));
    show(ctx, { views: site.views, view: "text", page });
  });

  for (const slug of ["bylaws", "join"] as const) {
    router.get(`/${slug}`, async (ctx) => {
      const page = await ask(site, async (work) => ({ text: await getPage(work, { slug }), officers: [] }));
      show(ctx, { views: site.views, view: "text", page });
    });
  }
};
