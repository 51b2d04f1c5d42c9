import type { APIApplicationCommand, APIApplicationCommandOption } from "discord.js";
import type { FieldProblem } from "./refused.ts";

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** What Discord would not register: 100 commands, names, 25 options, required ones first, 25 choices, 8,000 characters. */
export function judgeCommands(commands: Partial<APIApplicationCommand>[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const names = commands.map(({ name }) => name);
  if (commands.length > 100)
    problems.push(problem("_", "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length."));
  for (const [index, command] of commands.entries()) {
    const path = String(index);
    problems.push(...judgeNamed(path, command));
    if (names.indexOf(command.name) !== index) {
      problems.push(
        problem(path, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"),
      );
    }
    problems.push(...judgeOptions(path, command.options ?? []));
    if (lengthOf(command) > 8000) {
      problems.push(problem(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)"));
    }
  }
  return problems;
}

function judgeOptions(at: string, options: APIApplicationCommandOption[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (options.length > 25) {
    problems.push(problem(`${at}.options`, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length."));
  }
  let optional = false;
  for (const [index, option] of options.entries()) {
    const path = `${at}.options.${index}`;
    problems.push(...judgeNamed(path, option));
    if (option.required === true && optional) {
      problems.push(
        problem(
          path,
          "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
          "Required options must be placed before non-required options",
        ),
      );
    }
    optional ||= option.required !== true;
    const { choices = [], autocomplete = false } = option as { choices?: unknown[]; autocomplete?: boolean };
    if (choices.length > 25) {
      problems.push(problem(`${path}.choices`, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length."));
    }
    if (choices.length > 0 && autocomplete) {
      problems.push(
        problem(path, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Autocomplete options have no choices"),
      );
    }
    if ("options" in option) problems.push(...judgeOptions(path, option.options ?? []));
  }
  return problems;
}

function judgeNamed(
  path: string,
  { name = "", description = "" }: { name?: string; description?: string },
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!namePattern.test(name) || name !== name.toLowerCase()) {
    problems.push(problem(`${path}.name`, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"));
  }
  if (description.length < 1 || description.length > 100) {
    problems.push(
      problem(`${path}.description`, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length."),
    );
  }
  return problems;
}

/** Names, descriptions and choices of a command and everything in it. */
function lengthOf(part: object): number {
  const {
    name = "",
    description = "",
    options = [],
    choices = [],
  } = part as {
    name?: string;
    description?: string;
    options?: object[];
    choices?: { name: string; value: string | number }[];
  };
  const said = name.length + description.length;
  const chosen = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return options.reduce((sum, option) => sum + lengthOf(option), said + chosen);
}

const problem = (path: string, code: string, message: string): FieldProblem => ({ path, code, message });
