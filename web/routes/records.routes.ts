import { getRecords } from "#core/standings/records.service.ts";
import { listYears } from "#core/standings/years.service.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";

export const recordsRoutes: Routes = (router, site) => {
  router.get("/records", async (ctx) => {
    const page = await ask(site, async (work) => ({
      records: await getRecords(work),
      years: await listYears(work),
    }));
    show(ctx, { views: site.views, view: "records", page });
  });
};
