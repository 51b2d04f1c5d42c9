import type { Router } from "@koa/router";
import { notFound } from "#core/errors.ts";
import type { SiteState, Step } from "../context.ts";
import { Refusal } from "../refusal.ts";

/** The end of the line: the page exists but not for this method, or there is no such page. */
export const nothingHere =
  (router: Router<SiteState>): Step =>
  (ctx) => {
    const methods = new Set(router.match(ctx.path, ctx.method).path.flatMap((layer) => layer.methods));
    if (methods.size > 0) {
      throw new Refusal(405, {
        code: "method-not-allowed",
        sentence: "This page can be read, but not asked to do that.",
        headers: { Allow: [...methods].toSorted().join(", ") },
      });
    }
    throw notFound("page-not-found", "There is no page at this address.");
  };
