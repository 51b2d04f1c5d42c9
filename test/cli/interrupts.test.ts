import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { describe, mock, test } from "node:test";
import { mindInterrupts } from "../../cli/interrupts.ts";

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe("being told to stop", () => {
  for (const [signal, code] of [
    ["SIGINT", 2],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    test(`${signal} lets go of the database before the process ends with ${code}`, async () => {
      const order: string[] = [];
      const exit = mock.method(process, "exit", (given: number) => void order.push(`exit ${given}`));
      const stderr = new PassThrough();
      const before = process.listenerCount(signal);
      const interrupts = mindInterrupts(
        { stdin: new PassThrough(), stdout: new PassThrough(), stderr },
        async () => {
          await tick();
          order.push("closed");
        },
      );
      // Its listener alone: others in this process take a signal for the end of everything.
      process.listeners(signal).at(-1)!(signal);
      assert.equal(interrupts.happened, true);
      assert.equal(process.listenerCount(signal), before, "a second one does not wait");
      await tick();
      await tick();
      exit.mock.restore();
      assert.deepEqual(order, ["closed", `exit ${code}`]);
      assert.equal(stderr.read().toString(), "Cancelled. Nothing more was changed.\n");
    });
  }

  test("a command that is done minds nothing any more", () => {
    const before = process.listenerCount("SIGINT");
    const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
    const interrupts = mindInterrupts(streams, () => Promise.resolve());
    assert.equal(process.listenerCount("SIGINT"), before + 1);
    interrupts.letGo();
    assert.equal(process.listenerCount("SIGINT"), before);
    assert.equal(interrupts.happened, false);
  });
});
