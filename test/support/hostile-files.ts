import type { Problem } from "#core/errors.ts";
import type { ColumnChoices } from "#core/results/results-file.service.ts";

/** A results file as it may come in, and every problem that is to be found in it: exactly these. */
export interface HostileFile {
  label: string;
  file: string | Uint8Array;
  kind?: "tournament" | "season";
  choices?: ColumnChoices;
  problems: Problem[];
}

export const bytes = (file: string | Uint8Array): Uint8Array =>
  typeof file === "string" ? new TextEncoder().encode(file) : file;

const utf16 = (text: string, { mark, big }: { mark: boolean; big: boolean }) => {
  const little = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
  return new Uint8Array(big ? little.swap16() : little);
};
const withBytes = (before: string, middle: number[], after: string) =>
  new Uint8Array([...bytes(before), ...middle, ...bytes(after)]);

const header = "angler,fish,weight\n";
const headline = (column: string, reason: string): Problem => ({ line: 1, column, reason });
const unknown = (more = "") => `The column is not known.${more} Say --column NAME=HEADER or --ignore HEADER.`;
const notUtf8 = `The line is not UTF-8. Save the file as "CSV UTF-8".`;
const nul = `The line holds a NUL byte. The file is no text, or not UTF-8; save it as "CSV UTF-8".`;
const noHeader =
  "The first line names no known column, such as angler and weight. A file begins with its column names.";
const empty = "The file is empty. It needs a line of column names first.";
const ragged = (cells: number, of: number) =>
  `The row has ${cells} cells where the header has ${of}. Check its separators and quotes.`;
const quoteInside = `A quote (") stands inside a cell. Put the whole cell in quotes and write "" for a quote.`;

/** What is no readable table at all. */
export const brokenFiles: HostileFile[] = [
  { label: "nothing", file: "", problems: [{ reason: empty }] },
  { label: "only empty lines", file: "\n\r\n , ,\n", problems: [{ reason: empty }] },
  { label: "a BOM and nothing", file: "\ufeff", problems: [{ reason: empty }] },
  { label: "a header alone", file: header, problems: [{ reason: "The file has a header and no rows." }] },
  {
    label: "UTF-16 as spreadsheets save it",
    file: utf16(`${header}Ann,3,9.75\n`, { mark: true, big: false }),
    problems: [{ reason: `The file is UTF-16. Save it as "CSV UTF-8".` }],
  },
  {
    label: "UTF-16, the other way round",
    file: utf16(`${header}Ann,3,9.75\n`, { mark: true, big: true }),
    problems: [{ reason: `The file is UTF-16. Save it as "CSV UTF-8".` }],
  },
  {
    label: "UTF-16 without a mark",
    file: utf16(`${header}Ann,3,9.75\n`, { mark: false, big: false }),
    problems: [{ line: 1, reason: nul }],
  },
  { label: "a NUL in a name", file: `${header}Ann\0Lee,3,9.75\n`, problems: [{ line: 2, reason: nul }] },
  {
    label: "a picture",
    file: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    problems: [{ line: 3, reason: nul }],
  },
  {
    label: "Latin-1",
    file: withBytes(`${header}Bo,1,2.00\nJos`, [0xe9], ",3,9.75\n"),
    problems: [{ line: 3, reason: notUtf8 }],
  },
  {
    label: "UTF-8 cut in the middle of a letter",
    file: withBytes(`${header}Ann,3,9.75\nJos`, [0xc3], ""),
    problems: [{ line: 3, reason: notUtf8 }],
  },
  {
    label: "an overlong slash",
    file: withBytes(`${header}Ann`, [0xc0, 0xaf], ",3,9.75\n"),
    problems: [{ line: 2, reason: notUtf8 }],
  },
  {
    label: "more than 10 MB",
    file: new Uint8Array(10_000_001).fill(0x61),
    problems: [{ reason: "The file is over 10 MB. Split it, or check that it is the right one." }],
  },
  {
    label: "a row of a whole book",
    file: `${header}${"x".repeat(25_000)},3,9.75\n`,
    problems: [{ line: 2, reason: "The row is longer than 20,000 characters." }],
  },
  {
    label: "a quote never closed",
    file: `${header}Bo,1,2.00\n"Ann,3,9.75\nCy,2,4.00\n`,
    problems: [{ line: 3, reason: `A quote (") opened in this row is never closed.` }],
  },
  {
    label: "text behind a closing quote",
    file: `${header}"Ann"Lee,3,9.75\n`,
    problems: [{ line: 2, reason: quoteInside }],
  },
  {
    label: "a quote inside a bare cell",
    file: `${header}Ann "Bo" Lee,3,9.75\n`,
    problems: [{ line: 2, reason: quoteInside }],
  },
  {
    label: "rows too short and too long",
    file: `${header}Ann,3\nBo,2,4.00\nCy,3,9.75,\n`,
    problems: [
      { line: 2, reason: ragged(2, 3) },
      { line: 4, reason: ragged(4, 3) },
    ],
  },
  { label: "no header", file: "Ann Lee,3,9.75\nBo,2,4.00\n", problems: [{ line: 1, reason: noHeader }] },
  {
    label: "a web page",
    file: "<!doctype html>\n<title>Sign in</title>\n",
    problems: [{ line: 1, reason: noHeader }],
  },
];

