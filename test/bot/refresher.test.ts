import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Refresher } from "../../bot/refresher.ts";

/** A refresher whose drawings and pauses end when the test says so. */
function stage() {
  const drawn: string[] = [];
  const waits: number[] = [];
  const failures: unknown[] = [];
  let drawing = Promise.withResolvers<number>();
  let waiting = Promise.withResolvers<void>();
  const refresher = new Refresher<string>({
    draw: (key) => {
      drawn.push(key);
      return drawing.promise;
    },
    wait: (milliseconds, signal) => {
      waits.push(milliseconds);
      signal.addEventListener("abort", () => waiting.resolve(), { once: true });
      return waiting.promise;
    },
    backOff: (count) => count * 1_000,
    failed: (error) => failures.push(error),
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    refresher,
    settle,
    drawn,
    waits,
    failures,
    finish: async (pause = 2_000) => {
      const { resolve } = drawing;
      drawing = Promise.withResolvers();
      resolve(pause);
      await settle();
    },
    fail: async () => {
      const { reject } = drawing;
      drawing = Promise.withResolvers();
      reject(new Error("Discord is away"));
      await settle();
    },
    pass: async () => {
      const { resolve } = waiting;
      waiting = Promise.withResolvers();
      resolve();
      await settle();
    },
  };
}

describe("drawing anew what has changed", () => {
  test("begins at once, and draws many changes meanwhile once more after a pause", async () => {
    const { refresher, drawn, waits, finish, pass } = stage();
    refresher.touch("may");
    assert.deepEqual(drawn, ["may"]);
    for (let change = 0; change < 300; change += 1) refresher.touch("may");
    await finish();
    assert.deepEqual([drawn, waits], [["may"], [2_000]]);
    await pass();
    assert.deepEqual(drawn, ["may", "may"]);
    await finish();
    await pass();
    assert.deepEqual(drawn, ["may", "may"]);
  });

  test("a change in the pause is not lost", async () => {
    const { refresher, drawn, finish, pass } = stage();
    refresher.touch("may");
    await finish();
    refresher.touch("may");
    assert.deepEqual(drawn, ["may"]);
    await pass();
    assert.deepEqual(drawn, ["may", "may"]);
  });

  test("each is drawn by itself", () => {
    const { refresher, drawn } = stage();
    refresher.touch("may");
    refresher.touch("june");
    assert.deepEqual(drawn, ["may", "june"]);
  });

  test("what fails is tried again with more and more patience", async () => {
    const { refresher, drawn, waits, failures, fail, finish, pass } = stage();
    refresher.touch("may");
    await fail();
    await pass();
    await fail();
    await pass();
    await finish(10_000);
    assert.deepEqual([drawn.length, waits, failures.length], [3, [1_000, 2_000, 10_000], 2]);
  });

  test("at the end what waits is drawn without a pause, and what fails no more", async () => {
    const { refresher, settle, drawn, finish } = stage();
    refresher.touch("may");
    await finish();
    refresher.touch("may");
    const flushed = refresher.flush();
    await settle();
    await finish();
    await flushed;
    assert.deepEqual(drawn, ["may", "may"]);
    const other = stage();
    other.refresher.touch("june");
    const over = other.refresher.flush();
    await other.fail();
    await over;
    assert.deepEqual(other.drawn, ["june"]);
  });
});
