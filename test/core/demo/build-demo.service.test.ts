import assert from "node:assert/strict";
import { test } from "node:test";
import { operator } from "#core/actor.ts";
import { buildDemo } from "#core/demo/build-demo.service.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();

test("builds", async () => {
  const start = performance.now();
  const made = await app.write(operator("demo"), (work) => buildDemo(work, { today: "2026-11-23" }));
  console.log(made, performance.now() - start);
  assert.equal(made.today, "2026-11-23");
});
