import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addressOf, ask, type Asked, freshHome, serverOf, startSabc, until } from "../support/process.ts";

describe("the site while the club's own cluster is killed", async () => {
  const home = freshHome();
  const site = startSabc(["serve"], {
    home,
    env: { PORT: "0", LOG_LEVEL: "silent", DATABASE_URL: undefined },
  });
  const address = await addressOf(site);
  const before = await ask(`${address}/`);

  for (let round = 1; round <= 5; round += 1) {
    test(`time ${round}: pages say so within three seconds, and are right again within five`, async () => {
      const pid = serverOf(home)!;
      process.kill(pid, "SIGKILL");
      const seen: Asked[] = [];
      const back = async (): Promise<boolean> => {
        seen.push(await ask(`${address}/`));
        return seen.at(-1)!.status === 200 && serverOf(home) !== pid;
      };
      await until(back, { within: 5_000, what: "the page is back" });
      assert.ok(seen.some(({ status }) => status === 503));
      assert.deepEqual(
        seen.filter(({ status, milliseconds }) => ![200, 503].includes(status) || milliseconds >= 3_000),
        [],
      );
      assert.equal(seen.at(-1)!.text, before.text);
    });
  }

  test("and SIGTERM ends both", async () => {
    site.child.kill("SIGTERM");
    assert.equal((await site.ended).code, 0);
    assert.equal(serverOf(home), null);
  });
});
