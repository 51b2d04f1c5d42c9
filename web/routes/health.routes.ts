import type { Routes } from "../app.ts";

/** For whoever watches the process: alive, and ready to answer with the database behind it. */
export const healthRoutes: Routes = (router, site) => {
  router.get("/healthz", (ctx) => {
    ctx.set("Cache-Control", "no-store");
    ctx.body = { status: "ok" };
  });

  router.get("/readyz", async (ctx) => {
    const ready = await site.app.health().then(
      () => true,
      () => false,
    );
    ctx.set("Cache-Control", "no-store");
    ctx.status = ready ? 200 : 503;
    ctx.body = { status: ready ? "ready" : "not ready" };
  });
};
