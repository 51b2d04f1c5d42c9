import { flagOf, isArgument, isOption } from "./parameters.ts";
import { type Entry, listGroups, loadCommands } from "./registry.ts";

type Shell = "bash" | "zsh" | "fish";

/** One place on the command line, and the words that may stand next: `sabc`, `sabc season`, `sabc season rules`. */
interface Stop {
  path: string;
  words: string[];
}

const globalFlags = [
  "--home",
  "--demo",
  "--as",
  "--json",
  "--quiet",
  "--yes",
  "--no-input",
  "--no-color",
  "--help",
];

export async function completionScript(shell: Shell): Promise<string> {
  const stops = await listStops();
  return { bash, zsh, fish }[shell](stops);
}

async function listStops(): Promise<Stop[]> {
  const groups = listGroups().map(({ name }) => name);
  const alone = await loadCommands();
  const verbs = await Promise.all(
    groups.map(async (group) => ({ group, entries: await loadCommands(group) })),
  );
  return [
    { path: "sabc", words: [...groups, ...alone.map(({ name }) => name), "help"] },
    ...alone.map((entry) => stopOf("sabc", entry)),
    ...verbs.map(({ group, entries }) => ({ path: `sabc ${group}`, words: entries.map(({ name }) => name) })),
    ...verbs.flatMap(({ group, entries }) => entries.map((entry) => stopOf(`sabc ${group}`, entry))),
  ];
}

function stopOf(group: string, { name, command }: Entry): Stop {
  const parameters = Object.entries(command.parameters);
  const flags = parameters.filter(([, parameter]) => !isArgument(parameter)).map(([key]) => flagOf(key));
  const choices = parameters.flatMap(([, parameter]) =>
    isArgument(parameter) || isOption(parameter) ? (parameter.choices ?? []) : [],
  );
  const own = [...(command.list ? ["--csv"] : []), ...(command.rehearsable ? ["--dry-run"] : [])];
  return { path: `${group} ${name}`, words: [...choices, ...flags, ...own] };
}

const cases = (stops: Stop[]): string =>
  stops.map(({ path, words }) => `    "${path}") words="${words.join(" ")}" ;;`).join("\n");

/** The longest path known is where we are; what follows it are its own words, and files. */
const bash = (stops: Stop[]): string => `_sabc() {
  local path="sabc" words="" word at
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    [[ $word == -* ]] && continue
    case " ${stops.map(({ path }) => path.replaceAll(" ", "/")).join(" ")} " in
      *" \${path// //}/$word "*) path="$path $word" ;;
    esac
  done
  case "$path" in
${cases(stops)}
  esac
  word="\${COMP_WORDS[COMP_CWORD]}"
  [[ $word == -* ]] && words="$words ${globalFlags.join(" ")}"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _sabc sabc
`;

const zsh = (stops: Stop[]): string => `autoload -Uz compinit bashcompinit
(( $+functions[compdef] )) || compinit
bashcompinit
${bash(stops)}`;

const fish = (stops: Stop[]): string =>
  stops
    .map(({ path, words }) => {
      const [, ...inside] = path.split(" ");
      const siblings = stops
        .filter((stop) => isNext(stop.path, path))
        .map((stop) => stop.path.split(" ").at(-1));
      const here = inside.map((word) => `__fish_seen_subcommand_from ${word}`);
      const notYet = siblings.length > 0 ? [`not __fish_seen_subcommand_from ${siblings.join(" ")}`] : [];
      const condition = [...here, ...notYet].join("; and ") || "true";
      // Files are offered where a command takes them, not where its name is meant.
      const files = siblings.length > 0 ? " -f" : "";
      return `complete -c sabc${files} -n "${condition}" -a "${[...words, ...globalFlags].join(" ")}"`;
    })
    .join("\n")
    .concat("\n");

const isNext = (path: string, after: string): boolean =>
  path.startsWith(`${after} `) && !path.slice(after.length + 1).includes(" ");
