import type { DuesBook } from "#core/membership/export-dues.service.ts";
import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { readYear } from "../../familiar.ts";
import { exportFile, writeNewFile } from "../../people-file.ts";

export const command = defineCommand({
  summary: "Export the payments of dues as the file that import reads: all, or those that cover a year.",
  description:
    "CSV, or JSON with --json; voided payments too. Imported again it changes nothing. Payments of people who were erased are left out.",
  parameters: {
    year: { argument: "only payments that cover a day of it; all when left out", optional: true },
    file: exportFile,
  },
  examples: ["sabc dues export 2026 dues.csv", "sabc dues export --json > dues.json"],
  list: true,
  // A lone word that is no year is the file.
  input: ({ year, file }, { globals: { json } }) => ({
    year: file === undefined && year !== undefined && !/^\d+$/.test(year) ? undefined : readYear(year),
    path: file ?? (year !== undefined && !/^\d+$/.test(year) ? year : undefined),
    format: json ? ("json" as const) : ("csv" as const),
  }),
  async run(context, { year, path, format }): Promise<Outcome> {
    const { exportDues, duesCsv, duesJson } = await import("#core/membership/export-dues.service.ts");
    const book = await context.read((work) => exportDues(work, { year }));
    const csv = duesCsv(book.payments);
    const dues = duesJson(book.payments);
    if (path !== undefined)
      await writeNewFile(path, format === "csv" ? csv : `${JSON.stringify({ dues }, null, 2)}\n`);
    return { ...book, csv, dues };
  },
  output: ({ payments, erased, csv, dues }, { path }) => {
    const left = erased === 0 ? [] : [`Left out: ${counted(erased, "payment")} of people who were erased.`];
    if (path === undefined) return { json: { dues }, file: csv, notes: left };
    const written = `${counted(payments.length, "payment")} written to ${path}.`;
    return { json: { file: path, payments: payments.length }, notes: [written, ...left] };
  },
});

interface Outcome extends DuesBook {
  csv: string;
  dues: object[];
}
