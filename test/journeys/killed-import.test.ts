import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bookOf, emptySeason, finished, startImport, whileItWrites } from "../support/killed-command.ts";

describe("an import that is stopped in the middle", { concurrency: 2 }, async () => {
  const reference = await emptySeason();
  await finished(startImport(reference).ended);
  const whole = await bookOf(reference);
  const home = await emptySeason();
  const before = await bookOf(home);

  test("control: one that only waited saves everything", async () => {
    assert.notDeepEqual(whole, before);
    const waited = await emptySeason();
    const { code } = await whileItWrites(waited, { table: "result", then: () => undefined });
    assert.equal(code, 0);
    assert.deepEqual(await bookOf(waited), whole);
  });

  test("kill -9 saves nothing; again, all of it", async () => {
    const end = await whileItWrites(home, {
      table: "result",
      then: ({ child }) => void child.kill("SIGKILL"),
    });
    assert.equal(end.signal, "SIGKILL");
    assert.deepEqual(await bookOf(home), before);
    await finished(startImport(home).ended);
    assert.deepEqual(await bookOf(home), whole);
  });

  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGINT", 2],
  ] as const) {
    test(`told ${signal} it changes nothing more, as it says`, async () => {
      const own = await emptySeason();
      const end = await whileItWrites(own, {
        table: "bag",
        then: async ({ child, said }) => {
          child.kill(signal);
          while (said() === "") await new Promise((resolve) => setTimeout(resolve, 5));
        },
      });
      assert.deepEqual([end.code, end.stderr], [code, "Cancelled. Nothing more was changed.\n"]);
      assert.deepEqual(await bookOf(own), before);
    });
  }
});
