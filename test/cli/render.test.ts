import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { columnsOf } from "../../cli/columns.ts";
import { facts, lines, listOutput, type Output, table } from "../../cli/output.ts";
import { type Format, type Look, render } from "../../cli/render.ts";

interface Row {
  angler: string;
  member: boolean;
  fish: number | null;
  net: number | null;
  paid: number;
  points: number | null;
}

const columns = columnsOf<Row>({
  angler: "text",
  member: "yes-no",
  fish: "count",
  net: { kind: "weight", header: "Net lb" },
  paid: "money",
  points: "points",
});

const rows: Row[] = [
  { angler: "Ann Lee", member: true, fish: 5, net: 123_456, paid: 123_450, points: 9850 },
  { angler: "=SUM(A1)", member: false, fish: null, net: null, paid: -250, points: null },
];

const look = (format: Format, changes: Partial<Look> = {}): Look => ({
  format,
  terminal: false,
  width: 80,
  paint: (_, text) => text,
  ...changes,
});

describe("one list in its four forms", () => {
  const output = listOutput("anglers", { columns, rows });

  test("on a terminal: names over columns, numbers to the right, two decimals, a dash for the unknown", () => {
    assert.equal(
      render(output, look("screen")),
      [
        "Angler    Member  Fish  Net lb       Paid  Points",
        "Ann Lee   yes        5   12.35  $1,234.50    98.5",
        "=SUM(A1)  no         –       –     -$2.50       –",
        "",
      ].join("\n"),
    );
  });

  test("into a pipe: tabs, no names, exact values", () => {
    assert.equal(
      render(output, look("tabs")),
      "Ann Lee\tyes\t5\t12.3456\t1234.50\t98.5\n=SUM(A1)\tno\t\t\t-2.50\t\n",
    );
  });

  test("as CSV: formulas made harmless in text alone", () => {
    assert.equal(
      render(output, look("csv")),
      "angler,member,fish,net,paid,points\nAnn Lee,yes,5,12.3456,1234.50,98.5\n'=SUM(A1),no,,,-2.50,\n",
    );
  });

  test("as JSON: one object, weights and money exact strings, points a number, null for the unknown", () => {
    const anglers = [
      { angler: "Ann Lee", member: true, fish: 5, net: "12.3456", paid: "1234.50", points: 98.5 },
      { angler: "=SUM(A1)", member: false, fish: null, net: null, paid: "-2.50", points: null },
    ];
    assert.equal(render(output, look("json")), `${JSON.stringify({ anglers })}\n`);
    assert.equal(
      render(output, look("json", { terminal: true })),
      `${JSON.stringify({ anglers }, null, 2)}\n`,
    );
  });
});

describe("a table on a narrow terminal", () => {
  interface Lake {
    name: string;
    ramp: string;
    note: string;
  }
  const lakes: Lake[] = [
    { name: "Lake Travis", ramp: "Mansfield Dam Recreation Area", note: "closed in a drought" },
    { name: "Канзас 釣り", ramp: "averyveryverylongwordwithoutanyspace", note: "" },
  ];
  const section = table(
    columnsOf<Lake>({ name: { kind: "word" }, ramp: "text", note: { spare: true } }),
    lakes,
  );

  test("spare columns go first, then long texts wrap, and long words break", () => {
    assert.equal(
      render({ sections: [section] }, look("screen", { width: 36 })),
      [
        "Name         Ramp",
        "Lake Travis  Mansfield Dam",
        "             Recreation Area",
        "Канзас 釣り  averyveryverylongwordwi",
        "             thoutanyspace",
        "",
      ].join("\n"),
    );
  });

  for (const width of [40, 60, 80, 120]) {
    test(`nothing is wider than ${width}`, () => {
      const shown = render({ sections: [section] }, look("screen", { width }));
      assert.ok(
        shown.split("\n").every((line) => line.length <= width),
        shown,
      );
    });
  }

  test("ten thousand rows are laid out at once", () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...lakes[at % 2]!, name: `Lake ${at}` }));
    const shown = render(
      listOutput("lakes", { columns: columnsOf<Lake>({ name: "text" }), rows: many }),
      look("screen"),
    );
    assert.equal(shown.split("\n").length, 10_002);
  });
});

