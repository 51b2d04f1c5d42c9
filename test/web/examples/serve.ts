import { setTimeout as wait } from "node:timers/promises";
import { drainOnSignal } from "../../../web/drain.ts";
import { serveExamples } from "./site.ts";

/** A process of its own that can be sent signals: prints where it listens, and ends when it is drained. */
const site = await serveExamples({
  routes: [
    (router) =>
      router.get("/slow", async (ctx) => {
        await wait(300);
        ctx.body = "done";
      }),
  ],
});
process.stdout.write(`${site.address}\n`);
await drainOnSignal(site);
