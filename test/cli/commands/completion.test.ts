import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
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

const installed = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;
const without = (shell: string) => (installed(shell) ? false : `${shell} is not installed here`);

describe("sabc completion fish", async () => {
  const { stdout: script } = await sabc(["completion", "fish"]);

  test("offers a group's verbs once the group is typed, and no files before one is", () => {
    assert.match(
      script,
      /-c sabc -f -n "__fish_seen_subcommand_from config; and not __fish_seen_subcommand_from show" -a "show /,
    );
  });

  const cases: [string, string, string[]][] = [
    ["a group", "sabc confi", ["config"]],
    ["a verb", "sabc --demo season sh", ["show"]],
    ["a command's own flag", "sabc season list --c", ["--csv"]],
    ["a flag of every command", "sabc config show --ho", ["--home"]],
    ["what may be chosen from", "sabc completion zs", ["zsh"]],
  ];
  for (const [label, typed, found] of cases) {
    test(`completes ${label}`, { skip: without("fish") }, () => {
      const said = execFileSync("fish", ["-c", `${script}\ncomplete -C "${typed}"`], { encoding: "utf8" });
      assert.deepEqual(said.split("\n").filter(Boolean), found);
    });
  }
});

describe("sabc completion zsh", () => {
  test("is a script that zsh takes, and completes sabc with", { skip: without("zsh") }, async () => {
    const { stdout: script } = await sabc(["completion", "zsh"]);
    const load = "autoload -Uz compinit; compinit -u -D";
    const said = execFileSync("zsh", ["-fc", `${load}\n${script}\necho $_comps[sabc]`], { encoding: "utf8" });
    assert.match(said, /_bash_complete .*-F _sabc/);
  });
});
