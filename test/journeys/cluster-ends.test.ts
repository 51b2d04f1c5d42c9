import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { endsUnheard, endsWhenTold } from "../support/cluster-ends.ts";
import { freshHome, serverOf } from "../support/process.ts";
import { sabc } from "../support/sabc.ts";

/** Whoever used the club's own PostgreSQL last stops it, however the command came to its end. */
describe("the club's own cluster after a command", { concurrency: false }, () => {
  const home = freshHome();
  const ends: [string, string[], string, number][] = [
    ["that did what it was told", ["season", "rules", "2025", "--set", "sabc-individual"], "", 0],
    ["that found nothing", ["season", "show", "1999"], "", 3],
    ["that was refused", ["season", "import", "2025", "-"], "angler\n", 4],
  ];
  for (const [label, words, typed, code] of ends) {
    test(`${label} is stopped`, async () => {
      const end = await sabc([...words, "--home", home], { typed: [typed] });
      assert.equal(end.code, code, end.stderr);
      assert.equal(serverOf(home), null);
    });
  }

  test("whose stdout was closed early is stopped", () => endsUnheard(home, "stdout"));

  test("that was told SIGTERM is stopped", () => endsWhenTold(home, { signal: "SIGTERM", code: 143 }));
});
