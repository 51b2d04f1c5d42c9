import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { describe, test } from "node:test";
import { describeFailure } from "../../cli/errors.ts";
import { openPrompts } from "../../cli/prompts.ts";
import { sabc } from "../support/sabc.ts";

const manners = { input: true, yes: false, color: false };

/** A person who types one thing when the question stands there; or nobody, and a pipe instead. */
function someone({ typed, terminal = true }: { typed: string; terminal?: boolean }) {
  const stdin = Object.assign(new PassThrough(), { isTTY: terminal });
  const stderr = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80 });
  const stdout = new PassThrough();
  let asked = "";
  stderr.on("data", (chunk: Buffer) => (asked += chunk.toString()));
  if (terminal) stderr.once("data", () => setImmediate(() => stdin.write(typed)));
  else stdin.end(typed);
  return {
    streams: { stdin, stdout, stderr },
    asked: () => asked,
    printed: () => String(stdout.read() ?? ""),
  };
}

const kindOf = async (run: Promise<unknown>): Promise<string> => {
  try {
    await run;
    return "done";
  } catch (error) {
    const { kind, message } = describeFailure(error);
    return `${kind}: ${message}`;
  }
};

describe("before what destroys", () => {
  const cases: [string, Parameters<typeof someone>[0], Partial<typeof manners>, string][] = [
    ["yes goes on", { typed: "y\r" }, {}, "done"],
    ["no is a cancelled prompt", { typed: "n\r" }, {}, "cancelled: Cancelled. Nothing more was changed."],
    ["nothing said is no", { typed: "\r" }, {}, "cancelled: Cancelled. Nothing more was changed."],
    ["Ctrl-C is no", { typed: "\u0003" }, {}, "cancelled: Cancelled. Nothing more was changed."],
    ["--yes says it beforehand", { typed: "", terminal: false }, { yes: true }, "done"],
    [
      "without a terminal --yes is named",
      { typed: "y\n", terminal: false },
      {},
      "usage: Drop it? Say --yes to go on without being asked.",
    ],
    [
      "--no-input asks nobody at a terminal either",
      { typed: "y\r" },
      { input: false },
      "usage: Drop it? Say --yes to go on without being asked.",
    ],
  ];
  for (const [label, who, said, outcome] of cases) {
    test(label, async () => {
      const { streams, printed } = someone(who);
      assert.equal(await kindOf(openPrompts(streams, { ...manners, ...said }).confirm("Drop it?")), outcome);
      assert.equal(printed(), "");
    });
  }
});

describe("before the worst", () => {
  const cases: [string, Parameters<typeof someone>[0], string][] = [
    ["the very name goes on", { typed: "sabc\r" }, "done"],
    ["another name does not", { typed: "yes\r" }, "cancelled: Cancelled. Nothing more was changed."],
    [
      "nobody at a terminal",
      { typed: "sabc\n", terminal: false },
      "usage: All data goes. This is asked at a terminal only.",
    ],
  ];
  for (const [label, who, outcome] of cases) {
    test(`${label}, whatever --yes says`, async () => {
      const { streams } = someone(who);
      const prompts = openPrompts(streams, { ...manners, yes: true });
      assert.equal(await kindOf(prompts.confirmByName("All data goes.", "sabc")), outcome);
    });
  }
});

describe("a secret", () => {
  test("typed without being shown", async () => {
    const { streams, asked } = someone({ typed: "hunter2\r" });
    assert.equal(await openPrompts(streams, manners).secret("Password:"), "hunter2");
    assert.doesNotMatch(asked(), /hunter2/);
  });

  test("or the first line of what is piped in", async () => {
    const { streams } = someone({ typed: "hunter2\nmore\n", terminal: false });
    assert.equal(await openPrompts(streams, manners).secret("Password:"), "hunter2");
  });
});

describe("what flags left out", () => {
  test("is asked at a terminal, on stderr", async () => {
    const { code, stdout, stderr } = await sabc(["completion"], { terminal: { width: 80 }, typed: ["\r"] });
    assert.equal(code, 0);
    assert.match(stdout, /^_sabc\(\) \{/);
    assert.match(stderr, /your shell/);
  });

  test("is named with --no-input", async () => {
    const said = await sabc(["completion", "--no-input"], { terminal: { width: 80 } });
    assert.deepEqual(said, { code: 2, stdout: "", stderr: "sabc: Missing: SHELL (your shell).\n" });
  });
});
