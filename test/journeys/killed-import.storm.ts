import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import {
  bookOf,
  emptySeason,
  finished,
  importAll,
  startImport,
  toldToStop,
  whileItWrites,
  written,
} from "../support/killed-command.ts";

describe("a season's import, killed", { concurrency: 2 }, async () => {
  const reference = await emptySeason();
  await importAll(reference);
  const whole = await bookOf(reference);

  test("at every table it writes: nothing is saved; and again, all of it", async () => {
    const home = await emptySeason();
    const before = await bookOf(home);
    for (const table of written) {
      await whileItWrites(home, { table, then: ({ child }) => void child.kill("SIGKILL") });
      assert.deepEqual(await bookOf(home), before, table);
    }
    await importAll(home);
    assert.deepEqual(await bookOf(home), whole);
  });

  test("at 30 moments: everything or nothing is saved; and again, all of it", async () => {
    const measured = performance.now();
    finished(await startImport(await emptySeason()).ended);
    const usual = performance.now() - measured;
    const seen = { nothing: 0, everything: 0 };
    let home = await emptySeason();
    const before = await bookOf(home);
    for (let kill = 0; kill < 30; kill += 1) {
      const running = startImport(home);
      await pause(usual * (0.3 + (0.8 * kill) / 30));
      running.child.kill("SIGKILL");
      await running.ended;
      const book = await bookOf(home);
      if (book["angler"] === 0) {
        seen.nothing += 1;
        assert.deepEqual(book, before);
      } else {
        seen.everything += 1;
        assert.deepEqual(book, whole);
        home = await emptySeason();
      }
    }
    assert.ok(seen.nothing > 0 && seen.everything > 0, JSON.stringify(seen));
    await importAll(home);
    assert.deepEqual(await bookOf(home), whole);
  });

  for (const [signal, code] of [
    ["SIGTERM", 143],
    ["SIGINT", 2],
    ["SIGHUP", 129],
  ] as const) {
    test(`told ${signal} it changes nothing more, as it says`, () => toldToStop(signal, code));
  }

  test("twice at once by two processes: one result, and the other has nothing to do or gives way", async () => {
    for (let round = 0; round < 3; round += 1) {
      const home = await emptySeason();
      const ends = await Promise.all([startImport(home).ended, startImport(home).ended]);
      const codes = ends.map(({ code }) => code);
      assert.ok(
        codes.includes(0) && codes.every((code) => code === 0 || code === 5 || code === 75),
        String(codes),
      );
      assert.deepEqual(await bookOf(home), whole);
    }
  });
});
