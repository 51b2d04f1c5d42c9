import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DomainError, type Problem } from "#core/errors.ts";
import { type ColumnChoices, readResultsFile, type ResultsRow } from "#core/results/results-file.service.ts";
import { brokenFiles, bytes, type HostileFile, strangeHeaders } from "../../support/hostile-files.ts";
import { contradictoryRows, refusedValues } from "../../support/hostile-values.ts";

function problemsOf({ file, kind = "tournament", choices = {} }: HostileFile): Problem[] {
  try {
    return readResultsFile({ file: bytes(file), kind, ...choices }).problems;
  } catch (error) {
    assert(error instanceof DomainError);
    assert.deepEqual([error.kind, error.code], ["invalid", "file-refused"]);
    return error.details?.problems ?? [];
  }
}

for (const [title, corpus] of Object.entries({
  "a file that is no table": brokenFiles,
  "columns that cannot be understood": strangeHeaders,
  "values that are none": refusedValues,
  "rows that contradict themselves": contradictoryRows,
})) {
  describe(`${title} is refused with every problem`, () => {
    for (const hostile of corpus) {
      test(hostile.label, () => {
        assert.deepEqual(problemsOf(hostile), hostile.problems);
      });
    }
  });
}

test("a row with problems is read as far as it goes", () => {
  const file = bytes("angler,fish,weight\nAnn Lee,x,9.75\n=Bo,2,4\n");
  const { rows, broken } = readResultsFile({ file, kind: "tournament" });
  assert.deepEqual(rows, [{ ...blank, line: 2, angler: "Ann Lee", gross: 97_500 }]);
  assert.deepEqual([...broken], [2, 3]);
});

test("of very many problems the first thousand are told, and how many more there are", () => {
  const problems = problemsOf({ label: "", file: `angler,weight\n${"Ann\n".repeat(1_200)}`, problems: [] });
  assert.equal(problems.length, 1_001);
  assert.deepEqual(problems.at(-1), { reason: "And 200 more problems like these." });
});

const blank: Omit<ResultsRow, "line" | "angler"> = {
  date: null,
  event: null,
  lake: null,
  ramp: null,
  boat: null,
  partner: null,
  seat: null,
  standsInFor: null,
  member: null,
  day: 1,
  fish: null,
  dead: 0,
  short: 0,
  gross: null,
  net: null,
  penalty: 0,
  lateMinutes: 0,
  bigBass: null,
  caughtBy: null,
  lengths: null,
  status: "fished",
  reason: null,
  place: null,
  points: null,
};

interface OddFile {
  label: string;
  file: string;
  kind?: "season";
  choices?: ColumnChoices;
  /** What the rows say beside the usual; the first stands on line 2 unless it says otherwise. */
  rows: Partial<ResultsRow>[];
}

const ann = { line: 2, angler: "Ann Lee", fish: 3, gross: 97_500 };
const bo = { line: 3, angler: "Bo", fish: 2, gross: 40_000 };

