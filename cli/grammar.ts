import { Argument, Command as Program, Option } from "commander";
import type { Command } from "./command.ts";
import type { Globals } from "./context.ts";
import type { Typed } from "./execute.ts";
import { formatHelp } from "./help.ts";
import { UsageError } from "./errors.ts";
import { aboutOf, choicesOf, flagOf, isArgument, isOption, type Parameter, wordOf } from "./parameters.ts";
import type { Entry } from "./registry.ts";
import type { Streams } from "./terminal.ts";

export type Action = (command: Command, typed: Typed, globals: Globals) => Promise<void>;

/** The flags of every command, in the order of the help. */
export function addGlobals(program: Program): void {
  program
    .option("--home <DIR>", "the club's directory")
    .option("--demo", "the demo club instead of your own")
    .option("--as <ANGLER>", "on whose behalf: id, e-mail, name or alias")
    .option("--json", "print data, and errors, as JSON")
    .option("-q, --quiet", "say nothing when all is well")
    .option("-y, --yes", "do not ask before what destroys")
    .option("--no-input", "never ask; fail naming what is missing")
    .option("--no-color", "no colours");
}

/** Adds one command of the registry to its group, or to the program itself. */
export function addCommand(
  to: Program,
  { name, command }: Entry,
  room: { streams: Streams; action: Action },
): void {
  const program = withManners(new Program(name), room.streams)
    .summary(command.summary)
    .description(command.description ? `${command.summary}\n\n${command.description}` : command.summary)
    .usage(usageOf(command));
  const parameters = Object.entries(command.parameters);
  for (const [key, parameter] of parameters) addParameter(program, key, parameter);
  if (command.list) program.option("--csv", "print the list as CSV");
  if (command.rehearsable) program.option("-n, --dry-run", "show what would be done and change nothing");
  const examples = command.examples.map((example) => `  $ ${example}`);
  program.addHelpText("after", `\nExamples:\n${examples.join("\n")}`);
  program.allowExcessArguments();
  program.action(async () => {
    const words = parameters.filter(([, parameter]) => isArgument(parameter)).map(([key]) => key);
    refuseTooMany(program, command);
    const values: Typed[string][] = program.processedArgs;
    const places = Object.fromEntries(words.map((key, at) => [key, values[at]]));
    const typed = { ...program.opts(), ...refusals(program, command), ...places };
    await room.action(command, typed, globalsOf(program));
  });
  to.addCommand(program, { isDefault: command.byDefault === true });
}

/** `PAYMENT --reason TEXT [flags]`, for usage lines: what has to be said, and that more may be. */
export function usageOf({ parameters, list, rehearsable }: Command): string {
  const words = Object.entries(parameters).filter(([, parameter]) => isArgument(parameter));
  const needed = Object.entries(parameters).flatMap(([key, parameter]) =>
    isOption(parameter) && !parameter.optional && !parameter.many
      ? [`${flagOf(key)} ${parameter.option}`]
      : [],
  );
  const known = words.length + needed.length;
  const flagged = known === 0 || known < Object.keys(parameters).length || list || rehearsable;
  const places = words.map(([key, parameter]) => {
    const word = `${wordOf(key)}${"many" in parameter && parameter.many ? "..." : ""}`;
    return "optional" in parameter && parameter.optional ? `[${word}]` : word;
  });
  return [...places, ...needed, ...(flagged ? ["[flags]"] : [])].join(" ");
}

/** No exit from inside the parser, its errors told by us, and help that fits. */
export function withManners(program: Program, { stdout }: Pick<Streams, "stdout">): Program {
  return program
    .exitOverride()
    .helpCommand(false)
    .helpOption("-h, --help", "help for this command")
    .configureHelp({ formatHelp, showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      // Only the help of a group without a verb comes here, and help is data.
      writeErr: (text) => stdout.write(text),
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(stdout.columns || 80, 100),
      getOutHasColors: () => false,
    });
}

/** Everything is optional to the parser: what is missing is asked for, or named all at once. */
function addParameter(program: Program, key: string, parameter: Parameter): void {
  if (isArgument(parameter)) {
    program.addArgument(new Argument(`[${wordOf(key)}${parameter.many ? "..." : ""}]`, meaningOf(parameter)));
  } else if (isOption(parameter)) {
    const option = new Option(`${flagOf(key)} <${parameter.option}>`, meaningOf(parameter));
    if (parameter.many)
      option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
    program.addOption(option);
  } else {
    program.option(flagOf(key), parameter.flag);
  }
}

/** The parser keeps `--no-mail` as a mail that is false; its parameter is `noMail`. */
function refusals(program: Program, { parameters }: Command): Record<string, boolean> {
  const names = Object.keys(parameters).filter((key) => /^no[A-Z]/.test(key));
  const said = program.opts<Record<string, unknown>>();
  return Object.fromEntries(
    names.map((key) => [key, said[key.charAt(2).toLowerCase() + key.slice(3)] === false]),
  );
}

function meaningOf(parameter: Parameter): string {
  const choices = choicesOf(parameter);
  const again = isOption(parameter) && parameter.many ? " (repeatable)" : "";
  return `${aboutOf(parameter)}${choices ? `: ${choices.join(", ")}` : ""}${again}`;
}

/** What is most often meant is a name that needs quotes. */
function refuseTooMany(program: Program, { parameters }: Command): void {
  const places = Object.entries(parameters).filter(([, parameter]) => isArgument(parameter));
  if (places.some(([, parameter]) => "many" in parameter && parameter.many)) return;
  const [extra] = program.args.slice(places.length);
  if (extra === undefined) return;
  const taken = places.map(([key]) => wordOf(key)).join(" ");
  const takes =
    taken === "" ? "it stands alone" : `it takes ${taken}; a name of several words stands in quotes`;
  throw new UsageError("excess-arguments", `"${extra}" is one word too many: ${takes}.`);
}

function globalsOf(program: Program): Globals {
  const {
    home,
    demo = false,
    json = false,
    quiet = false,
    yes = false,
    input,
    color,
    as,
    csv = false,
    dryRun = false,
  } = program.optsWithGlobals<Partial<Globals>>();
  return { home, as, demo, json, csv, quiet, yes, dryRun, input: input !== false, color: color !== false };
}
