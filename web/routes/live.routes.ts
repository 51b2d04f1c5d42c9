import type { Routes } from "../app.ts";
import { Refusal } from "../refusal.ts";

/** Server-sent events for who looks at a weigh-in: that something changed, never what. */
export const liveRoutes: Routes = (router, site) => {
  router.get("/live", (ctx) => {
    ctx.set({
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      // For a proxy that would gather what is said.
      "X-Accel-Buffering": "no",
    });
    if (ctx.method === "HEAD") {
      ctx.status = 200;
      return;
    }
    ctx.res.statusCode = 200;
    if (!site.live.follow(ctx.res)) throw full;
    ctx.respond = false;
  });
};

const full = new Refusal(503, {
  code: "too-many-follow",
  sentence: "Too many follow the weigh-in at once. The page itself is always up to date.",
  headers: { "Retry-After": "60" },
});
