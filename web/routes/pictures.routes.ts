import { notFound } from "#core/errors.ts";
import { getResults, podiumOf } from "#core/results/results.service.ts";
import { clubPicturePath, readTournamentAddress } from "../addresses.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { clubPicture } from "../charts/club-picture.chart.ts";
import { tournamentPicture } from "../charts/tournament-picture.chart.ts";
import { drawPicture } from "../picture.ts";

/** What other sites show beside a link to a page. */
export const picturesRoutes: Routes = (router, site) => {
  const patch = site.assets.find(site.assets.address("patch.svg"))!.body.toString();

  router.get(clubPicturePath, async (ctx) => {
    const { club } = await ask(site, () => Promise.resolve({}));
    ctx.type = "image/png";
    ctx.body = await drawPicture(clubPicture({ club: club.name, patch }));
  });

  router.get("/pictures/:name", async (ctx) => {
    const reference = readTournamentAddress(ctx.params["name"]?.replace(/\.png$/, "") ?? "");
    if (reference === null || ctx.path !== `/pictures/${reference}.png`)
      throw notFound("picture-not-found", "A picture's address is like 2026-03.png.");
    const { club, results } = await ask(site, async (work) => ({
      results: await getResults(work, { tournament: reference }),
    }));
    const svg = tournamentPicture({ club: club.name, results, podium: podiumOf(results) });
    ctx.type = "image/png";
    ctx.body = await drawPicture(svg);
  });
};
