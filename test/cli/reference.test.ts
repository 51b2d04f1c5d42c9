import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { duesHeaders } from "#core/membership/dues-columns.rules.ts";
import { memberHeaders } from "#core/membership/member-columns.rules.ts";
import { resultHeaders } from "#core/results/column-names.rules.ts";
import { readme, withReference } from "../../scripts/command-reference.ts";
import { exitCodes } from "../../cli/errors.ts";
import { listGroups, loadCommands } from "../../cli/registry.ts";
import { sabc } from "../support/sabc.ts";

const text = readFileSync(readme, "utf8");

describe("the command reference", () => {
  test("stands in cli/README.md as the program is (npm run reference writes it)", async () => {
    assert.equal(text, await withReference(text));
  });

  for (const { title, headers } of [
    { title: "The results file", headers: resultHeaders("season") },
    { title: "The members' file", headers: memberHeaders() },
    { title: "The file of dues", headers: duesHeaders() },
  ]) {
    test(`${title}: its columns are told, each with its other names`, () => {
      const start = text.indexOf(`## ${title}`);
      const words = new Set(text.slice(start, text.indexOf("\n## ", start)).match(/[a-z][a-z_0-9]+/g));
      assert.deepEqual(
        [...headers.keys()].filter((name) => !words.has(name)),
        [],
      );
    });
  }

  test("the table of exit codes is the program's", () => {
    const listed = [...text.matchAll(/^\| (\d+) \| ([^|]*)\|/gm)].flatMap(([, code, kinds]) =>
      kinds!
        .trim()
        .split(", ")
        .map((kind) => [kind || "done", Number(code)]),
    );
    assert.deepEqual(
      Object.fromEntries(listed),
      Object.fromEntries(Object.entries(exitCodes).map(([kind, { code }]) => [kind, code])),
    );
  });
});

describe("every command", async () => {
  const groups = await Promise.all(
    [...listGroups().map(({ name }) => name), ""].map(async (group) =>
      (await loadCommands(group)).map(({ name, command }) => ({
        path: [group, name].filter(Boolean),
        command,
      })),
    ),
  );
  for (const { path, command } of groups.flat()) {
    const name = `sabc ${path.join(" ")}`;
    test(`${name} has a sentence, and two examples that name it`, () => {
      assert.match(command.summary, /^[A-Z].*\.$/);
      assert.notEqual(command.examples[0], command.examples[1]);
      for (const example of command.examples) {
        const named = command.byDefault ? name.slice(0, name.lastIndexOf(" ")) : name;
        assert.ok(example.includes(named), `${example} does not say ${named}`);
      }
    });

    test(`${name} --help fits 80 columns`, async () => {
      const { code, stdout } = await sabc([...path, "--help"]);
      assert.equal(code, 0);
      const examples = stdout.indexOf("\nExamples:");
      assert.deepEqual(
        stdout
          .slice(0, examples)
          .split("\n")
          .filter((line) => line.length > 80),
        [],
      );
    });
  }
});
