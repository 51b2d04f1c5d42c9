import type { Command as Program, Help } from "commander";
import { listChapters } from "./registry.ts";

/** What may be said with any command; the version is asked of sabc itself. */
const isManner = ({ long }: { long?: string | undefined }): boolean => long !== "--version";

interface Item {
  term: string;
  meaning: string;
}

/** The help of a command: its sentence, how to type it, and what may be said; the commands before the flags. */
export function formatHelp(program: Program, helper: Help): string {
  const top = program.parent === null;
  const leaf = program.commands.length === 0;
  const commands = helper.visibleCommands(program);
  const sections: [string, Item[]][] = [
    ...(top ? inChapters(commands) : [["Commands", commands] as const]).map(
      ([title, each]): [string, Item[]] => [title, each.map(toCommand)],
    ),
    ["Words", helper.visibleArguments(program).map(toWord)],
    [top ? "Flags of every command" : "Flags", helper.visibleOptions(program).map(toFlag)],
    ["Flags of every command", leaf ? helper.visibleGlobalOptions(program).filter(isManner).map(toFlag) : []],
  ];
  const filled = sections.filter(([, items]) => items.length > 0);
  const widest = Math.max(...filled.flatMap(([, items]) => items.map(({ term }) => term.length)), 0);
  const lists = filled.map(
    ([title, items]) =>
      `${title}:\n${items.map(({ term, meaning }) => helper.formatItem(term, widest, meaning, helper)).join("\n")}\n`,
  );
  const sentence = helper.boxWrap(program.description(), helper.helpWidth ?? 80);
  return [`${sentence}\n`, `Usage: ${helper.commandUsage(program)}\n`, ...lists].join("\n");

  function toCommand(each: Program): Item {
    return { term: each.name(), meaning: helper.subcommandDescription(each).replace(/\.$/, "") };
  }
  function toWord(each: (typeof program.registeredArguments)[number]): Item {
    return { term: each.name(), meaning: helper.argumentDescription(each) };
  }
  function toFlag(each: (typeof program.options)[number]): Item {
    return { term: helper.optionTerm(each).replaceAll(/[<>]/g, ""), meaning: helper.optionDescription(each) };
  }
}

const inChapters = (commands: Program[]): [string, Program[]][] =>
  listChapters().map(([title, order]) => [
    title,
    commands
      .filter((each) => each.helpGroup() === title)
      .toSorted((one, other) => order.indexOf(one.name()) - order.indexOf(other.name())),
  ]);
