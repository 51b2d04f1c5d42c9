import { defineCommand } from "../../command.ts";
import { ref } from "../../exact.ts";
import { readInput, tournament } from "../../familiar.ts";
import {
  acceptedNotes,
  fileParameters,
  guestsNote,
  importedColumns,
  readFileParameters,
  unrecordedNotes,
} from "../../importing.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "Import the results of a tournament from a CSV file: all of it or nothing.",
  description:
    "Every problem of every row is told with its line. Boats the file does not name stay; the same file again changes nothing. The columns are in cli/README.md, a file to fill in comes from sabc results export --template.",
  parameters: { tournament, file: { argument: "the CSV file; - for stdin" }, ...fileParameters },
  examples: [
    "sabc results import next results.csv --dry-run",
    'sabc results import 2025-03 theirs.csv --column "angler=Name" --ignore Town --create-guests',
  ],
  rehearsable: true,
  input: async (given, context) => ({
    tournament: given.tournament,
    file: await readInput(given.file, context),
    ...(await readFileParameters(given, context)),
  }),
  async run(context, input) {
    const { importResults } = await import("#core/results/import-results.service.ts");
    return context.write((work) => importResults(work, input));
  },
  output: ({ tournament: imported, guests, accepted, unrecorded }) => ({
    json: { tournament: imported, guests: guests.map(ref), accepted, unrecorded },
    sections: [table(importedColumns, [imported])],
    notes: [
      imported.added + imported.changed === 0
        ? `Nothing to do: ${imported.name} is as the file says.`
        : `${imported.name}: ${imported.added} added, ${imported.changed} changed, ${imported.same} as they were.`,
      ...guestsNote(guests),
      ...acceptedNotes(accepted),
      ...unrecordedNotes(unrecorded),
    ],
  }),
});
