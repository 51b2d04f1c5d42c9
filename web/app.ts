import { Router } from "@koa/router";
import Koa from "koa";
import type { Site, SiteState } from "./context.ts";
import { answerErrors, lastResort } from "./middleware/errors.ts";
import { refuseUnknownHosts } from "./middleware/known-host.ts";
import { nothingHere } from "./middleware/nothing-here.ts";
import { answerKeptPages, makePublicPages } from "./middleware/public-pages.ts";
import { nameTheRequest } from "./middleware/request-id.ts";
import { logRequests } from "./middleware/request-log.ts";
import { setSecurityHeaders } from "./middleware/security-headers.ts";
import { serveAssets } from "./middleware/static-files.ts";
import { tidyThePath } from "./middleware/tidy-path.ts";

export type Routes = (router: Router<SiteState>, site: Site) => void;

/** The site as a sentence: what happens to a request, in order. */
export function createSite(site: Site, routes: readonly Routes[]): Koa<SiteState> {
  const koa = new Koa<SiteState>();
  const router = new Router<SiteState>({ strict: true, sensitive: true });
  for (const add of routes) add(router, site);

  koa.use(nameTheRequest);
  koa.use(logRequests(site));
  koa.use(answerKeptPages(site));
  koa.use(setSecurityHeaders);
  koa.use(answerErrors(site));
  koa.use(refuseUnknownHosts(site));
  koa.use(serveAssets(site));
  koa.use(makePublicPages(site));
  koa.use(tidyThePath(router));
  koa.use(router.routes());
  koa.use(nothingHere(router));

  Object.assign(koa.context, { onerror: lastResort(site) });
  return koa;
}
