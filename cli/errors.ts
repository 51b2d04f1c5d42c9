import { DomainError, type ErrorDetails, type Problem } from "#core/errors.ts";
import { flagOf, isArgument, type Parameters, wordOf } from "./parameters.ts";
import { clean } from "./terminal.ts";

/** One exit code per kind of error; what `sabc help exit-codes` prints. */
export const exitCodes = {
  done: { code: 0, meaning: "done, or nothing to do" },
  unexpected: { code: 1, meaning: "something unexpected went wrong inside sabc" },
  usage: { code: 2, meaning: "the command line is not right: unknown or missing words" },
  cancelled: { code: 2, meaning: "cancelled at a prompt or by Ctrl-C" },
  "not-found": { code: 3, meaning: "what was named does not exist" },
  invalid: { code: 4, meaning: "what was sent cannot be right; each problem is listed" },
  conflict: { code: 5, meaning: "it clashes with what stands, or a rule of the club refuses it" },
  forbidden: { code: 6, meaning: "this person may not do it" },
  unavailable: { code: 7, meaning: "the database, mail or Discord cannot be reached" },
  busy: { code: 75, meaning: "another run holds the lock, or too much at once; try again" },
  refused: { code: 78, meaning: "Discord does not let the bot in; nothing helps but another token" },
} as const;

export type FailureKind = Exclude<keyof typeof exitCodes, "done">;

export interface Failure {
  kind: FailureKind;
  code: string;
  message: string;
  details?: ErrorDetails | undefined;
}

/** The words typed are not a command: said before anything is opened. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The person changed their mind. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** A schema refused what was typed: each problem by the flag or word it was typed as. */
class InputRefused extends Error {
  override readonly name = "InputRefused";
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.length === 1 ? sentenceOf(problems[0]!) : `${problems.length} things cannot be right.`);
    this.problems = problems;
  }
}

interface AsTyped {
  parameters: Parameters;
  typed: Record<string, unknown>;
}

/** The error itself, or what a schema refused in the words of the command line. */
export const inTypedWords = (error: unknown, asTyped: AsTyped): unknown =>
  isSchemaError(error) ? new InputRefused(error.issues.map((issue) => problemOf(issue, asTyped))) : error;

/** What any error means to the person who typed the command; never a stack trace. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof DomainError) {
    const { kind, code, message, details } = error;
    return { kind: code === "discord-refused" ? "refused" : kind, code, message, details };
  }
  if (error instanceof UsageError) return { kind: "usage", code: error.code, message: error.message };
  if (isCommanderError(error)) return ofCommander(error);
  if (isSchemaError(error)) return describeFailure(inTypedWords(error, { parameters: {}, typed: {} }));
  if (error instanceof InputRefused) {
    const { message, problems } = error;
    return { kind: "invalid", code: "input-invalid", message, details: { problems } };
  }
  if (error instanceof Error && walkedAway.has(error.name)) {
    return { kind: "cancelled", code: "cancelled", message: "Cancelled. Nothing more was changed." };
  }
  return {
    kind: "unexpected",
    code: "unexpected",
    message: `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`,
  };
}

/** One sentence for a person, and below it each problem with its place; only the sentence when asked to be quiet. */
export function printFailure({ message, details }: Failure, { quiet }: { quiet: boolean }): string {
  const problems = details?.problems ?? [];
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  const untold = problems.some(({ reason }) => !message.includes(reason));
  if (quiet) return `sabc: ${told(message)}${untold ? ` (${count})` : ""}\n`;
  const lines = [`sabc: ${told(message)}`];
  // A single problem that the sentence already tells is not told twice.
  for (const problem of problems) {
    if (!message.includes(problem.reason)) lines.push(`  ${told(placed(problem))}`);
  }
  const candidates = (details?.candidates ?? []).filter((name) => !message.includes(name));
  if (candidates.length > 0) lines.push("Did you mean:", ...candidates.map((name) => `  ${clean(name)}`));
  return `${lines.join("\n")}\n`;
}

/** Safe on a terminal, and no longer than a screen whatever was typed. */
function told(text: string): string {
  const said = clean(text);
  return said.length <= longest ? said : `${said.slice(0, longest / 2)} … ${said.slice(-longest / 2)}`;
}

const longest = 1_000;

function placed({ line, column, value, reason }: Problem): string {
  const place = [line === undefined ? "" : `line ${line}`, column ?? ""].filter(Boolean).join(", ");
  if (value === undefined || reason.includes(value)) return `${place ? `${place}: ` : ""}${reason}`;
  // A reason goes on after the value, or is a sentence of its own.
  const joined = /^\p{Lu}/u.test(reason) ? `"${value}": ${reason}` : `"${value}" ${reason}`;
  return `${place ? `${place}: ` : ""}${joined}`;
}

// The parser's and the schemas' own classes are known by name, so that an error does not load their libraries.
const isCommanderError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && error.name === "CommanderError";
const isSchemaError = (error: unknown): error is Error & { issues: Issue[] } =>
  error instanceof Error && error.name === "ZodError";
const walkedAway = new Set(["Cancelled", "ExitPromptError", "AbortPromptError"]);

function ofCommander(error: Error & { code: string }): Failure {
  const message = error.message.replace(/^error: /, "").replace(/\n\((Did you mean .*)\)$/, ". $1");
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  const code = error.code
    .replace(/^commander\./, "")
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { kind: "usage", code, message: withAdvice(sentence) };
}

/** What to do next, where the parser has nothing to suggest. */
function withAdvice(sentence: string): string {
  const bare = /^Option '(?:-\w, )?(--[\w-]+) <(.+)>' argument missing/.exec(sentence);
  if (bare) return `${bare[1]} needs its value: ${bare[1]} ${bare[2]}.`;
  if (sentence.endsWith("?")) return sentence;
  const full = sentence.endsWith(".") ? sentence : `${sentence}.`;
  if (full.startsWith("Unknown command")) return `${full} See sabc help.`;
  return full.startsWith("Unknown option") ? `${full} See --help.` : full;
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

// What the schemas call otherwise than the command line does.
const typedNames: Record<string, string> = { firstDay: "day", protestDeadline: "protestsUntil" };

function problemOf({ path, message }: Issue, { parameters, typed }: AsTyped): Problem {
  const names = path.map(String);
  const name = names.map((each) => typedNames[each] ?? each).findLast((each) => each in parameters);
  if (name === undefined) return { column: inWords(names), reason: message };
  const value = typed[name];
  const column = isArgument(parameters[name]!) ? wordOf(name) : flagOf(name);
  return { column, ...(typeof value === "string" ? { value } : {}), reason: message };
}

/** `subjectId` is told as `subject id`, a place within a file as it is. */
const inWords = (names: string[]): string =>
  names.length === 1 ? flagOf(names[0]!).slice(2).replaceAll("-", " ") : names.join(".");

function sentenceOf({ column, value, reason }: Problem): string {
  const what = [column, value === undefined ? "" : `"${value}"`].filter(Boolean).join(" ");
  const said = /^\p{Lu}/u.test(reason) ? `${what}: ${reason}` : `${what} ${reason}`;
  return /[.?!]$/.test(said) ? said : `${said}.`;
}
