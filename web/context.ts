import type Koa from "koa";
import type { App } from "#core/app.ts";
import type { Config } from "#core/config.ts";
import type { Log } from "#core/log.ts";
import type { ClubShown } from "#core/work.ts";
import { type Assets, openAssets } from "./assets.ts";
import { type Changes, openChanges } from "./changes.ts";
import { type Live, openLive } from "./live.ts";
import { openPageCache, type PageCache } from "./page-cache.ts";
import { openViews, type Views } from "./render.ts";

/** What every step and route of the site may use; made once at start. */
export interface Site {
  app: Pick<App, "read" | "write" | "health" | "listen">;
  config: Pick<Config, "publicUrl">;
  log: Log;
  assets: Assets;
  views: Views;
  changes: Changes;
  pages: PageCache;
  live: Live;
  /** The club as last read, so that an error page can still say whose site it is. */
  known: { club: Pick<ClubShown, "name"> };
}

export interface SiteState {
  requestId: string;
}

export type SiteContext = Koa.ParameterizedContext<SiteState>;
export type Step = (ctx: SiteContext, next: () => Promise<unknown>) => unknown;

export function openSite({ app, config, log }: Pick<Site, "app" | "config" | "log">): Site {
  const assets = openAssets();
  const views = openViews({ assets, publicUrl: config.publicUrl });
  // Pages are dropped before anyone is told to fetch them anew.
  const changes = openChanges(app);
  const pages = openPageCache(app, changes);
  return {
    app,
    config,
    log,
    assets,
    views,
    changes,
    pages,
    live: openLive(changes),
    known: { club: { name: "Bass club" } },
  };
}
