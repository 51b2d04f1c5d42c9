import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type End, freshHome, type Running, serverOf, startSabc, until } from "../support/process.ts";

/** Whoever used the club's own PostgreSQL last stops it, however the command came to its end. */
describe("the club's own cluster after a command", { concurrency: false }, () => {
  const home = freshHome();
  const start = (words: string[], typed?: string): Running =>
    startSabc(words, { home, env: { DATABASE_URL: undefined }, ...(typed === undefined ? {} : { typed }) });
  const ends: [string, string[], string, (end: End) => unknown][] = [
    [
      "that did what it was told",
      ["season", "rules", "2025", "--set", "sabc-individual"],
      "",
      ({ code }) => assert.equal(code, 0),
    ],
    ["that found nothing", ["season", "show", "1999"], "", ({ code }) => assert.equal(code, 3)],
    ["that was refused", ["season", "import", "2025", "-"], "angler\n", ({ code }) => assert.equal(code, 4)],
  ];
  for (const [label, words, typed, judge] of ends) {
    test(`${label} is stopped`, async () => {
      judge(await start(words, typed).ended);
      assert.equal(serverOf(home), null);
    });
  }

  for (const stream of ["stdout", "stderr"] as const) {
    test(`whose ${stream} was closed early is stopped`, async () => {
      const running = start(["lake", "import"], "");
      running.child[stream]!.destroy();
      const { code, stderr } = await running.ended;
      assert.equal(code, 0, stderr);
      assert.equal(serverOf(home), null);
    });
  }

  for (const [signal, code] of [
    ["SIGINT", 2],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    test(`that was told ${signal} is stopped`, async () => {
      const running = start(["lake", "import", "--dry-run"], "");
      await until(() => serverOf(home) !== null, { what: "the cluster runs" });
      running.child.kill(signal);
      const end = await running.ended;
      assert.deepEqual([end.code, end.stdout], [code, ""], end.stderr);
      assert.equal(serverOf(home), null);
    });
  }
});
