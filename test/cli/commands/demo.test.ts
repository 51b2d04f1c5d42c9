import assert from "node:assert/strict";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { joinCluster } from "#core/database/embedded.ts";
import { command } from "../../../cli/commands/demo.command.ts";
import { inputOf, testInputs } from "../../support/command-steps.ts";
import { freshHome } from "../../support/process.ts";
import { sabc } from "../../support/sabc.ts";

testInputs("sabc demo", [
  ["demo", command, [], { fresh: false, makeOnly: false }],
  [
    "of a day",
    command,
    ["--today", "2026-03-20", "--fresh", "--make-only"],
    { today: "2026-03-20", fresh: true, makeOnly: true },
  ],
]);

test("a day that does not exist is refused", async () => {
  await assert.rejects(inputOf(command, ["--today", "2026-02-30"]), { name: "ZodError" });
});

describe("the demo club on its embedded database", () => {
  // Before the directory is taken away.
  let leave = () => Promise.resolve();
  after(() => leave());
  const home = freshHome();
  const make = (...words: string[]) => sabc(["demo", "--make-only", "--home", home, ...words]);

  test("is made for a day, and again it is as it was", async () => {
    const first = await make("--today", "2026-03-20", "--json");
    assert.equal(first.code, 0, first.stderr);
    const { demo } = JSON.parse(first.stdout);
    assert.equal(demo.today, "2026-03-20");
    assert.match(first.stderr, /^Its clock is the real one: .* goes by /m);
    // The commands that follow find the server running, as with the site beside them.
    ({ leave } = await joinCluster(join(home, "demo")));
    assert.deepEqual(JSON.parse((await make("--json")).stdout).demo, demo);
  });

  test("what it says to try works", async () => {
    const { stderr } = await make();
    const tries = [...stderr.matchAll(/^ {2}npx sabc (.*?) +#/gm)].map(([, words]) =>
      words!.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', "")),
    );
    assert.ok(tries.length >= 4);
    for (const words of tries) {
      const said = await sabc([...words, "--home", home]);
      assert.equal(said.code, 0, said.stderr);
      assert.notEqual(said.stdout, "");
    }
  });

  test("another day takes it away only when that is said", async () => {
    const asked = await make("--today", "2026-06-01");
    assert.equal(asked.code, 2);
    assert.match(asked.stderr, /Take the demo of 2026-03-20 away/);
    const { demo } = JSON.parse((await make("--today", "2026-06-01", "--yes", "--json")).stdout);
    assert.equal(demo.today, "2026-06-01");
  });
});
