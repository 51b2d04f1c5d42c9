import { pino } from "pino";
import { createSite, type Routes } from "../../../web/app.ts";
import { openAssets } from "../../../web/assets.ts";
import type { Site } from "../../../web/context.ts";
import { openChanges } from "../../../web/changes.ts";
import { openLive } from "../../../web/live.ts";
import { openPageCache } from "../../../web/page-cache.ts";
import { openViews } from "../../../web/render.ts";
import { listen, type RunningSite } from "../../../web/listen.ts";
import { examples } from "./pages.ts";

/** The real site around example pages: every middleware, view and asset, no club behind it. */
export function serveExamples({ routes = [] }: { routes?: Routes[] } = {}): Promise<RunningSite> {
  const publicUrl = new URL("http://localhost:3000");
  const assets = openAssets();
  const app = { read: noClub, write: noClub, health: noClub, listen: () => () => Promise.resolve() };
  const changes = openChanges(app);
  const site: Site = {
    app,
    config: { publicUrl },
    log: pino({ level: "silent" }),
    assets,
    views: openViews({ assets, publicUrl }),
    changes,
    pages: openPageCache(app, changes),
    live: openLive(changes),
    known: { club: { name: "South Austin Bass Club" } },
  };
  return listen(createSite(site, [exampleRoutes, ...routes]).callback(), { host: "127.0.0.1", port: 0 });
}

const exampleRoutes: Routes = (router, site) => {
  for (const { name, render } of examples) {
    router.get(`/examples/${name}`, (ctx) => {
      ctx.type = "html";
      ctx.body = render(site.views);
    });
  }
};

const noClub = () => Promise.reject(new Error("Example pages have no club behind them."));
