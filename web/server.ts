import type { App } from "#core/app.ts";
import type { Config } from "#core/config.ts";
import { openLog } from "#core/log.ts";
import { createSite } from "./app.ts";
import { openSite } from "./context.ts";
import { listen, type RunningSite } from "./listen.ts";
import { routes } from "./site-map.ts";

/** Serves the club's site until it is drained. Rejects with a DomainError when it cannot listen there. */
export function serveSite(app: App, config: Config): Promise<RunningSite> {
  const site = openSite({ app, config, log: openLog(config) });
  return listen(createSite(site, routes).callback(), config);
}

/** Drains the site at the first SIGTERM or SIGINT and resolves then; a second signal does not wait. */
export function drainOnSignal(site: Pick<RunningSite, "drain">): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      process.off("SIGTERM", stop).off("SIGINT", stop);
      site.drain().then(resolve, reject);
    };
    process.on("SIGTERM", stop).on("SIGINT", stop);
  });
}
