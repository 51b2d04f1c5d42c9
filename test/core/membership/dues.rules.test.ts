import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { coverageOf, isCurrent, paidThrough } from "#core/membership/dues.rules.ts";
import { isMemberOn, statusOn, type StatusRow } from "#core/membership/status.rules.ts";

describe("what a payment covers", () => {
  const october = { newMembersCoverNextFrom: 10 };
  const rows: [string, Parameters<typeof coverageOf>[0], string, string][] = [
    [
      "a member's: its year",
      { paidOn: "2026-01-15", year: 2026, newMember: false, ...october },
      "2026-01-01",
      "2026-12-31",
    ],
    [
      "a member's in November: still its year",
      { paidOn: "2026-11-15", year: 2026, newMember: false, ...october },
      "2026-01-01",
      "2026-12-31",
    ],
    [
      "a new member's on 30 September: the year",
      { paidOn: "2026-09-30", year: 2026, newMember: true, ...october },
      "2026-01-01",
      "2026-12-31",
    ],
    [
      "a new member's on 1 October: from that day through the next year",
      { paidOn: "2026-10-01", year: 2026, newMember: true, ...october },
      "2026-10-01",
      "2027-12-31",
    ],
    [
      "a new member's on 31 December",
      { paidOn: "2026-12-31", year: 2026, newMember: true, ...october },
      "2026-12-31",
      "2027-12-31",
    ],
    [
      "a new member's for the next year, paid ahead",
      { paidOn: "2026-12-01", year: 2027, newMember: true, ...october },
      "2027-01-01",
      "2027-12-31",
    ],
    [
      "a new member's in a club without the rule",
      { paidOn: "2026-12-01", year: 2026, newMember: true, newMembersCoverNextFrom: null },
      "2026-01-01",
      "2026-12-31",
    ],
  ];
  for (const [label, paying, coversFrom, coversTo] of rows) {
    test(label, () => assert.deepEqual(coverageOf(paying), { coversFrom, coversTo }));
  }
});

describe("paid through", () => {
  const year = (of: number, voidedAt: Date | null = null) => ({
    coversFrom: `${of}-01-01`,
    coversTo: `${of}-12-31`,
    voidedAt,
  });
  const rows: [string, ReturnType<typeof year>[], string | null][] = [
    ["never paid", [], null],
    ["this year", [year(2026)], "2026-12-31"],
    ["behind", [year(2024)], "2024-12-31"],
    ["this year and the next, in any order", [year(2027), year(2026)], "2027-12-31"],
    ["a year ahead and not this one", [year(2027)], null],
    ["a gap before next year", [year(2024), year(2027)], "2024-12-31"],
    ["a voided payment", [year(2026, new Date())], null],
    ["voided and paid again", [year(2026, new Date()), year(2026)], "2026-12-31"],
    ["from October on", [{ coversFrom: "2025-10-05", coversTo: "2026-12-31", voidedAt: null }], "2026-12-31"],
  ];
  for (const [label, payments, day] of rows) {
    test(label, () => assert.equal(paidThrough({ payments, today: "2026-06-15" }), day));
  }
});

const history: StatusRow[] = [
  { status: "former", from: "2026-08-01" },
  { status: "guest", from: "2025-03-01" },
  { status: "member", from: "2025-06-01" },
];

describe("a status on a day", () => {
  const rows: [string, string | null][] = [
    ["2025-02-28", null],
    ["2025-03-01", "guest"],
    ["2025-05-31", "guest"],
    ["2025-06-01", "member"],
    ["2026-07-31", "member"],
    ["2026-08-01", "former"],
  ];
  for (const [day, status] of rows) {
    test(`${day}: ${status ?? "not known yet"}`, () => {
      assert.equal(statusOn(history, day), status);
      assert.equal(isMemberOn(history, day), status === "member");
    });
  }
});

describe("current", () => {
  const paid = [{ covers: (day: string) => day <= "2026-12-31" }];
  const rows: [string, Parameters<typeof isCurrent>[0], boolean][] = [
    ["a member who paid", { statuses: history, payments: paid, today: "2026-07-31" }, true],
    ["a member who did not", { statuses: history, payments: [], today: "2026-07-31" }, false],
    ["no member any more, though paid", { statuses: history, payments: paid, today: "2026-08-01" }, false],
    ["a guest, though paid", { statuses: history, payments: paid, today: "2025-05-31" }, false],
  ];
  for (const [label, standing, current] of rows) {
    test(label, () => assert.equal(isCurrent(standing), current));
  }
});
