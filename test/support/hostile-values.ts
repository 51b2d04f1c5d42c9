import type { Problem } from "#core/errors.ts";
import type { HostileFile } from "./hostile-files.ts";

const header = "angler,fish,weight\n";
const row = (columns: string, values: string) => `angler,fish,weight,${columns}\nAnn Lee,3,9.75,${values}\n`;
const cell = (column: string, value: string, reason: string): Problem => ({ line: 2, column, value, reason });
const notWeight = (value: string) =>
  `The weight "${value}" is not understood. Write 12.25, 12-4 or 12 lb 4 oz, up to four decimals.`;
const notWhole = "It is not a whole number from 0 to 999.";
const formula = "It is a formula or begins like one. Write the plain value.";
const invisible = "It holds a control or invisible character. Type it again.";
const badName = "A name begins with a letter or a digit.";

/** Values that are none. */
export const refusedValues: HostileFile[] = [
  {
    label: "numbers that are none",
    file: `${header}Ann,1e3,NaN\nBo,Infinity,12.345.6\nCy,0x10,1e3\nDi,３,-4.00\nEd,2.5,"12,25"\n`,
    problems: [
      { line: 2, column: "fish", value: "1e3", reason: notWhole },
      { line: 2, column: "weight", value: "NaN", reason: notWeight("NaN") },
      { line: 3, column: "fish", value: "Infinity", reason: notWhole },
      { line: 3, column: "weight", value: "12.345.6", reason: notWeight("12.345.6") },
      { line: 4, column: "fish", value: "0x10", reason: notWhole },
      { line: 4, column: "weight", value: "1e3", reason: notWeight("1e3") },
      { line: 5, column: "fish", value: "３", reason: notWhole },
      { line: 5, column: "weight", value: "-4.00", reason: notWeight("-4.00") },
      { line: 6, column: "fish", value: "2.5", reason: notWhole },
      { line: 6, column: "weight", value: "12,25", reason: notWeight("12,25") },
    ],
  },
  {
    label: "numbers beyond any scales",
    file: row("boat,late,day,place", "10000,1441,15,0"),
    problems: [
      cell("boat", "10000", "It is not a whole number from 1 to 9999."),
      cell("late", "1441", "It is not a whole number from 0 to 1440."),
      cell("day", "15", "It is not a day from 1 to 14, and not total."),
      cell("place", "0", "It is not a place such as 3 or 5.5."),
    ],
  },
  {
    label: "a weight of a thousand pounds and more",
    file: `${header}Ann,1000,1000.0001\nBo,3,99999999999999999999\n`,
    problems: [
      cell("fish", "1000", notWhole),
      cell("weight", "1000.0001", `The weight "1000.0001" is over 1,000 lb. Check the number.`),
      { line: 3, column: "weight", value: "99999999999999999999", reason: notWeight("99999999999999999999") },
    ],
  },
  {
    label: "sixteen ounces are a pound",
    file: "angler,weight_lb_oz\nAnn,20.16\n",
    problems: [
      cell(
        "weight_lb_oz",
        "20.16",
        `The weight "20.16" is not understood. Write pounds.ounces such as 20.15 for 20 lb 15 oz, ounces 0 to 15.`,
      ),
    ],
  },
  {
    label: "ounces and kilograms in words",
    file: "angler,net_oz,weight_kg\nAnn,196oz,\nBo,,5kg\n",
    problems: [
      cell("net_oz", "196oz", `The weight "196oz" is not understood. Write ounces such as 196 or 196.5.`),
      {
        line: 3,
        column: "weight_kg",
        value: "5kg",
        reason: `The weight "5kg" is not understood. Write kilograms such as 5.56.`,
      },
    ],
  },
  {
    label: "a length in feet",
    file: `angler,length_in\nAnn,"6'1"""\n`,
    problems: [cell("length_in", `6'1"`, "It is not a length in inches such as 72.25.")],
  },
  {
    label: "formulas",
    file: `${header}=cmd|' /C calc'!A0,=1+1,@SUM(A1)\n+Ann,+3,+9.75\n-Ann,3,9.75\n'=HYPERLINK(1),3,9.75\n`,
    problems: [
      cell("angler", "=cmd|' /C calc'!A0", formula),
      cell("fish", "=1+1", formula),
      cell("weight", "@SUM(A1)", formula),
      { line: 3, column: "angler", value: "+Ann", reason: formula },
      { line: 3, column: "fish", value: "+3", reason: formula },
      { line: 3, column: "weight", value: "+9.75", reason: formula },
      { line: 4, column: "angler", value: "-Ann", reason: badName },
      { line: 5, column: "angler", value: "'=HYPERLINK(1)", reason: badName },
    ],
  },
  {
    label: "names that are none",
    file: `${header}__proto__,3,9.75\n<b>Ann</b>,3,9.75\n,3,9.75\n${"Ann ".repeat(30)},3,9.75\n`,
    problems: [
      cell("angler", "__proto__", badName),
      { line: 3, column: "angler", value: "<b>Ann</b>", reason: badName },
      { line: 4, column: "angler", reason: "The row names no angler." },
      {
        line: 5,
        column: "angler",
        value: `${"Ann ".repeat(10)}…`,
        reason: "A name has at most 100 characters.",
      },
    ],
  },
  {
    label: "names with more in them than is seen",
    file: `${header}Ann\u202eeeL,3,9.75\nAnn\u200bLee,3,9.75\n"Ann\nLee",3,9.75\nAnn\u001b[31m,3,9.75\nAnn\ufeff Lee,3,9.75\n"Ann\tLee",3,9.75\n`,
    problems: [
      cell("angler", "Ann\\u202eeeL", invisible),
      { line: 3, column: "angler", value: "Ann\\u200bLee", reason: invisible },
      { line: 4, column: "angler", value: "Ann\\u000aLee", reason: invisible },
      { line: 6, column: "angler", value: "Ann\\u001b[31m", reason: invisible },
      { line: 7, column: "angler", value: "Ann\\ufeff Lee", reason: invisible },
      { line: 8, column: "angler", value: "Ann\\u0009Lee", reason: invisible },
    ],
  },
  {
    label: "a reason without an end",
    file: row("reason", "x".repeat(1_001)),
    problems: [cell("reason", `${"x".repeat(40)}…`, "It is longer than 1000 characters.")],
  },
  {
    label: "words that are none of the known",
    file: row("seat,status,member", "driver,won,maybe"),
    problems: [
      cell("seat", "driver", "It is none of boater, co-angler, coangler."),
      cell("status", "won", "It is none of fished, buy-in, did-not-fish, dns, dnf, dq, disqualified."),
      cell("member", "maybe", "It is none of yes, no, true, false, 1, 0."),
    ],
  },
  {
    label: "points and places in words",
    file: row("place,points", "T5,-10"),
    problems: [
      cell("place", "T5", "It is not a place such as 3 or 5.5."),
      cell("points", "-10", `The points "-10" are not understood. Write a number such as 98 or 98.5.`),
    ],
  },
  {
    label: "days that do not exist",
    kind: "season",
    file: "date,event,angler,weight\n2026-02-29,Feb,Ann,9.75\n3/22/2026,March,Ann,9.75\n2026-13-01,X,Ann,9.75\n",
    problems: [
      cell("date", "2026-02-29", "It is not a day such as 2026-03-22."),
      { line: 3, column: "date", value: "3/22/2026", reason: "It is not a day such as 2026-03-22." },
      { line: 4, column: "date", value: "2026-13-01", reason: "It is not a day such as 2026-03-22." },
    ],
  },
];

