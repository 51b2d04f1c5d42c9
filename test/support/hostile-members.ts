import { bytes } from "./hostile-files.ts";
import type { HostileRecords } from "./members-club.ts";

const header = "name,email,status\n";
const cell = (column: string, value: string) => `name,status,${column}\nNew Person,member,${value}\n`;

/** What is no table, no list, or has columns that mean nothing. */
export const brokenMemberFiles: HostileRecords[] = [
  { label: "nothing", file: "", problems: ["The file is empty. It needs a line of column names first."] },
  { label: "a header alone", file: header, problems: ["The file has a header and no rows."] },
  {
    label: "a NUL",
    file: `${header}New\0Person,,member\n`,
    problems: [
      'line 2: The line holds a NUL byte. The file is no text, or not UTF-8; save it as "CSV UTF-8".',
    ],
  },
  {
    label: "Latin-1",
    file: new Uint8Array([...bytes(`${header}Jos`), 0xe9, ...bytes(" Diaz,,member\n")]),
    problems: ['line 2: The line is not UTF-8. Save the file as "CSV UTF-8".'],
  },
  {
    label: "UTF-16",
    file: new Uint8Array(Buffer.from(`\ufeff${header}`, "utf16le")),
    problems: ['The file is UTF-16. Save it as "CSV UTF-8".'],
  },
  {
    label: "more than 10 MB",
    file: new Uint8Array(10_000_001).fill(0x61),
    problems: ["The file is over 10 MB. Split it, or check that it is the right one."],
  },
  {
    label: "more people than any club has",
    file: `${header}${"A B,,member\n".repeat(20_001)}`,
    problems: ["The file has over 20,000 rows. Split it, or check that it is the right one."],
  },
  {
    label: "a quote never closed",
    file: `${header}"New Person,,member\n`,
    problems: ['line 2: A quote (") opened in this row is never closed.'],
  },
  {
    label: "a row too short",
    file: `${header}New Person,member\n`,
    problems: ["line 2: The row has 2 cells where the header has 3. Check its separators and quotes."],
  },
  {
    label: "a line of a whole book",
    file: `${header}${"x".repeat(25_000)},,member\n`,
    problems: ["line 2: The row is longer than 20,000 characters."],
  },
  {
    label: "no header",
    file: "New Person,new@club.example,member\n",
    problems: [
      "line 1: The first line names no known column, such as name and email. A file begins with its column names.",
    ],
  },
  {
    label: "no column of names",
    file: "email,status\nnew@club.example,member\n",
    problems: ["line 1, name: The file needs the column name."],
  },
  {
    label: "columns that mean nothing",
    file: "name,status,emial,Town,__proto__,constructor\nNew Person,member,,,,\n",
    problems: [
      'line 1, emial: The column is not known. Did you mean "email"? Say --column NAME=HEADER or --ignore HEADER.',
      "line 1, Town: The column is not known. Say --column NAME=HEADER or --ignore HEADER.",
      "line 1, __proto__: The column is not known. Say --column NAME=HEADER or --ignore HEADER.",
      "line 1, constructor: The column is not known. Say --column NAME=HEADER or --ignore HEADER.",
    ],
  },
  {
    label: "a column and its alias",
    file: "name,Full Name,status\nA B,A B,member\n",
    problems: ['line 1, Full Name: "name" and "Full Name" both are the name. --ignore one.'],
  },
  {
    label: "a value under no name",
    file: "name,status,\nNew Person,member,x\n",
    problems: ["line 2: Column 3 has no name, and the row has a value there."],
  },
  {
    label: "options that name what is not there",
    file: `${header}New Person,,member\n`,
    choices: { column: ["nam=name", "email"], ignore: ["Town"] },
    problems: [
      '--column "nam": No column is called so. Did you mean "name"?',
      '--column "email": Write it as --column NAME=HEADER.',
      '--ignore "Town": The file has no such column.',
    ],
  },
  {
    label: "rows chosen, and none is left",
    file: `${header}New Person,,member\n`,
    choices: { where: ["status=x"] },
    problems: ["No row is one that --where asks for."],
  },
  {
    label: "JSON cut short",
    file: `{"members":[{"name":"New Person"`,
    problems: ["line 1: The file begins as JSON, and here it breaks off or is none."],
  },
  {
    label: "JSON of something else",
    file: `{"dues":[]}`,
    problems: ['The JSON is not { "members": [ … ] }, nor such a list alone.'],
  },
  {
    label: "JSON with more beside the people",
    file: `{"members":[{"name":"New Person"}],"admin":true}`,
    problems: ['The JSON is not { "members": [ … ] }, nor such a list alone.'],
  },
  { label: "a list of nobody", file: "[]", problems: ["The list is empty."] },
  {
    label: "a list of what are no people",
    file: `[1,null,"Ann",[],{"name":["Ann"],"status":"member"},{"__proto__":{"name":"x"}}]`,
    problems: [
      "entry 1: It is no object: keys and values in braces.",
      "entry 2: It is no object: keys and values in braces.",
      "entry 3: It is no object: keys and values in braces.",
      "entry 4: It is no object: keys and values in braces.",
      "entry 5, name: It must be a text.",
      'entry 6: The key "__proto__" is not known. --ignore it otherwise.',
      "entry 6, name: It must not be blank.",
    ],
  },
  {
    label: "keys that mean nothing, and values of the wrong kind",
    file: `[{"name":"New Person","status":"member","emial":"x","public_name":"N","id":"1","aliases":"Newt","statuses":[{"status":"member"}],"offices":[{"office":"x","year":"2026"}]}]`,
    problems: [
      'entry 1: The key "emial" is not known. Did you mean "email"? --ignore it otherwise.',
      'entry 1: The key "public_name" is not known. Did you mean "publicName"? --ignore it otherwise.',
      'entry 1, id "1": It must be an angler\'s id such as 12.',
      "entry 1, statuses: Item 1 must be a day such as 2026-03-22.",
      'entry 1, aliases "Newt": It must be a list.',
      "entry 1, offices: Item 1 must be a year such as 2026.",
    ],
  },
  {
    label: "options of CSV for JSON",
    file: `[{"name":"New Person"}]`,
    choices: { column: ["name=x"] },
    problems: ["--column and --where are for CSV files, and this one is JSON."],
  },
];

