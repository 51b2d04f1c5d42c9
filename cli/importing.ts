import type { Problem } from "#core/errors.ts";
import type { ResultsImported, TournamentImported } from "#core/results/import-results.service.ts";
import { columnsOf } from "./columns.ts";
import type { Context } from "./context.ts";
import { readInput } from "./familiar.ts";

const mostLines = 5;

// What both imports of results take.
export const fileParameters = {
  createGuests: { flag: "make a guest of every name the club does not know" },
  map: {
    option: "FILE",
    about: "a CSV with the columns name and angler: who is meant; blank makes a guest",
    optional: true,
  },
  column: { option: "NAME=HEADER", about: "the file's HEADER is the column NAME", many: true },
  ignore: { option: "HEADER", about: "leave this column of the file out", many: true },
  where: { option: "HEADER=VALUE", about: "only rows that say so", many: true },
  override: { option: "REASON", about: "accept what is hardly right, and why", optional: true },
} as const;

interface Typed {
  createGuests: boolean;
  map: string | undefined;
  column: string[];
  ignore: string[];
  where: string[];
  override: string | undefined;
}

export async function readFileParameters(
  { createGuests, map, column, ignore, where, override }: Typed,
  context: Context,
) {
  return {
    createGuests,
    map: map === undefined ? undefined : await readInput(map, context),
    column,
    ignore,
    where,
    override,
  };
}

/** What was accepted although it is hardly right: a line each, the same said once. */
export function acceptedNotes(accepted: Problem[]): string[] {
  const byWords = new Map<string, Problem[]>();
  for (const problem of accepted) {
    const words = `${problem.column ? `, ${problem.column}` : ""}: ${problem.reason}`;
    byWords.set(words, [...(byWords.get(words) ?? []), problem]);
  }
  return [...byWords].map(([words, same]) => {
    const found = same.flatMap(({ line }) => (line === undefined ? [] : [line]));
    const more = found.length > mostLines ? ` and ${found.length - mostLines} more` : "";
    const where = `${found.length === 1 ? "line" : "lines"} ${found.slice(0, mostLines).join(", ")}${more}`;
    return `Accepted${found.length === 0 ? "" : `, ${where}`}${words}`;
  });
}

/** A club that begins in the middle of a year meets this with every result of before. */
export function unrecordedNotes(unrecorded: ResultsImported["unrecorded"]): string[] {
  if (unrecorded.length === 0) return [];
  const who = unrecorded.map(({ angler, since }) => `${angler.name} (${since})`).join(", ");
  return [
    `Members now, but guests there, since the club's record of them begins later: ${who}. If they were members that day: sabc member edit NAME --status member --from DAY, and import the file again with yes in a column member.`,
  ];
}

export const guestsNote = (guests: { name: string }[]): string[] =>
  guests.length === 0 ? [] : [`New guests: ${guests.map(({ name }) => name).join(", ")}.`];

export const importedColumns = columnsOf<TournamentImported>({
  id: { kind: "count", spare: true },
  day: { kind: "word", value: ({ firstDay }) => firstDay },
  name: { header: "Tournament" },
  added: "count",
  changed: "count",
  same: "count",
});
