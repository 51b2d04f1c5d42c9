import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, ask, freshHome, startSabc, until } from "../support/process.ts";
import { severedDatabase } from "../support/severed-database.ts";

const quiet = { PORT: "0", LOG_LEVEL: "silent", DATABASE_URL: undefined };

describe("the site while the club's own server is away", async () => {
  const database = await severedDatabase();
  const site = startSabc(["serve"], { home: freshHome(), env: { ...quiet, DATABASE_URL: database.url } });
  const address = await addressOf(site);

  test("it starts all the same, alive and not ready", async () => {
    assert.equal((await ask(`${address}/healthz`)).status, 200);
    const { status, milliseconds, text } = await ask(`${address}/readyz`);
    assert.deepEqual([status, JSON.parse(text)], [503, { status: "not ready" }]);
    assert.ok(milliseconds < 3_000, `took ${milliseconds} ms`);
  });

  for (const time of ["the first", "the second"]) {
    test(`${time} time the server is there, the site is ready within two seconds`, async () => {
      await database.open();
      const took = await until(async () => (await ask(`${address}/readyz`)).status === 200, {
        within: 2_000,
      });
      assert.ok(took < 2_000);
      assert.equal((await ask(`${address}/`)).status, 200);
    });

    test(`${time} time it goes away again, pages say so within three seconds`, async () => {
      await database.shut();
      for (const path of ["/", "/standings", "/tournaments"]) {
        const { status, milliseconds, text } = await ask(address + path);
        assert.equal(status, 503, path);
        assert.ok(milliseconds < 3_000, `${path} took ${milliseconds} ms`);
        assert.doesNotMatch(text, /ECONN|at .*\.ts|127\.0\.0\.1:\d+\//);
      }
    });
  }
});