/** Rows that say one thing and another. */
export const contradictoryRows: HostileFile[] = [
  {
    label: "more dead than caught",
    file: row("dead", "4"),
    problems: [cell("dead", "4", "More dead fish than the 3 caught.")],
  },
  {
    label: "more alive than caught",
    file: row("alive", "4"),
    problems: [cell("alive", "4", "More fish alive than the 3 caught.")],
  },
  {
    label: "more short than caught",
    file: row("short", "4"),
    problems: [cell("short", "4", "More short fish than the 3 caught.")],
  },
  {
    label: "alive of nobody knows how many",
    file: "angler,fish,alive,weight\nAnn,,2,9.75\n",
    problems: [cell("alive", "2", "Fish alive are given and fish are not.")],
  },
  {
    label: "a weight of no fish",
    file: `${header}Ann,0,9.75\n`,
    problems: [cell("fish", "0", "No fish, and a weight. Leave fish blank if nobody counted them.")],
  },
  {
    label: "a big bass of no fish",
    file: "angler,fish,weight,lunker\nAnn,0,0,4.10\n",
    problems: [cell("lunker", "4.10", "No fish, and a big bass.")],
  },
  {
    label: "a catcher of no bass",
    file: row("caught_by", "Bo"),
    problems: [cell("caught_by", "Bo", "It has no weight in the column big_bass.")],
  },
  {
    label: "a fish measured in feet among inches",
    file: row("lengths", "14.25 1'3"),
    problems: [cell("lengths", "14.25 1'3", "It is not a length in inches such as 72.25.")],
  },
  {
    label: "weight and net at once",
    file: row("net", "9.50"),
    problems: [
      cell("net", "9.50", "Weight and net are both given. Leave net blank: it is the weight less penalties."),
    ],
  },
  {
    label: "a penalty taken from a net",
    file: "angler,net,penalty,reason\nAnn,9.50,0.25,rules\n",
    problems: [cell("penalty", "0.25", "A net has its penalties taken. Leave it blank, or give the weight.")],
  },
  {
    label: "a penalty nobody explains",
    file: row("penalty,reason", "0.25,"),
    problems: [cell("penalty", "0.25", "A penalty needs its reason in the column reason.")],
  },
  {
    label: "fish of one who did not fish",
    file: `${row("status", "dns")}Bo,0,0.5,Buy-In\n`,
    problems: [
      cell("status", "dns", "Who did not fish has no fish and no weight."),
      {
        line: 3,
        column: "fish",
        value: "0",
        reason: "No fish, and a weight. Leave fish blank if nobody counted them.",
      },
      { line: 3, column: "status", value: "Buy-In", reason: "Who did not fish has no fish and no weight." },
    ],
  },
  {
    label: "one who is their own partner, and stands in for themselves",
    file: row("partner,stands_in_for", "ann lee,ANN LEE"),
    problems: [
      cell("partner", "ann lee", "The partner is the angler."),
      cell("stands_in_for", "ANN LEE", "Nobody stands in for themselves."),
    ],
  },
  {
    label: "a season's row without day, event or lake",
    kind: "season",
    file: "date,event,lake,ramp,angler,weight\n,,,Main,Ann,9.75\n",
    problems: [
      { line: 2, column: "date", reason: "The row has no date." },
      { line: 2, column: "event", reason: "The row names no event." },
      cell("ramp", "Main", "The row names a ramp and no lake."),
    ],
  },
];
