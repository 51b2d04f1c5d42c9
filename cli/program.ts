import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command as Program, CommanderError } from "commander";
import { type Action, addCommand, addGlobals, withManners } from "./grammar.ts";
import { listGroups, loadCommands } from "./registry.ts";
import type { Streams } from "./terminal.ts";

/** The whole of `sabc`: words in, exit code out. */
export async function main(argv: string[], streams: Streams): Promise<number> {
  streams.stdout.on("error", leaveBrokenPipe);
  let code = 0;
  const action: Action = async (command, typed, globals) => {
    const { execute } = await import("./execute.ts");
    code = await execute(command, typed, { streams, globals });
  };
  try {
    const program = await buildProgram(streams, action);
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (isHelp(error)) return 0;
    const { reportFailure } = await import("./execute.ts");
    return reportFailure(error, streams, { json: argv.includes("--json"), quiet: argv.includes("--quiet") });
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
    withManners(new Program(name), streams).description(summary),
  );
  for (const group of groups) program.addCommand(group.usage("COMMAND … [flags]"));
  for (const entry of await loadCommands()) addCommand(program, entry, { streams, action });
  addHelp(program, streams);
  program.hook("preSubcommand", async (_, chosen) => {
    if (!groups.includes(chosen)) return;
    for (const entry of await loadCommands(chosen.name())) addCommand(chosen, entry, { streams, action });
  });
  return program;
}

/** `sabc help`, `sabc help season rules`, and the topics that belong to no command. */
function addHelp(program: Program, streams: Streams): void {
  const help = withManners(new Program("help"), streams)
    .description("Help for a command, or on a topic: exit-codes")
    .argument("[words...]", "a command, such as: season rules; or: exit-codes")
    .action(async (words: string[]) => {
      const { findTopic } = await import("./topics.ts");
      const topic = words.length === 1 ? findTopic(words[0]!) : undefined;
      if (topic) streams.stdout.write(topic);
      else await program.parseAsync([...words, "--help"], { from: "user" });
    });
  program.addCommand(help);
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

/** `sabc member list | head` is no failure. */
function leaveBrokenPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
}
