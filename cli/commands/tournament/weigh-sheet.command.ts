import type { WeighSheet } from "#core/tournaments/weigh-sheet.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { names, ref } from "../../exact.ts";
import { readCount, tournament } from "../../familiar.ts";
import { type Output, table } from "../../output.ts";
import { tournamentJson } from "../../results-json.ts";

export const command = defineCommand({
  summary: "Print the sheet for the scales: the boats, or blank numbered lines, with the rules above.",
  description:
    "Plain text, 80 columns wide, for a printer: sabc tournament weigh-sheet next | lpr. Before anyone is entered it has 25 blank boats.",
  parameters: {
    tournament,
    boats: { option: "NUMBER", about: "boats at least; blank ones follow those entered", optional: true },
  },
  examples: ["sabc tournament weigh-sheet next", "sabc tournament weigh-sheet 2026-03 --boats 30"],
  list: true,
  async input({ tournament: reference, boats }) {
    const { weighSheetSchema } = await import("#core/tournaments/weigh-sheet.schemas.ts");
    return weighSheetSchema.parse({ tournament: reference, boats: readCount(boats, "The number of boats") });
  },
  async run(context, input) {
    const { getWeighSheet } = await import("#core/tournaments/weigh-sheet.service.ts");
    const { printWeighSheet } = await import("../../weigh-sheet.ts");
    const sheet = await context.read((work) => getWeighSheet(work, input));
    // A printer begins a new page at a form feed; a terminal would show a mark.
    const between = context.streams.stdout.isTTY === true ? "\n" : "\f";
    return { sheet, text: printWeighSheet(sheet).join(between) };
  },
  output: ({ sheet, text }): Output => ({
    json: sheetJson(sheet),
    file: text,
    sections: [table(columnsFor(sheet), linesOf(sheet))],
  }),
});

interface Line {
  day: string;
  boat: number | null;
  who: { id: number; name: string }[];
}

const linesOf = ({ days, lines }: WeighSheet): Line[] =>
  days.flatMap((day) => lines.map(({ boatNumber, anglers }) => ({ day, boat: boatNumber, who: anglers })));

/** For a spreadsheet: the same lines, and empty columns to fill in. */
const columnsFor = ({ columns }: WeighSheet) =>
  columnsOf<Line>({
    day: "word",
    boat: "count",
    name: { value: ({ who }) => names(who) },
    ...Object.fromEntries(columns.map((column) => [column, { value: () => null }])),
  });

const sheetJson = ({ tournament, days, words, columns, lines }: WeighSheet): object => ({
  tournament: tournamentJson(tournament),
  days,
  rules: words,
  columns,
  lines: lines.map(({ boatNumber, anglers }) => ({ boat: boatNumber, anglers: anglers.map(ref) })),
});
