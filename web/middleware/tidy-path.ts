import type { Router } from "@koa/router";
import type { SiteState, Step } from "../context.ts";
import { moveTo } from "../redirect.ts";

/** `/tournaments/` is `/tournaments`; only where that page exists, and only for the plainest of paths. */
export const tidyThePath =
  (router: Router<SiteState>): Step =>
  (ctx, next) => {
    const tidy = /^((?:\/[\w-][\w.-]*)+)\/$/.exec(ctx.path)?.[1];
    if (tidy === undefined || !router.match(tidy, "GET").route) return next();
    moveTo(ctx, tidy);
    return undefined;
  };
