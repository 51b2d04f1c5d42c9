import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { describe, test } from "node:test";
import { columnsOf } from "../../cli/columns.ts";
import { defineCommand } from "../../cli/command.ts";
import type { Globals } from "../../cli/context.ts";
import { execute, type Typed } from "../../cli/execute.ts";
import { listOutput } from "../../cli/output.ts";

const quietly: Globals = {
  demo: false,
  json: false,
  csv: false,
  quiet: false,
  input: false,
  yes: false,
  color: false,
  dryRun: false,
};

/** A command that needs no club: it lists what it was told. */
const echo = defineCommand({
  summary: "List what was said.",
  parameters: {
    first: { argument: "the first word" },
    others: { argument: "more words", optional: true, many: true },
    bigBass: { option: "LB", about: "a weight", optional: true },
    map: { option: "NAME=OTHER", about: "pairs", many: true },
    loud: { flag: "louder" },
  },
  examples: ["sabc echo a", "sabc echo b"],
  input: (given) => given,
  run: (_, input) => Promise.resolve(input),
  output: ({ first, others, loud }) => ({
    ...listOutput("words", {
      columns: columnsOf<{ word: string }>({ word: "text" }),
      rows: [first, ...others].map((word) => ({ word: loud ? word.toUpperCase() : word })),
    }),
    notes: ["Said."],
    ...(first === "wrong" ? { complaint: "Something is wrong.", exitCode: 7 } : {}),
  }),
});

async function run(typed: Typed, manners: Partial<Globals> = {}) {
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const code = await execute(echo, typed, { streams, globals: { ...quietly, ...manners } });
  return { code, stdout: heard(streams.stdout), stderr: heard(streams.stderr) };
}

function heard(stream: PassThrough): string {
  let text = "";
  for (let chunk: Buffer | null = stream.read(); chunk !== null; chunk = stream.read())
    text += chunk.toString();
  return text;
}

describe("what was typed becomes input by the parameters' names", () => {
  const cases: [string, Typed, object][] = [
    ["a word alone", { first: "a" }, { first: "a", others: [], bigBass: undefined, map: [], loud: false }],
    [
      "everything",
      { first: "a", others: ["b", "c"], bigBass: "5.10", map: ["x=y"], loud: true },
      { first: "a", others: ["b", "c"], bigBass: "5.10", map: ["x=y"], loud: true },
    ],
  ];
  for (const [label, typed, input] of cases) {
    test(label, async () => {
      let seen: object = {};
      const spy = { ...echo, run: (_: unknown, given: object) => ((seen = given), Promise.resolve(echo)) };
      const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
      const output = () => ({});
      await execute({ ...spy, output }, typed, { streams, globals: quietly });
      assert.deepEqual(seen, input);
    });
  }

  test("what is missing is named all at once", async () => {
    await assert.rejects(run({}), { message: "Missing: FIRST (the first word)." });
  });
});

describe("where things are said", () => {
  const cases: [string, Typed, Partial<Globals>, Awaited<ReturnType<typeof run>>][] = [
    ["data on stdout, the rest on stderr", { first: "a" }, {}, { code: 0, stdout: "a\n", stderr: "Said.\n" }],
    ["nothing at all with --quiet", { first: "a" }, { quiet: true }, { code: 0, stdout: "", stderr: "" }],
    [
      "one line with --quiet when not all is well",
      { first: "wrong" },
      { quiet: true },
      { code: 7, stdout: "", stderr: "sabc: Something is wrong.\n" },
    ],
    [
      "data asked for by name, with --quiet too",
      { first: "a" },
      { quiet: true, csv: true },
      { code: 0, stdout: "word\na\n", stderr: "" },
    ],
    [
      "a dry run says so",
      { first: "a" },
      { dryRun: true, json: true },
      {
        code: 0,
        stdout: '{"dryRun":true,"words":[{"word":"a"}]}\n',
        stderr: "Said.\nDry run: nothing was changed.\n",
      },
    ],
  ];
  for (const [label, typed, manners, said] of cases) {
    test(label, async () => assert.deepEqual(await run(typed, manners), said));
  }
});
