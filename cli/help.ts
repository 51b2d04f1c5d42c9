import type { Command as Program, Help } from "commander";

interface Item {
  term: string;
  meaning: string;
}

/** The help of a command: its sentence, how to type it, and what may be said; the commands before the flags. */
export function formatHelp(program: Program, helper: Help): string {
  const top = program.parent === null;
  const leaf = program.commands.length === 0;
  const sections: [string, Item[]][] = [
    ["Commands", helper.visibleCommands(program).map(toCommand)],
    ["Words", helper.visibleArguments(program).map(toWord)],
    [top ? "Flags of every command" : "Flags", helper.visibleOptions(program).map(toFlag)],
    ["Flags of every command", leaf ? helper.visibleGlobalOptions(program).map(toFlag) : []],
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
    return { term: each.name(), meaning: helper.subcommandDescription(each) };
  }
  function toWord(each: (typeof program.registeredArguments)[number]): Item {
    return { term: each.name(), meaning: helper.argumentDescription(each) };
  }
  function toFlag(each: (typeof program.options)[number]): Item {
    return { term: helper.optionTerm(each).replaceAll(/[<>]/g, ""), meaning: helper.optionDescription(each) };
  }
}
