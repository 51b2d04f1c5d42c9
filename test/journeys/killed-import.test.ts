import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bookOf, emptySeason, importAll, toldToStop, whileItWrites } from "../support/killed-command.ts";

describe("an import that is stopped in the middle", { concurrency: 3 }, async () => {
  const home = await emptySeason();
  const before = await bookOf(home);
  const reference = await emptySeason();
  await importAll(reference);
  const whole = await bookOf(reference);

  test("control: one that only waited saves everything", async () => {
    assert.notDeepEqual(whole, before);
    const own = await emptySeason();
    const { code } = await whileItWrites(own, { table: "result", then: () => undefined });
    assert.equal(code, 0);
    assert.deepEqual(await bookOf(own), whole);
  });

  test("kill -9 saves nothing; again, all of it", async () => {
    const end = await whileItWrites(home, {
      table: "result",
      then: ({ child }) => void child.kill("SIGKILL"),
    });
    assert.equal(end.signal, "SIGKILL");
    assert.deepEqual(await bookOf(home), before);
    await importAll(home);
    assert.deepEqual(await bookOf(home), whole);
  });

  test("told SIGTERM it changes nothing more, as it says", () => toldToStop("SIGTERM", 143));
});
