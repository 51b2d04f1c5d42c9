import type { App } from "#core/app.ts";
import type { Config } from "#core/config.ts";
import { openLog } from "#core/log.ts";
import { createSite } from "./app.ts";
import { openSite } from "./context.ts";
import { listen, type RunningSite } from "./listen.ts";
import { routes } from "./site-map.ts";

/** Serves the club's site until it is drained. Rejects with a DomainError when it cannot listen there. */
export async function serveSite(app: App, config: Config): Promise<RunningSite> {
  const site = openSite({ app, config, log: openLog(config) });
  const running = await listen(createSite(site, routes).callback(), config);
  const drain = async (): Promise<void> => {
    site.live.end();
    await running.drain();
    await site.changes.close();
  };
  return { address: running.address, drain };
}

export { drainOnSignal } from "./drain.ts";
