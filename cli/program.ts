import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command as Program, CommanderError } from "commander";
import { UsageError } from "./errors.ts";
import { type Action, addCommand, addGlobals, withManners } from "./grammar.ts";
import { chapterOf, listGroups, loadCommands } from "./registry.ts";
import type { Streams } from "./terminal.ts";

/** The whole of `sabc`: words in, exit code out. */
export async function main(argv: string[], streams: Streams): Promise<number> {
  for (const stream of [streams.stdout, streams.stderr]) stream.on("error", outlastReader);
  let code = 0;
  const action: Action = async (command, typed, globals) => {
    const { execute } = await import("./execute.ts");
    code = await execute(command, typed, { streams, globals });
  };
  try {
    const program = await buildProgram(streams, action);
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(await askedOf(program, argv), { from: "user" });
    return code;
  } catch (error) {
    if (isHelp(error)) return 0;
    const { reportFailure } = await import("./execute.ts");
    const quiet = argv.some((word) => word === "--quiet" || word === "-q");
    return reportFailure(error, streams, { json: argv.includes("--json"), quiet });
  }
}

/** Groups stand as names until one of them is asked for: only its commands are loaded then. */
async function buildProgram(streams: Streams, action: Action): Promise<Program> {
  const program = withManners(new Program("sabc"), streams)
    .description("Runs a bass-fishing club: weigh-ins, standings, votes and money.")
    .usage("COMMAND … [flags]")
    .version(version(), "--version", "print the version");
  addGlobals(program);
  const groups = listGroups().map(({ name, summary }) =>
    withManners(new Program(name), streams)
      .description(`${summary}.`)
      .addHelpText("after", `\nMore, with examples: sabc help ${name} COMMAND`),
  );
  for (const group of groups) program.addCommand(group.usage("COMMAND … [flags]"));
  for (const entry of await loadCommands()) addCommand(program, entry, { streams, action });
  addHelp(program, streams);
  for (const each of program.commands) each.helpGroup(chapterOf(each.name()));
  program.addHelpText("after", "\nMore, with examples: sabc help COMMAND; for scripts: sabc help exit-codes");
  program.hook("preSubcommand", async (_, chosen) => {
    if (!groups.includes(chosen)) return;
    for (const entry of await loadCommands(chosen.name())) addCommand(chosen, entry, { streams, action });
  });
  return program;
}

/** `sabc help`, `sabc help season rules`, and the topics that belong to no command. */
function addHelp(program: Program, streams: Streams): void {
  const help = withManners(new Program("help"), streams)
    .description("Help for a command, or on a topic: exit-codes.")
    .usage("[COMMAND | exit-codes]")
    .argument("[COMMAND...]", "such as: season rules")
    .action(async (words: string[]) => {
      const { findTopic } = await import("./topics.ts");
      const topic = words.length === 1 ? findTopic(words[0]!) : undefined;
      if (topic) streams.stdout.write(topic);
      else if (await isCommand(words)) await program.parseAsync([...words, "--help"], { from: "user" });
      else throw new UsageError("unknown-topic", `There is no help on "${words.join(" ")}". See sabc help.`);
    });
  program.addCommand(help);
}

/** The parser answers `sabc seson --help` with the help of everything; as a command alone it says what was meant. */
async function askedOf(program: Program, argv: string[]): Promise<string[]> {
  const isHelp = (word: string): boolean => word === "--help" || word === "-h";
  if (!argv.some(isHelp)) return argv;
  const { operands } = program.parseOptions(argv);
  return (await isCommand(operands)) ? argv : argv.filter((word) => !isHelp(word));
}

/** Whether the words are a group, a command of it, or a command that stands alone; or none at all. */
async function isCommand([first, second]: string[]): Promise<boolean> {
  if (first === undefined || first === "help") return true;
  const group = listGroups().some(({ name }) => name === first);
  const name = group ? second : first;
  if (name === undefined) return true;
  const entries = await loadCommands(group ? first : "");
  return entries.some((entry) => entry.name === name || (group && entry.command.byDefault === true));
}

function version(): string {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../package.json"), "utf8"),
  );
  return manifest.version;
}

/** Help and version leave the parser as errors that are none. */
const isHelp = (error: unknown): boolean =>
  error instanceof CommanderError && (error.exitCode === 0 || error.code === "commander.help");

/** `sabc member list | head` is no failure. Nor does it end the process: the database is still to be let go of. */
function outlastReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