/** Columns that mean nothing, twice the same, or are missing. */
export const strangeHeaders: HostileFile[] = [
  {
    label: "an unknown column, and what it may have meant",
    file: "angler,weigth\nAnn,9.75\n",
    problems: [headline("weigth", unknown(` Did you mean "weight"?`))],
  },
  {
    label: "an unknown column like no other",
    file: "angler,weight,zzz\nAnn,9.75,1\n",
    problems: [headline("zzz", unknown())],
  },
  {
    label: "names that objects have of their own",
    file: "angler,weight,__proto__,constructor,toString\nAnn,9.75,1,2,3\n",
    problems: [
      headline("__proto__", unknown()),
      headline("constructor", unknown()),
      headline("toString", unknown()),
    ],
  },
  {
    label: "the same column twice",
    file: "angler,weight,Weight\nAnn,9.75,9.75\n",
    problems: [headline("Weight", `"weight" and "Weight" both are the weight. --ignore one.`)],
  },
  {
    label: "a column and its alias",
    file: "name,Angler,weight\nAnn,Ann,9.75\n",
    problems: [headline("Angler", `"name" and "Angler" both are the angler. --ignore one.`)],
  },
  {
    label: "two units of one weight",
    file: "angler,weight,weight_oz\nAnn,9.75,156\n",
    problems: [headline("weight_oz", `It says the same as "weight". --ignore one.`)],
  },
  {
    label: "dead beside alive",
    file: "angler,weight,fish,dead,alive\nAnn,9.75,3,1,2\n",
    problems: [headline("alive", `It says the same as "dead". --ignore one.`)],
  },
  {
    label: "no angler and no weight",
    file: "boat,fish\n1,3\n",
    problems: [
      headline("angler", "The file needs the column angler."),
      headline("weight", "The file needs the column weight or net, or place to go by instead."),
    ],
  },
  {
    label: "alive without fish",
    file: "angler,weight,alive\nAnn,9.75,2\n",
    problems: [headline("fish", "The column alive needs fish beside it.")],
  },
  {
    label: "a season's file without day or event",
    kind: "season",
    file: "angler,weight\nAnn,9.75\n",
    problems: [
      headline("date", "A season's file needs the column date."),
      headline("event", "A season's file needs the column event."),
    ],
  },
  {
    label: "a season's file for one tournament",
    file: "date,event,angler,weight\n2026-03-22,March,Ann,9.75\n",
    problems: ["date", "event"].map((name) =>
      headline(name, "It belongs to a season's file. --ignore it, or choose rows by it with --where."),
    ),
  },
  {
    label: "a column without a name, and a value in it",
    file: "angler,weight,\nAnn,9.75,\nBo,4.00,x\n",
    problems: [{ line: 3, reason: "Column 3 has no name, and the row has a value there." }],
  },
  {
    label: "a header that turns its text around",
    file: "angler,weight,\u202ethgiew\nAnn,9.75,1\n",
    problems: [headline("\\u202ethgiew", unknown())],
  },
  {
    label: "options that name what is not there",
    file: "angler,weight\nAnn,9.75\n",
    choices: { column: ["wieght=lbs", "fish"], ignore: ["prize"], where: ["segment=final"] },
    problems: [
      { column: "--column", value: "lbs", reason: "The file has no such column." },
      { column: "--column", value: "wieght", reason: `No column is called so. Did you mean "weight"?` },
      { column: "--column", value: "fish", reason: "Write it as --column NAME=HEADER." },
      { column: "--ignore", value: "prize", reason: "The file has no such column." },
      { column: "--where", value: "segment", reason: "The file has no such column." },
    ],
  },
  {
    label: "one column given two meanings",
    file: "angler,lbs\nAnn,9.75\n",
    choices: { column: ["weight=lbs", "big_bass=lbs"] },
    problems: [{ column: "--column", value: "lbs", reason: "The column is given two meanings. Keep one." }],
  },
  {
    label: "rows chosen, and none is left",
    file: "angler,weight,segment\nAnn,9.75,day1\n",
    choices: { where: ["segment=final"] },
    problems: [{ reason: "No row is one that --where asks for." }],
  },
];
