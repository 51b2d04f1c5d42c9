import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { sabc } from "../../support/sabc.ts";

describe("sabc completion bash", async () => {
  const { stdout: script } = await sabc(["completion", "bash"]);
  const complete = (...words: string[]): string[] =>
    execFileSync(
      "bash",
      [
        "-c",
        `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _sabc; printf '%s\\n' "\${COMPREPLY[@]}"`,
        "bash",
        ...words,
      ],
      { encoding: "utf8" },
    )
      .split("\n")
      .filter(Boolean);

  const cases: [string, string[], string[]][] = [
    ["a group", ["sabc", "confi"], ["config"]],
    ["a verb", ["sabc", "config", "s"], ["show"]],
    ["a command's own flag", ["sabc", "config", "show", "--c"], ["--csv"]],
    ["a flag of every command", ["sabc", "config", "show", "--ho"], ["--home"]],
    ["a flag between the words", ["sabc", "--demo", "config", "s"], ["show"]],
    ["what may be chosen from", ["sabc", "completion", "z"], ["zsh"]],
    ["nothing that does not fit", ["sabc", "config", "x"], []],
  ];
  for (const [label, words, found] of cases) {
    test(`completes ${label}`, () => assert.deepEqual(complete(...words), found));
  }
});

describe("sabc completion fish", () => {
  test("offers a group's verbs once the group is typed", async () => {
    const { stdout } = await sabc(["completion", "fish"]);
    assert.match(
      stdout,
      /-n "__fish_seen_subcommand_from config; and not __fish_seen_subcommand_from show" -a "show /,
    );
  });
});