const oddFiles: OddFile[] = [
  {
    label: "a BOM and Windows line ends",
    file: "\ufeffangler,fish,weight\r\nAnn Lee,3,9.75\r\nBo,2,4\r\n",
    rows: [ann, bo],
  },
  { label: "old Macintosh line ends", file: "angler,fish,weight\rAnn Lee,3,9.75\rBo,2,4", rows: [ann, bo] },
  {
    label: "line ends of every kind in one file",
    file: "angler,fish,weight\r\nAnn Lee,3,9.75\nBo,2,4\r",
    rows: [ann, bo],
  },
  { label: "semicolons", file: "angler;fish;weight\nAnn Lee;3;9.75\n", rows: [ann] },
  { label: "tabs", file: "angler\tfish\tweight\nAnn Lee\t3\t9.75\n", rows: [ann] },
  {
    label: "commas within quotes of a header with semicolons",
    file: `angler;"fish";"weight"\n"Lee, Ann";3;9.75\n`,
    rows: [{ ...ann, angler: "Lee, Ann" }],
  },
  {
    label: "every cell in quotes, quotes within",
    file: `"angler","fish","weight"\n"Ann ""Ace"" Lee","3","9.75"\n`,
    rows: [{ ...ann, angler: `Ann "Ace" Lee` }],
  },
  {
    label: "empty lines and rows of empty cells",
    file: "\n\nangler,fish,weight\n\n,,\nAnn Lee,3,9.75\n , ,\n",
    rows: [{ ...ann, line: 6 }],
  },
  {
    label: "lines counted past a note of several lines",
    file: `angler,fish,weight,note\nAnn Lee,3,9.75,"windy\r\nwet"\nBo,2,4,\n`,
    choices: { ignore: ["note"] },
    rows: [ann, { ...bo, line: 4 }],
  },
  {
    label: "columns without a name and without a value, as spreadsheets add",
    file: "angler,fish,weight,,\nAnn Lee,3,9.75,,\n",
    rows: [ann],
  },
  {
    label: "any case, spaces for underscores, aliases",
    file: "ANGLER1,Num Fish,Gross,Big-Fish,Boat No\nAnn Lee,3,9.75,4.1,07\n",
    rows: [{ ...ann, bigBass: 41_000, boat: 7 }],
  },
  {
    label: "spaces of every kind around and within",
    file: "angler , fish, weight\n\u00a0Ann \u00a0Lee ,\u20033 , 9.75 \n",
    rows: [ann],
  },
  {
    label: "pounds in all their spellings",
    file: "angler,weight\nA,12-4\nB,12lb 4oz\nC,12 lb 4 oz\nD,.5\nE,12.0625\n",
    rows: [
      { angler: "A", gross: 122_500 },
      { angler: "B", gross: 122_500 },
      { angler: "C", gross: 122_500 },
      { angler: "D", gross: 5_000 },
      { angler: "E", gross: 120_625 },
    ],
  },
  {
    label: "ounces",
    file: "angler,weight_oz\nAnn Lee,156\n",
    rows: [{ line: 2, angler: "Ann Lee", gross: 97_500 }],
  },
  {
    label: "kilograms",
    file: "angler,weight_kg\nAnn Lee,5.56\n",
    rows: [{ line: 2, angler: "Ann Lee", gross: 122_577 }],
  },
  {
    label: "pounds point ounces",
    file: "angler,weight_lb_oz\nAnn Lee,20.15\n",
    rows: [{ line: 2, angler: "Ann Lee", gross: 209_375 }],
  },
  {
    label: "inches",
    file: "angler,length_in\nAnn Lee,72.25\n",
    rows: [{ line: 2, angler: "Ann Lee", gross: 722_500 }],
  },
  {
    label: "only the net is known",
    file: "angler,final_weight\nAnn Lee,9.5\n",
    rows: [{ line: 2, angler: "Ann Lee", net: 95_000 }],
  },
  {
    label: "a net in ounces of one, the weight of another",
    file: "angler,weight,net_oz\nAnn Lee,9.75,\nBo,,64\n",
    rows: [
      { line: 2, angler: "Ann Lee", gross: 97_500 },
      { line: 3, angler: "Bo", net: 40_000 },
    ],
  },
  {
    label: "fish alive instead of dead",
    file: "angler,fish,alive,weight\nAnn Lee,3,1,9.75\n",
    rows: [{ ...ann, dead: 2 }],
  },
  {
    label: "names of many alphabets, written in two ways",
    file: "angler,weight\nJose\u0301 Ñandú,1\n李小龍,1\nO’Brien-Smith Jr.,1\nconstructor,1\n",
    rows: ["José Ñandú", "李小龍", "O’Brien-Smith Jr.", "constructor"].map((angler, index) => ({
      line: index + 2,
      angler,
      gross: 10_000,
    })),
  },
  {
    label: "everything a row can say",
    file: "boat,angler,partner,seat,stands_in_for,member,day,fish,dead,short,weight,penalty,late,big_bass,status,reason,place,points\n7,Ann Lee,Bo,Co-Angler,Cy,TRUE,2,3,1,1,9.75,0.5,4,4.10,fished,net dropped,5.5,98.5\n",
    rows: [
      {
        ...ann,
        boat: 7,
        partner: "Bo",
        seat: "co-angler",
        standsInFor: "Cy",
        member: true,
        day: 2,
        dead: 1,
        short: 1,
        penalty: 5_000,
        lateMinutes: 4,
        bigBass: 41_000,
        reason: "net dropped",
        place: 5.5,
        points: 9_850,
      },
    ],
  },
  {
    label: "every word for what an angler did",
    file: "angler,weight,status\nA,,buy-in\nB,,Buy In\nC,,DNS\nD,,dnf\nE,,did_not_fish\nF,9,DQ\nG,9,Disqualified\n",
    rows: [
      { angler: "A", status: "buy-in" },
      { angler: "B", status: "buy-in" },
      { angler: "C", status: "did-not-fish" },
      { angler: "D", status: "did-not-fish" },
      { angler: "E", status: "did-not-fish" },
      { angler: "F", gross: 90_000, status: "disqualified" },
      { angler: "G", gross: 90_000, status: "disqualified" },
    ],
  },
  {
    label: "days in words, and their total",
    file: "angler,weight,day\nA,1,Day1\nA,1,day 2\nA,1,d3\nA,3,Total\nA,3,final\n",
    rows: [
      { angler: "A", gross: 10_000, day: 1 },
      { angler: "A", gross: 10_000, day: 2 },
      { angler: "A", gross: 10_000, day: 3 },
      { angler: "A", gross: 30_000, day: "total" },
      { angler: "A", gross: 30_000, day: "total" },
    ],
  },
  {
    label: "text kept from running as a formula, taken back",
    file: "angler,weight,status,reason\nAnn Lee,9.75,dq,'-2 hours late\n",
    rows: [{ line: 2, angler: "Ann Lee", gross: 97_500, status: "disqualified", reason: "-2 hours late" }],
  },
  {
    label: "history that gives a weight to no fish",
    kind: "season",
    file: "date,tournament,lake,ramp,angler,fish,weight\n2023-03-26,March,Travis,Mansfield Dam,Ann Lee,0,9.75\n",
    rows: [
      {
        line: 2,
        date: "2023-03-26",
        event: "March",
        lake: "Travis",
        ramp: "Mansfield Dam",
        angler: "Ann Lee",
        fish: null,
        gross: 97_500,
      },
    ],
  },
  {
    label: "another club's columns",
    kind: "season",
    file: "season,start_date,tour,pos,pro,weight_oz,prize_usd\n2022,2022-02-10,St. Johns,1,Jo,156,100\n2023,2023-02-10,St. Johns,1,Jo,156,100\n",
    choices: {
      column: ["date=start_date", "event=Tour", "place=pos", "ANGLER=pro"],
      ignore: ["Prize_USD"],
      where: ["season=2022"],
    },
    rows: [{ line: 2, date: "2022-02-10", event: "St. Johns", angler: "Jo", gross: 97_500, place: 1 }],
  },
  {
    label: "rows of either of two values",
    file: "angler,weight,segment\nA,1,day1\nB,1,final\nC,1,DAY2\nD,x,total\n",
    choices: { where: ["segment=day1", "segment=day2"] },
    rows: [
      { line: 2, angler: "A", gross: 10_000 },
      { line: 4, angler: "C", gross: 10_000 },
    ],
  },
  {
    label: "a column under another's name",
    file: "name,nick,weight,gross\nAnn Lee,Annie,1,9.75\n",
    choices: { column: ["angler=nick", "weight=gross"], ignore: ["name", "weight"] },
    rows: [{ line: 2, angler: "Annie", gross: 97_500 }],
  },
];

describe("a file that is odd but clear is read", () => {
  for (const { label, file, kind = "tournament", choices = {}, rows } of oddFiles) {
    test(label, () => {
      const read = readResultsFile({ file: bytes(file), kind, ...choices });
      assert.deepEqual(
        read.rows,
        rows.map((row, index) => Object.assign({ line: index + 2, angler: "" }, blank, row)),
      );
    });
  }
});

test("a file says which columns it speaks of", () => {
  const { columns } = readResultsFile({ file: bytes("name,gross\nAnn,1\n"), kind: "tournament" });
  assert.deepEqual([...columns], ["angler", "weight"]);
});
