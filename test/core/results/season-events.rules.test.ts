import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readResultsFile } from "#core/results/results-file.service.ts";
import { groupEvents } from "#core/results/season-events.rules.ts";
import { bytes } from "../../support/hostile-files.ts";

const grouped = (rows: string) =>
  groupEvents(
    readResultsFile({ file: bytes(`event,date,day,lake,ramp,angler,weight\n${rows}`), kind: "season" }).rows,
    { year: 2025 },
  );

const seasons: { label: string; rows: string; events: string[] }[] = [
  {
    label: "each name and day is an event",
    rows: "B,2025-02-02,,,,x,1\nA,2025-01-05,,,,x,1\nB,2025-02-02,,,,y,1\n",
    events: ["A 2025-01-05", "B 2025-02-02 2 rows"],
  },
  {
    label: "the same name on other days is another event",
    rows: "Club,2025-01-05,,,,x,1\nCLUB,2025-02-02,,,,x,1\n",
    events: ["Club 2025-01-05", "CLUB 2025-02-02"],
  },
  {
    label: "two events on one day",
    rows: "A,2025-01-05,,,,x,1\nB,2025-01-05,,,,x,1\n",
    events: ["A 2025-01-05", "B 2025-01-05"],
  },
  {
    label: "days dated each on its own",
    rows: "A,2025-01-05,2,,,x,1\nA,2025-01-04,1,,,x,1\nA,2025-01-05,total,,,x,1\n",
    events: ["A 2025-01-04…2025-01-05 3 rows"],
  },
  {
    label: "days all dated by the first",
    rows: "A,2025-01-04,1,,,x,1\nA,2025-01-04,2,,,x,1\nA,2025-01-04,total,,,x,1\n",
    events: ["A 2025-01-04…2025-01-05 3 rows"],
  },
  {
    label: "days over the end of a month",
    rows: "A,2025-01-31,1,,,x,1\nA,2025-02-01,2,,,x,1\n",
    events: ["A 2025-01-31…2025-02-01 2 rows"],
  },
  { label: "the second day alone", rows: "A,2025-01-05,2,,,x,1\n", events: ["A 2025-01-04…2025-01-05"] },
  {
    label: "totals alone",
    rows: "A,2025-01-05,total,,,x,1\nA,2025-02-05,total,,,x,1\n",
    events: ["A 2025-01-05", "A 2025-02-05"],
  },
  {
    label: "a place said once",
    rows: "A,2025-01-05,,Travis,Ramp 1,x,1\nA,2025-01-05,,travis,,y,1\nA,2025-01-05,,,,z,1\n",
    events: ["A 2025-01-05 Travis Ramp 1 3 rows"],
  },
];

describe("a season's rows are told apart by event", () => {
  for (const { label, rows, events } of seasons) {
    test(label, () => {
      const read = grouped(rows);
      assert.deepEqual(read.problems, []);
      const drawn = read.events.map(({ name, firstDay, lastDay, lake, ramp, rows: own }) => {
        const days = firstDay === lastDay ? firstDay : `${firstDay}…${lastDay}`;
        return [name, days, lake, ramp, own.length > 1 ? `${own.length} rows` : null]
          .filter(Boolean)
          .join(" ");
      });
      assert.deepEqual(drawn, events);
    });
  }
});

const doubtful: { label: string; rows: string; problems: object[] }[] = [
  {
    label: "a second day long after the first",
    rows: "A,2025-01-04,1,,,x,1\nA,2025-01-09,2,,,x,1\n",
    problems: [
      {
        line: 3,
        column: "date",
        value: "2025-01-09",
        reason: "Day 2 has no day 1 on 2025-01-08, and none on the same date.",
      },
    ],
  },
  {
    label: "a second day between two events of one name",
    rows: "A,2025-01-04,1,,,x,1\nA,2025-01-05,1,,,x,1\nA,2025-01-05,2,,,x,1\n",
    problems: [
      {
        line: 4,
        column: "date",
        value: "2025-01-05",
        reason:
          "Day 2 may belong to the event of 2025-01-04 or of 2025-01-05. Give the events different names.",
      },
    ],
  },
  {
    label: "a total of no event",
    rows: "A,2025-01-04,1,,,x,1\nA,2025-01-09,total,,,x,1\n",
    problems: [
      {
        line: 3,
        column: "date",
        value: "2025-01-09",
        reason: "The total belongs to no event of that name on that date, or to several.",
      },
    ],
  },
  {
    label: "another year",
    rows: "A,2024-12-31,1,,,x,1\n",
    problems: [
      {
        line: 2,
        column: "date",
        value: "2024-12-31",
        reason: "A is not in the season 2025. Choose its rows with --where, or import them into their own.",
      },
    ],
  },
  {
    label: "one event on two lakes",
    rows: "A,2025-01-04,1,Travis,,x,1\nA,2025-01-04,1,Austin,,y,1\n",
    problems: [{ line: 3, column: "lake", value: "Austin", reason: "On line 2 the event's lake is Travis." }],
  },
];

describe("rows that cannot be told apart are problems", () => {
  for (const { label, rows, problems } of doubtful) {
    test(label, () => {
      assert.deepEqual(grouped(rows).problems, problems);
    });
  }
});