/** Values that are none. */
export const refusedMemberValues: HostileRecords[] = [
  {
    label: "names that are none",
    file: `${header},new@club.example,member\n12,,member\nann@x.example,,member\n${"Ann ".repeat(30)},,member\n<>,,member\n`,
    problems: [
      "line 2, name: It must not be blank.",
      'line 3, name "12": It must have a letter.',
      'line 4, name "ann@x.example": It must be a name, not an e-mail address.',
      'line 5, name "Ann Ann Ann Ann Ann Ann Ann Ann Ann Ann …": It must be at most 80 characters.',
      'line 6, name "<>": It must have a letter.',
    ],
  },
  {
    label: "names with more in them than is seen",
    file: `${header}Ann\u202eeeL,,member\nAnn\u200bLee,,member\nAnn\u001b[31m,,member\nAnn\uffff,,member\n`,
    problems: [
      'line 2, name "Ann\\u202eeeL": It holds a control or invisible character. Type it again.',
      'line 3, name "Ann\\u200bLee": It holds a control or invisible character. Type it again.',
      'line 4, name "Ann\\u001b[31m": It holds a control or invisible character. Type it again.',
      'line 5, name "Ann\\uffff": It holds a control or invisible character. Type it again.',
    ],
  },
  {
    label: "formulas",
    file: `${header}=cmd|' /C calc'!A0,,member\n+Ann,,member\n@SUM(A1),,member\nNew Person,=1+1,member\n`,
    problems: [
      "line 2, name \"=cmd|' /C calc'!A0\": It is a formula or begins like one. Write the plain value.",
      'line 3, name "+Ann": It is a formula or begins like one. Write the plain value.',
      'line 4, name "@SUM(A1)": It is a formula or begins like one. Write the plain value.',
      'line 5, email "=1+1": It is a formula or begins like one. Write the plain value.',
    ],
  },
  {
    label: "addresses that are none",
    file: `${header}A B,ann@,member\nC D,a b@club.example,member\nE F,"a@x.example,b@x.example",member\nG H,<script>@x.example,member\n`,
    problems: [
      'line 2, email "ann@": It must be an e-mail address such as ann@example.org.',
      'line 3, email "a b@club.example": It must be an e-mail address such as ann@example.org.',
      'line 4, email "a@x.example,b@x.example": It must be an e-mail address such as ann@example.org.',
      'line 5, email "<script>@x.example": It must be an e-mail address such as ann@example.org.',
    ],
  },
  {
    label: "telephone numbers that are none",
    file: "name,status,phone\nA B,member,12\nC D,member,call me\nE F,member,=1+1\nG H,member,+1 111 111 1111\n",
    problems: [
      'line 2, phone "12": It must be a telephone number such as (512) 555-0100 or +44 20 7946 0958.',
      'line 3, phone "call me": It must be a telephone number such as (512) 555-0100 or +44 20 7946 0958.',
      'line 4, phone "=1+1": It is a formula or begins like one. Write the plain value.',
      'line 5, phone "+1 111 111 1111": It must be a telephone number such as (512) 555-0100 or +44 20 7946 0958.',
    ],
  },
  {
    label: "days that do not exist",
    file: "name,status,from,joined\nA B,member,2026-02-30,2/1/2024\nC D,member,0000-01-01,12026-01-01\nE F,member,2026-13-01,9999-12-31\n",
    problems: [
      'line 2, from "2026-02-30": It must be a day that exists, such as 2026-03-22.',
      'line 2, joined "2/1/2024": It must be a day that exists, such as 2026-03-22.',
      'line 3, from "0000-01-01": It must be a day that exists, such as 2026-03-22.',
      'line 3, joined "12026-01-01": It must be a day that exists, such as 2026-03-22.',
      'line 4, from "2026-13-01": It must be a day that exists, such as 2026-03-22.',
      'line 4, joined "9999-12-31": It must be a day from 1900 to 2200.',
    ],
  },
  {
    label: "a status nobody has",
    file: `${header}New Person,,boss\n`,
    problems: ['line 2, status "boss": It must be guest, applicant, member or former.'],
  },
  {
    label: "a day without its status",
    file: "name,from\nBob Cruz,2026-01-01\n",
    problems: ['line 2, from "2026-01-01": It says from when a status holds; name the status too.'],
  },
  {
    label: "someone new without a status",
    file: "name,email\nNew Person,new@club.example\n",
    problems: ["line 2, status: Someone new needs a status here, or say --status for all who are new."],
  },
  {
    label: "a history out of order, and one in words",
    file: "name,status,from,earlier\nA B,member,2025-01-01,guest 2025-06-01\nC D,member,2025-01-01,guest 2024-01-01; applicant 2024-01-01\nE F,member,2025-01-01,was a guest once\nG H,member,,guest 2024-01-01\nI J,member,2025-01-01,boss 2024-01-01\n",
    problems: [
      'line 2, earlier "guest 2025-06-01": It must be in the order of their days, each on a day of its own, before the status.',
      'line 3, earlier "guest 2024-01-01; applicant 2024-01-01": It must be in the order of their days, each on a day of its own, before the status.',
      'line 4, earlier "was a guest once": Write it as guest 2023-05-01; applicant 2024-01-15.',
      'line 5, earlier "guest 2024-01-01": It says what was before; say from when the status holds too.',
      'line 6, earlier "boss 2024-01-01": Item 1 must be guest, applicant, member or former.',
    ],
  },
  {
    label: "roles and offices nobody has",
    file: `name,status,roles,offices\nA B,member,admin;root,president\nC D,member,,"1 2026"\nE F,member,,president 0026\n`,
    problems: [
      'line 2, roles "admin;root": Item 2 must be admin, weighmaster, treasurer or editor.',
      'line 2, offices "president": Write it as president 2026; secretary 2025.',
      'line 3, offices "1 2026": Item 1 must have a letter.',
      'line 4, offices "president 0026": Item 1 must be 1950 or later.',
    ],
  },
  {
    label: "aliases that are none",
    file: cell("aliases", "Newt; 12; a@b.example"),
    problems: [
      'line 2, aliases "Newt; 12; a@b.example": Item 2 must have a letter.',
      'line 2, aliases "Newt; 12; a@b.example": Item 3 must be a name, not an e-mail address.',
    ],
  },
  {
    label: "a cell without an end",
    file: cell("public_name", "x".repeat(1_001)),
    problems: [
      'line 2, public_name "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…": It is longer than 1000 characters.',
    ],
  },
  {
    label: "ids that are none",
    file: `id,name,status\n0,A B,member\n1.5,C D,member\n99999999999,E F,member\n-1,G H,member\n`,
    problems: [
      'line 2, id "0": It must be an angler\'s id such as 12.',
      'line 3, id "1.5": It must be an angler\'s id such as 12.',
      'line 4, id "99999999999": It must be an angler\'s id such as 12.',
      'line 5, id "-1": It must be an angler\'s id such as 12.',
    ],
  },
];
