import { describe, test } from "node:test";
import { endsUnheard, endsWhenTold } from "../support/cluster-ends.ts";
import { freshHome } from "../support/process.ts";

describe("the club's own cluster after a command", { concurrency: false }, () => {
  const home = freshHome();

  for (const stream of ["stdout", "stderr"] as const) {
    test(`whose ${stream} was closed early is stopped`, () => endsUnheard(home, stream));
  }

  for (const [signal, code] of [
    ["SIGINT", 2],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    test(`that was told ${signal} is stopped`, () => endsWhenTold(home, { signal, code }));
  }
});
