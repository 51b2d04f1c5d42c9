import { bytes } from "./hostile-files.ts";
import type { HostileRecords } from "./members-club.ts";

const header = "name,amount,method,paid_on\n";
const row = (column: string, value: string) =>
  `name,amount,method,paid_on,${column}\nAnn Lee,25,cash,2026-01-10,${value}\n`;

/** Files of dues as they may come in, and every problem that is to be found in them. */
export const hostileDues: HostileRecords[] = [
  { label: "nothing", file: " \n", problems: ["The file is empty. It needs a line of column names first."] },
  {
    label: "a NUL",
    file: `${header}Ann\0Lee,25,cash,2026-01-10\n`,
    problems: [
      'line 2: The line holds a NUL byte. The file is no text, or not UTF-8; save it as "CSV UTF-8".',
    ],
  },
  {
    label: "Latin-1",
    file: new Uint8Array([...bytes(`${header}Jos`), 0xe9, ...bytes(",25,cash,2026-01-10\n")]),
    problems: ['line 2: The line is not UTF-8. Save the file as "CSV UTF-8".'],
  },
  {
    label: "without what is needed",
    file: "angler,amount\nAnn Lee,25\n",
    problems: [
      "line 1, method: The file needs the column method.",
      "line 1, paid_on: The file needs the column paid_on.",
    ],
  },
  {
    label: "columns that mean nothing",
    file: "name,method,paid_on,amuont,__proto__\nAnn Lee,cash,2026-01-10,25,1\n",
    problems: [
      'line 1, amuont: The column is not known. Did you mean "amount"? Say --column NAME=HEADER or --ignore HEADER.',
      "line 1, __proto__: The column is not known. Say --column NAME=HEADER or --ignore HEADER.",
    ],
  },
  {
    label: "a column twice",
    file: "name,Angler,method,paid_on\nAnn Lee,Ann Lee,cash,2026-01-10\n",
    problems: ['line 1, Angler: "name" and "Angler" both are the name. --ignore one.'],
  },
  {
    label: "cells that are blank and must not be",
    file: `${header},25,cash,2026-01-10\nAnn Lee,25,,\n`,
    problems: [
      "line 2, name: It must not be blank.",
      "line 3, method: It must not be blank.",
      "line 3, paid_on: It must not be blank.",
    ],
  },
  {
    label: "amounts that are none",
    file: `${header}Ann Lee,-25,cash,2026-01-10\nAnn Lee,1e3,cash,2026-01-10\nAnn Lee,25.001,cash,2026-01-10\nAnn Lee,25 USD,cash,2026-01-10\nAnn Lee,=25,cash,2026-01-10\nAnn Lee,1000000.01,cash,2026-01-10\nAnn Lee,NaN,cash,2026-01-10\n`,
    problems: [
      'line 2, amount "-25": It must be dollars such as 25 or 25.50.',
      'line 3, amount "1e3": It must be dollars such as 25 or 25.50.',
      'line 4, amount "25.001": It must be dollars such as 25 or 25.50.',
      'line 5, amount "25 USD": It must be dollars such as 25 or 25.50.',
      'line 6, amount "=25": It is a formula or begins like one. Write the plain value.',
      'line 7, amount "1000000.01": It must be dollars such as 25 or 25.50.',
      'line 8, amount "NaN": It must be dollars such as 25 or 25.50.',
    ],
  },
  {
    label: "amounts that the rules refuse",
    file: `${header}Ann Lee,30,cash,2026-01-10\nSam Hill,25,waived,2026-01-10\nJosé Núñez,0,cash,2026-01-10\n`,
    choices: { map: "name,angler\nSam Hill,3\n" },
    problems: [
      'line 2, amount "Ann Lee": pays $30.00; the dues of 2026 are $25.00. Pay that, or say in a note why it is another amount.',
      'line 3, amount "Sam Hill": pays nothing where the dues are waived. Leave the amount out.',
      'line 4, amount "José Núñez": pays nothing. Say an amount, or waive the dues.',
    ],
  },
  {
    label: "ways to pay that nobody takes",
    file: `${header}Ann Lee,25,gold,2026-01-10\nBob Cruz,25,cash money,2026-01-10\n`,
    problems: [
      'line 2, method "gold": It must be cash, venmo, check or waived.',
      'line 3, method "cash money": It must be cash, venmo, check or waived.',
    ],
  },
  {
    label: "days that do not exist, or are yet to come",
    file: `${header}Ann Lee,25,cash,2026-02-30\nAnn Lee,25,cash,1/10/2026\nAnn Lee,25,cash,0000-00-00\nBob Cruz,25,cash,2026-06-02\n`,
    problems: [
      'line 2, paid_on "2026-02-30": It must be a day that exists, such as 2026-03-22.',
      'line 3, paid_on "1/10/2026": It must be a day that exists, such as 2026-03-22.',
      'line 4, paid_on "0000-00-00": It must be a day that exists, such as 2026-03-22.',
      "line 5, name: Bob Cruz pays on 2026-06-02, which is yet to come. Say the day of the payment.",
    ],
  },
  {
    label: "years that are none",
    file: `${row("year", "26")}Bob Cruz,25,cash,2026-01-10,next\nJosé Núñez,25,cash,2026-01-10,2040\n`,
    problems: [
      'line 2, year "26": It must be 1950 or later.',
      'line 3, year "next": It must be a year such as 2026.',
      "line 4, name: José Núñez pays 2040, which is more than 5 years ahead. Check the year.",
    ],
  },
  {
    label: "days covered that make no span",
    file: "name,amount,method,paid_on,covers_from,covers_to,year\nAnn Lee,25,cash,2026-01-10,2026-01-01,,\nBob Cruz,25,cash,2026-01-10,2026-12-31,2026-01-01,\nJosé Núñez,,cash,2026-01-10,2026-01-01,2026-12-31,2025\n",
    problems: [
      "line 2, covers_to: It must stand beside the first day.",
      'line 3, covers_to "2026-01-01": It must not be before the first day.',
      "line 4, amount: It must be said where the days are said.",
      'line 4, year "2025": It must be the year in which the days end that it covers.',
    ],
  },
  {
    label: "voided without a word why",
    file: "name,amount,method,paid_on,voided_on,void_reason\nAnn Lee,25,cash,2026-01-10,2026-02-01,\nBob Cruz,25,cash,2026-01-10,,slip\n",
    problems: [
      "line 2, void_reason: It must say why it was voided.",
      "line 3, voided_on: It must be the day it was voided.",
    ],
  },
  {
    label: "people nobody knows, and names of two",
    file: `${header}Bobb Cruz,25,cash,2026-01-10\nSam Hill,25,cash,2026-01-10\n99,25,cash,2026-01-10\nnobody@club.example,25,cash,2026-01-10\n`,
    problems: [
      'line 2, name "Bobb Cruz": Nobody is called so. Nearest: Bob Cruz (2). Say who it is by --map, or add them first: sabc member add.',
      'line 3, name "Sam Hill": 2 people are called so: Sam Hill (3), Sam Hill (4). Give the id or the e-mail, or say who by --map.',
      'line 4, name "99": Nobody is called so. Say who it is by --map, or add them first: sabc member add.',
      'line 5, name "nobody@club.example": Nobody is called so. Say who it is by --map, or add them first: sabc member add.',
    ],
  },
  {
    label: "who is none that the row says",
    file: "id,name,email,amount,method,paid_on\n2,Ann Lee,,25,cash,2026-01-10\n,Ann Lee,bob@club.example,25,cash,2026-01-10\n6,Eve Gone,,25,cash,2026-01-10\n",
    problems: [
      'line 2, id "2": Bob Cruz (2) has this id, and nothing else of the row is theirs. Say who is meant by --map; where the ids are another club\'s, --ignore id.',
      'line 3, email "bob@club.example": It is the e-mail of Bob Cruz (2), and the name is Ann Lee (1)\'s. Say who is meant by --map.',
      'line 4, id "6": That person was erased. Leave the row out.',
    ],
  },
  {
    label: "someone the map has no angler for",
    file: `${header}R. Cruz,25,cash,2026-01-10\n`,
    choices: { map: "name,angler\nR. Cruz,\n" },
    problems: [
      'line 2, name "R. Cruz": Nobody is called so. Nearest: Bob Cruz (2). Say who it is by --map, or add them first: sabc member add.',
    ],
  },
  {
    label: "a payment twice",
    file: `${header}Ann Lee,25,cash,2026-01-10\nannie,25.00,Cash,2026-01-10\n`,
    problems: [
      'line 3, name "annie": Line 2 is the same payment. Keep one; two that are alike need their numbers in the column payment.',
    ],
  },
  {
    label: "a year paid twice",
    file: `${header}Ann Lee,25,cash,2026-01-10\nAnn Lee,25,check,2026-01-11\n`,
    problems: [
      'line 3, name "Ann Lee": has paid 2026 already: in the same list of 2026-01-10, $25.00 by cash, covers 2026-01-01 to 2026-12-31. If that was a slip, void it first; to pay ahead, say the year 2027.',
    ],
  },
  {
    label: "names with more in them than is seen",
    file: `${header}Ann\u202eeeL,25,cash,2026-01-10\n`,
    problems: ['line 2, name "Ann\\u202eeeL": It holds a control or invisible character. Type it again.'],
  },
  {
    label: "a note without an end",
    file: row("note", "x".repeat(201)),
    problems: [
      'line 2, note "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…": It must be at most 200 characters.',
    ],
  },
  {
    label: "a picture",
    file: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    problems: [
      'line 3: The line holds a NUL byte. The file is no text, or not UTF-8; save it as "CSV UTF-8".',
    ],
  },
  {
    label: "JSON with numbers for money",
    file: `{"dues":[{"name":"Ann Lee","amount":25.1,"method":"cash","paidOn":"2026-01-10"}]}`,
    problems: ['entry 1, amount "25.1": It must be dollars such as 25 or 25.50, as text.'],
  },
  {
    label: "JSON of people",
    file: `{"members":[]}`,
    problems: ['The JSON is not { "dues": [ … ] }, nor such a list alone.'],
  },
  {
    label: "everything at once",
    file: `${header}Zed,x,gold,2026-99-99\nAnn Lee,30,cash,2026-01-10\nBob Cruz,25,cash,2027-01-01\n`,
    problems: [
      'line 2, name "Zed": Nobody is called so. Say who it is by --map, or add them first: sabc member add.',
      'line 2, amount "x": It must be dollars such as 25 or 25.50.',
      'line 2, method "gold": It must be cash, venmo, check or waived.',
      'line 2, paid_on "2026-99-99": It must be a day that exists, such as 2026-03-22.',
      'line 3, amount "Ann Lee": pays $30.00; the dues of 2026 are $25.00. Pay that, or say in a note why it is another amount.',
      'line 4, paid_on "Bob Cruz": pays on 2027-01-01, which is yet to come. Say the day of the payment.',
    ],
  },
];
