import { notFound } from "#core/errors.ts";
import { getTournamentSurroundings } from "#core/polls/tournament-vote.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { listWinners, type Winner } from "#core/results/winners.service.ts";
import { findSunrise } from "#core/tournaments/sunrise.service.ts";
import { listTournaments } from "#core/tournaments/tournaments.service.ts";
import { getWeighSheet } from "#core/tournaments/weigh-sheet.service.ts";
import { readTournamentAddress, tournamentPath, weighSheetPath } from "../addresses.ts";
import type { Routes } from "../app.ts";
import { ask } from "../ask.ts";
import { show } from "../show.ts";
import { moveTo } from "../redirect.ts";
import { chooseSeason, readYear } from "../season-choice.ts";

export const tournamentsRoutes: Routes = (router, site) => {
  router.get(["/tournaments", "/tournaments/:address"], async (ctx, next) => {
    const year = readYear(ctx.params["address"]);
    if (year === null) return next();
    const page = await ask(site, async (work) => {
      const { season, seasons } = await chooseSeason(work, { year });
      return {
        season,
        seasons,
        tournaments: season ? await listTournaments(work, { season: season.year }) : [],
        winners: season ? await listWinners(work, { season: season.year }) : new Map<number, Winner[]>(),
      };
    });
    const { season } = page;
    if (season) show(ctx, { views: site.views, view: "tournaments", page: { ...page, season } });
    else show(ctx, { views: site.views, view: "empty", page });
    return undefined;
  });

  router.get("/tournaments/:address/weigh-sheet", async (ctx) => {
    const tournament = referenceIn(ctx.params["address"]);
    const page = await ask(site, async (work) => ({ sheet: await getWeighSheet(work, { tournament }) }));
    const path = weighSheetPath(page.sheet.tournament);
    if (ctx.path === path) show(ctx, { views: site.views, view: "weigh-sheet", page });
    else moveTo(ctx, path);
  });

  router.get("/tournaments/:address", async (ctx) => {
    const reference = referenceIn(ctx.params["address"]);
    const page = await ask(site, async (work) => {
      const results = await getResults(work, { tournament: reference });
      const { id, firstDay: day, ramp } = results.tournament;
      return {
        results,
        sunrise: findSunrise(work, { day, ramp }),
        ...(await getTournamentSurroundings(work, { id })),
      };
    });
    const path = tournamentPath(page.results.tournament);
    if (ctx.path === path) show(ctx, { views: site.views, view: "tournament", page });
    else moveTo(ctx, path);
  });
};

function referenceIn(address = ""): string {
  const reference = readTournamentAddress(address);
  if (reference !== null) return reference;
  throw notFound("tournament-not-found", "A tournament's address is like 2026-03.");
}
