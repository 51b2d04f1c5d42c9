import assert from "node:assert/strict";
import { after, test } from "node:test";
import { healthRoutes } from "../../../web/routes/health.routes.ts";
import { fetchRaw } from "../../support/http.ts";
import { serveExamples } from "../examples/site.ts";

const site = await serveExamples({ routes: [healthRoutes] });
after(() => site.drain());

test("without its database the process lives and is not ready, and says no more than that", async () => {
  const alive = await fetchRaw(site.address, "/healthz");
  assert.deepEqual([alive.status, JSON.parse(alive.body)], [200, { status: "ok" }]);
  const ready = await fetchRaw(site.address, "/readyz");
  assert.deepEqual([ready.status, JSON.parse(ready.body)], [503, { status: "not ready" }]);
});
