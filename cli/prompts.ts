import { Cancelled, UsageError } from "./errors.ts";
import { aboutOf, type Parameter, wordOf } from "./parameters.ts";
import { clean, type Streams } from "./terminal.ts";

interface Question {
  name: string;
  parameter: Parameter;
}

/** Asks a person at a terminal, and nobody else: without one every question is a usage error that names the flag. */
export interface Prompts {
  /** Whether a person is there to be asked. */
  readonly interactive: boolean;
  /** A required value that was not typed. */
  ask(question: Question): Promise<string>;
  /** Before what destroys; `--yes` says it beforehand. */
  confirm(sentence: string): Promise<void>;
  /** Before the worst: the name itself must be typed, `--yes` is not enough. */
  confirmByName(sentence: string, name: string): Promise<void>;
  /** A value that must not be seen or stay in a history of commands: typed without echo, or the first line of stdin. */
  secret(sentence: string): Promise<string>;
}

interface Manners {
  input: boolean;
  yes: boolean;
  color: boolean;
}

const asIs = (text: string): string => text;
/** Nothing but text, for terminals and people without colours. */
export const plainTheme = {
  prefix: { idle: "?", done: ">" },
  style: {
    answer: asIs,
    message: asIs,
    error: asIs,
    help: asIs,
    highlight: asIs,
    key: asIs,
    disabled: asIs,
    description: asIs,
  },
};

const load = () => import("@inquirer/prompts");

export function openPrompts({ stdin, stderr }: Streams, { input, yes, color }: Manners): Prompts {
  const interactive = input && stdin.isTTY === true && stderr.isTTY === true;
  // The question goes where people read, not into the data.
  const screen = { input: stdin, output: stderr };
  const look = color ? {} : { theme: plainTheme };

  return {
    interactive,
    async ask({ name, parameter }) {
      const { input: line, select } = await load();
      const message = clean(aboutOf(parameter));
      const choices = "choices" in parameter ? parameter.choices : undefined;
      if (choices) return select({ ...look, message, choices: choices.map((value) => ({ value })) }, screen);
      return line(
        { ...look, message, validate: (text) => text.trim() !== "" || `${wordOf(name)} is needed` },
        screen,
      );
    },
    async confirm(sentence) {
      if (yes) return;
      if (!interactive) throw unconfirmed(sentence, "Say --yes to go on without being asked.");
      const { confirm } = await load();
      if (!(await confirm({ ...look, message: clean(sentence), default: false }, screen)))
        throw new Cancelled();
    },
    async confirmByName(sentence, name) {
      if (!interactive) throw unconfirmed(sentence, "This is asked at a terminal only.");
      const { input: line } = await load();
      const typed = await line({ ...look, message: clean(`${sentence} Type ${name} to go on:`) }, screen);
      if (typed.trim() !== name) throw new Cancelled();
    },
    async secret(sentence) {
      if (interactive)
        return (await load()).password({ ...look, message: clean(sentence), mask: true }, screen);
      if (stdin.isTTY === true) throw new UsageError("secret-needed", `${sentence} Give it on stdin.`);
      return firstLine(stdin);
    },
  };
}

const unconfirmed = (sentence: string, way: string) =>
  new UsageError("confirmation-needed", `${sentence} ${way}`);

async function firstLine(stdin: NodeJS.ReadableStream): Promise<string> {
  let text = "";
  for await (const chunk of stdin) text += String(chunk);
  return text.split(/\r?\n/, 1)[0] ?? "";
}
