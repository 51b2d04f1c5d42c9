import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { readSourceTree } from "./support/source-tree.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
const readmes = [
  "README.md",
  ".github/CONTRIBUTING.md",
  ...["core", "core/database", "cli", "web", "migrations", "load", "test"].map(
    (folder) => `${folder}/README.md`,
  ),
];

/** The path of a command is its name; a group alone does what it does by default. */
const commands = new Set(
  readSourceTree().flatMap(({ path }) => {
    const name = /^cli\/commands\/(.*)\.command\.ts$/.exec(path)?.[1];
    return name === undefined ? [] : [name.replace("/", " "), name.replace(/\/.*/, "")];
  }),
);

describe("what the READMEs say", () => {
  for (const path of readmes) {
    const text = readFileSync(path, "utf8");

    test(`${path}: every npm script is there`, () => {
      const named = [
        ...text.matchAll(/npm (?:run )?(test|demo|start|[a-z-]+:[a-z-]+|check|coverage|load|reference)\b/g),
      ];
      const missing = named
        .map(([, script]) => script ?? "")
        .filter((script) => !(script in manifest.scripts));
      assert.deepEqual(missing, []);
    });

    test(`${path}: every sabc command is there`, () => {
      const typed = [...text.matchAll(/npx sabc (?:--demo )?([a-z][a-z-]*)(?: ([a-z][a-z-]*))?/g)];
      const missing = typed
        .filter(
          ([, one = "", two = ""]) => one !== "help" && !commands.has(one) && !commands.has(`${one} ${two}`),
        )
        .map(([words]) => words);
      assert.deepEqual(missing, []);
    });

    test(`${path}: every link leads somewhere`, () => {
      const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)].map(
        ([, link]) => link ?? "",
      );
      assert.deepEqual(
        links.filter((link) => !existsSync(join(dirname(path), link))),
        [],
      );
    });
  }
});