describe("more than a list", () => {
  const output: Output = {
    sections: [
      facts(columnsOf<Row>({ angler: "text", net: "weight" }), rows[0]!),
      table(columnsOf<Row>({ angler: "text" }), rows.slice(1), "Others"),
      lines(["12.35 lb gives 100 points."], "Why"),
    ],
  };

  test("on a terminal a blank line and a title stand between the parts", () => {
    assert.equal(
      render(output, look("screen")),
      "Angler  Ann Lee\nNet     12.35\n\nOthers\nAngler\n=SUM(A1)\n\nWhy\n12.35 lb gives 100 points.\n",
    );
  });

  test("facts go into a pipe with their words before them", () => {
    assert.equal(
      render(output, look("tabs")),
      "Angler\tAnn Lee\nNet\t12.3456\n\nOthers\n=SUM(A1)\n\nWhy\n12.35 lb gives 100 points.\n",
    );
  });

  test("an empty list is nothing on a screen, and its names in CSV", () => {
    const empty = listOutput("anglers", { columns: columnsOf<Row>({ angler: "text" }), rows: [] });
    assert.equal(render(empty, look("screen")), "");
    assert.equal(render(empty, look("tabs")), "");
    assert.equal(render(empty, look("csv")), "angler\n");
    assert.equal(render(empty, look("json")), '{"anglers":[]}\n');
  });
});

describe("what goes without saying", () => {
  interface Bag {
    angler: string;
    tied: boolean;
    outcome: string;
  }
  const told = columnsOf<Bag>({
    angler: "text",
    tied: { kind: "yes-no", unless: ({ tied }) => !tied },
    outcome: { kind: "word", unless: ({ outcome }) => outcome === "fished" },
  });
  const ann = { angler: "Ann Lee", tied: false, outcome: "fished" };
  const bob = { angler: "Bob Cruz", tied: true, outcome: "fished" };

  test("is not shown on a terminal, with its column where that is every line", () => {
    assert.equal(
      render({ sections: [table(told, [ann, bob])] }, look("screen")),
      "Angler    Tied\nAnn Lee\nBob Cruz  yes\n",
    );
    assert.equal(render({ sections: [facts(told, ann)] }, look("screen")), "Angler  Ann Lee\n");
  });

  test("is there in a pipe and in CSV", () => {
    const output = { sections: [table(told, [ann])] };
    assert.equal(render(output, look("tabs")), "Ann Lee\tno\tfished\n");
    assert.equal(render(output, look("csv")), "angler,tied,outcome\nAnn Lee,no,fished\n");
  });
});

describe("what could make a terminal lie", () => {
  const nasty = "Ann\u001b[2K\u001b]0;title\u0007\u202eeeL\u0000\r\nBob\tCruz\u009b31m";
  const output = listOutput("anglers", {
    columns: columnsOf<{ name: string }>({ name: "text" }),
    rows: [{ name: nasty }],
  });
  // eslint-disable-next-line no-control-regex -- these are what must not come out
  const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  const forms: [Format, boolean, number][] = [
    ["screen", true, 2],
    ["tabs", false, 1],
    ["csv", true, 2],
    ["json", true, 7],
    ["json", false, 1],
  ];
  for (const [format, terminal, count] of forms) {
    test(`no control or direction character comes out as ${format}${terminal ? " on a terminal" : ""}`, () => {
      const shown = render(output, look(format, { terminal }));
      assert.doesNotMatch(shown, control);
      assert.equal(shown.trimEnd().split("\n").length, count);
    });
  }

  test("JSON keeps the very value, written with escapes", () => {
    assert.deepEqual(JSON.parse(render(output, look("json"))), { anglers: [{ name: nasty }] });
  });
});
