import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { describe, test } from "node:test";
import { withProgress } from "../../cli/progress.ts";

describe("what knows how far it is", { concurrency: true }, () => {
  const cases: [
    label: string,
    room: { isTTY: boolean; quiet: boolean; milliseconds: number },
    bar: RegExp,
  ][] = [
    ["says nothing for a second", { isTTY: true, quiet: false, milliseconds: 50 }, /^$/],
    ["then draws a bar", { isTTY: true, quiet: false, milliseconds: 1_100 }, /Copying \[#{15}\.{15}\] 50 %/],
    ["draws nothing into a pipe", { isTTY: false, quiet: false, milliseconds: 1_100 }, /^$/],
    ["draws nothing when asked to be quiet", { isTTY: true, quiet: true, milliseconds: 1_100 }, /^$/],
  ];
  for (const [label, { isTTY, quiet, milliseconds }, bar] of cases) {
    test(label, async () => {
      const stderr = Object.assign(new PassThrough(), { isTTY, columns: 80 });
      let said = "";
      stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
      const done = await withProgress(
        { stderr },
        {
          quiet,
          doing: "Copying",
          run: async (report) => {
            report(0.5);
            await pause(milliseconds);
            return "done";
          },
        },
      );
      assert.equal(done, "done");
      assert.match(stripVTControlCharacters(said), bar);
    });
  }
});
