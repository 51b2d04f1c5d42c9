import assert from "node:assert/strict";
import { Writable } from "node:stream";
import { afterEach, describe, mock, test } from "node:test";
import { withPatience } from "../../cli/patience.ts";

describe("what takes long", () => {
  afterEach(() => mock.timers.reset());

  const cases: [string, { isTTY: boolean; quiet: boolean; milliseconds: number }, string][] = [
    ["says nothing for a second", { isTTY: true, quiet: false, milliseconds: 999 }, ""],
    [
      "then tells the seconds, and leaves no trace",
      { isTTY: true, quiet: false, milliseconds: 2_500 },
      "Working … 1 s\rWorking … 2 s\r             \r",
    ],
    ["says nothing into a pipe", { isTTY: false, quiet: false, milliseconds: 2_500 }, ""],
    ["says nothing when asked to be quiet", { isTTY: true, quiet: true, milliseconds: 2_500 }, ""],
  ];
  for (const [label, { isTTY, quiet, milliseconds }, said] of cases) {
    test(label, async () => {
      mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
      const { stderr, heard } = screen(isTTY);
      const wait = () => new Promise((resolve) => setTimeout(() => resolve("done"), milliseconds));
      const waited = withPatience({ stderr }, { quiet, wait });
      mock.timers.tick(milliseconds);
      assert.equal(await waited, "done");
      assert.equal(heard(), said);
    });
  }

  test("a failure is passed on, with the line taken away", async () => {
    mock.timers.enable({ apis: ["setInterval", "setTimeout"] });
    const { stderr, heard } = screen(true);
    const wait = () => new Promise((_, reject) => setTimeout(() => reject(new Error("no")), 1_500));
    const waited = withPatience({ stderr }, { quiet: false, wait });
    mock.timers.tick(1_500);
    await assert.rejects(waited, { message: "no" });
    assert.match(heard(), / +\r$/);
  });
});

function screen(isTTY: boolean) {
  let said = "";
  const write: NonNullable<ConstructorParameters<typeof Writable>[0]>["write"] = (chunk, _, done) => {
    said += String(chunk);
    done();
  };
  return { stderr: Object.assign(new Writable({ write }), { isTTY }), heard: () => said };
}
