import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "../cli/command.ts";
import { usageOf } from "../cli/grammar.ts";
import { aboutOf, choicesOf, isOption, type Parameter, typedAs } from "../cli/parameters.ts";
import { type Entry, listGroups, loadCommands } from "../cli/registry.ts";

export const readme = "cli/README.md";
const start = "<!-- The rest is written by: npm run reference -->\n";

/** cli/README.md with its reference of commands as the program stands now. */
export async function withReference(text: string): Promise<string> {
  const kept = text.slice(0, text.indexOf(start) + start.length);
  const groups: string[] = [];
  for (const { name, summary } of listGroups()) {
    const entries = await loadCommands(name);
    groups.push(
      `### ${name}`,
      `${summary}.`,
      ...entries.map((entry) => describeCommand(`sabc ${name}`, entry)),
    );
  }
  const alone = (await loadCommands()).map((entry) => describeCommand("sabc", entry));
  const parts = ["## Commands", ...groups, "### On their own", ...alone];
  return `${kept}\n${parts.join("\n\n")}\n`;
}

function describeCommand(group: string, { name, command }: Entry): string {
  const said = describeParameters(command);
  const examples = ["```sh", ...command.examples, "```"].join("\n");
  return [
    `#### \`${[group, name, usageOf(command)].filter(Boolean).join(" ")}\``,
    command.summary,
    ...(command.byDefault ? [`Also \`${group}\` alone.`] : []),
    ...(command.description ? [command.description] : []),
    ...(said.length > 0 ? [said.join("\n")] : []),
    examples,
  ].join("\n\n");
}

function describeParameters({ parameters, list, rehearsable }: Command): string[] {
  const own = Object.entries(parameters).map(
    ([name, parameter]) =>
      `- \`${typedAs(name, parameter)}\` ${aboutOf(parameter)}${offered(parameter)}${repeated(parameter)}`,
  );
  return [
    ...own,
    ...(list ? ["- `--csv` print the list as CSV"] : []),
    ...(rehearsable ? ["- `--dry-run` show what would be done and change nothing"] : []),
  ];
}

const repeated = (parameter: Parameter): string =>
  isOption(parameter) && parameter.many ? " (repeatable)" : "";

function offered(parameter: Parameter): string {
  const choices = choicesOf(parameter);
  return choices ? `: ${choices.join(", ")}` : "";
}

if (import.meta.main) writeFileSync(readme, await withReference(readFileSync(readme, "utf8")));
