import assert from "node:assert/strict";
import { PassThrough, Readable } from "node:stream";
import { describe, test } from "node:test";
import { Command as Program } from "commander";
import type { Command } from "../../cli/command.ts";
import { openContext } from "../../cli/context.ts";
import { complete } from "../../cli/execute.ts";
import { addCommand, addGlobals, withManners } from "../../cli/grammar.ts";
import type { Output } from "../../cli/output.ts";
import { type Format, render } from "../../cli/render.ts";

/** A command's first step alone: the words after its name → the input of its verb. */
export async function inputOf(command: Command, words: string[], { stdin = "" } = {}): Promise<unknown> {
  const streams = { stdin: Readable.from([stdin]), stdout: new PassThrough(), stderr: new PassThrough() };
  const program = withManners(new Program("sabc"), streams);
  addGlobals(program);
  let input: unknown;
  const action: Parameters<typeof addCommand>[2]["action"] = async (_, typed, globals) => {
    const context = openContext(streams, { ...globals, input: false });
    try {
      const given = await complete(command.parameters, typed, context.prompts);
      input = withoutUnsaid(await command.input(given, context));
    } finally {
      context.mindsInterrupts();
    }
  };
  addCommand(program, { name: "command", command }, { streams, action });
  await program.parseAsync(["command", ...words], { from: "user" });
  return input;
}

/** What was left out may stand as undefined or not at all. */
const withoutUnsaid = (input: unknown): unknown =>
  typeof input === "object" && input !== null
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    : input;

/** A command's last step alone, as it is printed: outcome → stdout, what is said, and the exit code. */
export function printed(output: Output, format: Format = "tabs") {
  const look = { format, terminal: false, width: 80, paint: (_: string, text: string) => text };
  const { notes = [], complaint, exitCode = 0 } = output;
  return {
    stdout: render(output, look),
    said: complaint === undefined ? notes : [...notes, complaint],
    exitCode,
  };
}

/** A table of a group's first steps: what is typed, and the input it becomes. */
export function testInputs(group: string, cases: [string, Command, string[], unknown][]): void {
  describe(`${group}: arguments → input`, () => {
    for (const [label, command, words, input] of cases) {
      test(label, async () => assert.deepEqual(await inputOf(command, words), input));
    }
  });
}

/** A table of a group's last steps: stdout in tabs, what is said, and the exit code, 0 when left out. */
export function testOutputs(
  group: string,
  cases: [string, Output, { stdout: string; said: string[]; exitCode?: number }][],
): void {
  describe(`${group}: outcome → output`, () => {
    for (const [label, output, expected] of cases) {
      test(label, () => assert.deepEqual(printed(output), { exitCode: 0, ...expected }));
    }
  });
}
