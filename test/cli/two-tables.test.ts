import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";

const tests = globSync("test/cli/**/*.test.ts").map((path) => readFileSync(path, "utf8"));

/** What the tests call this command, and the text they say it in. */
const mentions = (command: string) =>
  tests.flatMap((text) =>
    [...text.matchAll(new RegExp(`command(?: as (\\w+))? \\} from "[./]*/${command}"`, "g"))].map(
      ([, name = "command"]) => ({ name, text }),
    ),
  );

describe("every command has its two tables", () => {
  for (const command of globSync("cli/commands/**/*.command.ts").toSorted()) {
    test(command, () => {
      const named = mentions(command);
      const has = (pattern: (name: string) => string): boolean =>
        named.some(({ name, text }) => new RegExp(pattern(name)).test(text));
      assert.ok(
        has((name) => `(,\\s*${name},\\s*\\[|inputOf\\(${name}\\b)`),
        "arguments → input",
      );
      assert.ok(
        has((name) => `\\b${name}\\.output\\(`),
        "outcome → output",
      );
    });
  }
});
