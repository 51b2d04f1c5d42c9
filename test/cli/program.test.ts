import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sabc } from "../support/sabc.ts";

describe("words that are no command", () => {
  const cases: [string, string[], string][] = [
    ["a group mistyped", ["confg", "show"], "sabc: Unknown command 'confg'. Did you mean config?\n"],
    [
      "a group mistyped, with --help",
      ["confg", "--help"],
      "sabc: Unknown command 'confg'. Did you mean config?\n",
    ],
    [
      "a verb mistyped, with -h",
      ["config", "shw", "-h"],
      "sabc: Unknown command 'shw'. Did you mean show?\n",
    ],
    ["a verb mistyped", ["config", "shw"], "sabc: Unknown command 'shw'. Did you mean show?\n"],
    ["a flag mistyped", ["config", "show", "--jsn"], "sabc: Unknown option '--jsn'. Did you mean --json?\n"],
    ["--csv where there is no list", ["status", "--csv"], "sabc: Unknown option '--csv'. See --help.\n"],
    ["one word too many", ["status", "now"], 'sabc: "now" is one word too many: it stands alone.\n'],
    ["a word that is not offered", ["completion", "ksh"], 'sabc: SHELL "ksh" is none of: bash, zsh, fish.\n'],
    ["a flag without its value", ["status", "--home"], "sabc: --home needs its value: --home DIR.\n"],
    [
      "a name without its quotes",
      ["member", "show", "Ann", "Lee"],
      'sabc: "Lee" is one word too many: it takes ANGLER; a name of several words stands in quotes.\n',
    ],
    [
      "a flag's word mistyped",
      ["member", "list", "--status", "meber"],
      'sabc: --status "meber" is none of: guest, applicant, member, former.\n',
    ],
    ["a group that is not there", ["foo"], "sabc: Unknown command 'foo'. See sabc help.\n"],
    [
      "help on nothing",
      ["help", "season", "rule"],
      'sabc: There is no help on "season rule". See sabc help.\n',
    ],
    ["what is needed left out", ["completion"], "sabc: Missing: SHELL (your shell).\n"],
    [
      "letters that turn the writing",
      ["\u202estatus"],
      "sabc: Unknown command '\ufffdstatus'. Did you mean status?\n",
    ],
  ];
  for (const [label, words, stderr] of cases) {
    test(label, async () => {
      assert.deepEqual(await sabc(words), { code: 2, stdout: "", stderr });
    });
  }

  test("two formats at once", async () => {
    const { code, stderr } = await sabc(["config", "show", "--json", "--csv"]);
    assert.deepEqual(
      { code, message: JSON.parse(stderr).error.message },
      { code: 2, message: "Say --json or --csv, not both." },
    );
  });

  test("with --json the error is one object on stderr", async () => {
    const said = await sabc(["confg", "--json"]);
    assert.equal(said.stdout, "");
    assert.deepEqual(JSON.parse(said.stderr), {
      error: {
        kind: "usage",
        code: "unknown-command",
        message: "Unknown command 'confg'. Did you mean config?",
        details: {},
      },
    });
  });
});

describe("help", () => {
  test("sabc alone prints what sabc --help and sabc help print", async () => {
    const alone = await sabc([]);
    assert.equal(alone.code, 0);
    assert.match(
      alone.stdout,
      /^Runs a bass-fishing club.*\n\nUsage: sabc COMMAND … \[flags\]\n\nTo begin:\n {2}init /,
    );
    assert.deepEqual(await sabc(["--help"]), alone);
    assert.deepEqual(await sabc(["help"]), alone);
  });

  test("a command's help has its sentence, usage, flags and two examples, however it is asked for", async () => {
    const { code, stdout, stderr } = await sabc(["config", "show", "--help"]);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.match(stdout, /^Show every setting/);
    assert.match(stdout, /\nUsage: sabc config show \[flags\]\n/);
    assert.match(stdout, /\nExamples:\n {2}\$ sabc config show\n {2}\$ sabc config show --json\n$/);
    assert.equal((await sabc(["help", "config", "show"])).stdout, stdout);
  });

  test("a group without a verb prints its commands", async () => {
    const { code, stdout } = await sabc(["config"]);
    assert.equal(code, 0);
    assert.equal((await sabc(["config", "--help"])).stdout, stdout);
  });

  test("help exit-codes lists one code for every kind of error", async () => {
    const { code, stdout } = await sabc(["help", "exit-codes"]);
    assert.equal(code, 0);
    const codes = [...stdout.matchAll(/^ +(\d+) {2}(\S+)/gm)].map(([, number, kind]) => `${number} ${kind}`);
    assert.deepEqual(codes, [
      "0 done",
      "1 unexpected",
      "2 usage",
      "2 cancelled",
      "3 not-found",
      "4 invalid",
      "5 conflict",
      "6 forbidden",
      "7 unavailable",
      "75 busy",
      "78 refused",
    ]);
  });

  test("no help is wider than the terminal", async () => {
    const { stdout } = await sabc(["help", "config"], { terminal: { width: 60 } });
    assert.ok(
      stdout.split("\n").every((line) => line.length <= 60),
      stdout,
    );
  });
});
