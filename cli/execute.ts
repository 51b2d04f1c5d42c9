import { debuglog } from "node:util";
import type { Command } from "./command.ts";
import { type Context, type Globals, openContext } from "./context.ts";
import { describeFailure, exitCodes, inTypedWords, printFailure, UsageError } from "./errors.ts";
import type { Output } from "./output.ts";
import {
  aboutOf,
  choicesOf,
  type Given,
  isArgument,
  isOption,
  type Parameter,
  type Parameters,
  typedAs,
  wordOf,
  flagOf,
} from "./parameters.ts";
import type { Prompts } from "./prompts.ts";
import { type Format, render } from "./render.ts";
import { clean, paintFor, type Streams } from "./terminal.ts";

/** What the parser found, by the names of the parameters; absent when not typed. */
export type Typed = Record<string, boolean | string | string[] | undefined>;

const debug = debuglog("sabc");

interface Room {
  streams: Streams;
  globals: Globals;
}

/** Runs one command from what was typed to what is printed; gives the exit code. */
export async function execute(command: Command, typed: Typed, room: Room): Promise<number> {
  const format = formatFor(room);
  const context = openContext(room.streams, {
    ...room.globals,
    demo: room.globals.demo || command.ofDemo === true,
  });
  let failed = false;
  try {
    const given = await complete(command.parameters, typed, context.prompts);
    const input = await command.input(given, context);
    const output = command.output(await command.run(context, input), input);
    print(output, context, format);
    return output.exitCode ?? exitCodes.done.code;
  } catch (error) {
    failed = true;
    // Whatever fails because the database was let go of is no news; the process is ending.
    if (context.interrupted()) await new Promise(() => undefined);
    throw inTypedWords(error, { parameters: command.parameters, typed });
  } finally {
    context.mindsInterrupts();
    await context.close().catch((error: unknown) => {
      // What went wrong first is what a person must know.
      if (!failed) throw error;
    });
  }
}

/** Tells the person, or with `--json` the program, what went wrong; gives the exit code. */
export function reportFailure(
  error: unknown,
  streams: Streams,
  manners: { json: boolean; quiet: boolean },
): number {
  // For developers alone: NODE_DEBUG=sabc shows where it came from.
  debug("%O", error);
  const failure = describeFailure(error);
  const { kind, code, message, details } = failure;
  const said = manners.json
    ? `${JSON.stringify({ error: { kind, code, message, details: details ?? {} } })}\n`
    : printFailure(failure, manners);
  streams.stderr.write(said);
  return exitCodes[kind].code;
}

/** Asks for what is required and was left out, or names all of it. */
export async function complete(
  parameters: Parameters,
  typed: Typed,
  prompts: Prompts,
): Promise<Given<Parameters>> {
  const given: Given<Parameters> = {};
  const missing: string[] = [];
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = typed[name];
    const empty = value === undefined || (Array.isArray(value) && value.length === 0);
    if ("flag" in parameter) given[name] = value === true;
    else if (!empty) given[name] = offered(value, { name, parameter });
    else if (parameter.optional || (parameter.many && isOption(parameter))) {
      given[name] = parameter.many ? [] : undefined;
    } else if (prompts.interactive) given[name] = await answer(name, parameter, prompts);
    else missing.push(`${typedAs(name, parameter)} (${aboutOf(parameter)})`);
  }
  if (missing.length > 0) throw new UsageError("missing", `Missing: ${missing.join("; ")}.`);
  return given;
}

/** One of the words that may be said, where there are such. */
function offered<Value>(value: Value, { name, parameter }: { name: string; parameter: Parameter }): Value {
  const choices = choicesOf(parameter);
  const said = typeof value === "string" ? value : undefined;
  if (choices === undefined || said === undefined || choices.includes(said)) return value;
  const where = isArgument(parameter) ? wordOf(name) : flagOf(name);
  throw new UsageError("word-not-offered", `${where} "${said}" is none of: ${choices.join(", ")}.`);
}

async function answer(
  name: string,
  parameter: Parameters[string],
  prompts: Prompts,
): Promise<string | string[]> {
  const value = await prompts.ask({ name, parameter });
  return isArgument(parameter) && parameter.many ? [value] : value;
}

function print(output: Output, { globals, streams, say }: Context, format: Format): void {
  const { stdout } = streams;
  const terminal = stdout.isTTY === true;
  // Under cron silence is the good news; data is printed when it was asked for by name.
  if (!globals.quiet || format === "json" || format === "csv") {
    const json = globals.dryRun && output.json ? { dryRun: true, ...output.json } : output.json;
    const look = { format, terminal, width: stdout.columns || 80, paint: paintFor(stdout, globals) };
    stdout.write(render({ ...output, ...(json ? { json } : {}) }, look));
  }
  const notes = output.notes ?? (format === "screen" && isEmpty(output) ? ["There are none."] : []);
  // On a screen what is said stands apart from the data above it.
  if (format === "screen" && notes.length > 0 && !isEmpty(output) && output.sections && streams.stderr.isTTY)
    say("");
  for (const note of notes) say(note);
  if (output.complaint !== undefined) streams.stderr.write(`sabc: ${clean(output.complaint)}\n`);
  if (globals.dryRun) say("Dry run: nothing was changed.");
}

const isEmpty = ({ sections = [] }: Output): boolean =>
  sections.length > 0 && sections.every((section) => section.kind === "table" && section.cells.length === 0);

function formatFor({ globals: { json, csv }, streams }: Room): Format {
  if (json && csv) throw new UsageError("two-formats", "Say --json or --csv, not both.");
  if (json) return "json";
  if (csv) return "csv";
  return streams.stdout.isTTY === true ? "screen" : "tabs";
}
