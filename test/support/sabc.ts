import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { after } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { main } from "../../cli/program.ts";
import { cloneDatabase } from "./database.ts";

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

interface Room {
  /** Whether a person sits there: a terminal of `width` columns without colours, or with them. */
  terminal?: { width: number; colors?: boolean };
  /** What is typed or piped in, a line at a time. */
  typed?: string[];
}

/** Runs the command in this process, with streams of its own: words in, exit code and both outputs out. */
export async function sabc(words: string[], { terminal, typed = [] }: Room = {}): Promise<Said> {
  const screen = terminal && {
    isTTY: true,
    columns: terminal.width,
    hasColors: () => terminal.colors === true,
  };
  const stdin = Object.assign(new PassThrough(), terminal && { isTTY: true, setRawMode: () => undefined });
  const stdout = Object.assign(new PassThrough(), screen);
  // A process cannot end its stderr either, and the prompts try.
  const stderr = Object.assign(new PassThrough(), screen, { end: () => undefined });
  const heard = { stdout: "", stderr: "" };
  stdout.on("data", (chunk: Buffer) => (heard.stdout += chunk.toString()));
  stderr.on("data", (chunk: Buffer) => (heard.stderr += chunk.toString()));
  if (terminal) answerQuestions(stdin, { screen: stderr, typed });
  else stdin.end(typed.join("\n"));
  const code = await main(words, { stdin, stdout, stderr });
  return { code, ...heard };
}

/** A directory of a club on a fresh database, for `--home`. */
export async function clubHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "sabc-home-"));
  after(() => rm(home, { recursive: true, force: true }));
  await writeFile(join(home, ".env"), `DATABASE_URL=${await cloneDatabase()}\n`, { mode: 0o600 });
  return home;
}

/** Types the next answer when a new question stands on the screen. */
function answerQuestions(
  stdin: PassThrough,
  { screen, typed }: { screen: PassThrough; typed: string[] },
): void {
  const answers = [...typed];
  let asked = "";
  screen.on("data", (chunk: Buffer) => {
    const shown = stripVTControlCharacters(chunk.toString());
    const question = /\? (.*?[:?]|[^\n]*)/.exec(shown)?.[1]?.trim() ?? "";
    if (question === "" || question === asked) return;
    asked = question;
    const answer = answers.shift();
    if (answer !== undefined) setImmediate(() => stdin.write(answer));
  });
}
