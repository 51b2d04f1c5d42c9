import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as owing } from "../../../../cli/commands/dues/owing.command.ts";
import { command as pay } from "../../../../cli/commands/dues/pay.command.ts";
import { command as remind } from "../../../../cli/commands/dues/remind.command.ts";
import { command as voidDues } from "../../../../cli/commands/dues/void.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc dues", [
  ["owing", owing, [], {}],
  ["pay", pay, ["Ann Lee", "--method", "cash"], { angler: "Ann Lee", method: "cash" }],
  [
    "pay another amount for another year",
    pay,
    [
      "12",
      "--method",
      "venmo",
      "--amount",
      "$20",
      "--paid-on",
      "2026-01-10",
      "--year",
      "2027",
      "--note",
      "half",
    ],
    { angler: "12", method: "venmo", cents: 20_00, paidOn: "2026-01-10", year: 2027, note: "half" },
  ],
  ["remind", remind, [], {}],
  ["remind one", remind, ["Ann Lee"], { angler: "Ann Lee" }],
  ["void", voidDues, ["12", "--reason", "bounced"], { payment: 12, reason: "bounced" }],
]);

describe("what dues are not", () => {
  const cases: [string, Parameters<typeof inputOf>[0], string[], object][] = [
    ["paid by no method", pay, ["Ann Lee"], { code: "missing" }],
    [
      "paid below zero",
      pay,
      ["Ann Lee", "--method", "cash", "--amount=-5"],
      { code: "money-not-understood" },
    ],
    [
      "paid for a short year",
      pay,
      ["Ann Lee", "--method", "cash", "--year", "26"],
      { code: "year-not-understood" },
    ],
    ["paid on no day", pay, ["Ann Lee", "--method", "cash", "--paid-on", "2026-02-30"], { name: "ZodError" }],
    ["voided without a reason", voidDues, ["12"], { code: "missing" }],
    ["voided without a number", voidDues, ["Ann", "--reason", "x"], { code: "number-not-understood" }],
  ];
  for (const [label, command, words, error] of cases) {
    test(label, () => assert.rejects(inputOf(command, words), error));
  }
});

const payment = {
  id: 12,
  angler: { id: 1, name: "Ann Lee" },
  cents: 25_00,
  method: "cash" as const,
  paidOn: "2026-01-10",
  coversFrom: "2026-01-01",
  coversTo: "2026-12-31",
  note: null,
  voided: null,
  status: "member" as const,
  paidThrough: "2026-12-31",
  current: true,
};
const member = {
  id: 1,
  name: "Ann Lee",
  email: "ann@club.example",
  phone: null,
  paidThrough: null,
  owingSince: "2026-01-01",
  stage: "overdue" as const,
  remindedOn: "2026-02-01",
};
const reminder = {
  angler: { id: 1, name: "Ann Lee", publicName: "Ann" },
  stage: "due" as const,
  paidThrough: null,
  hasEmail: false,
};
const nobody = { year: 2026, cents: 25_00, reminded: [], later: [], waits: null };

testOutputs("sabc dues", [
  [
    "pay",
    pay.output(payment, {} as never),
    {
      stdout: "",
      said: [
        "Took $25.00 (cash) of Ann Lee: payment 12, covers 2026-01-01 to 2026-12-31.",
        "Ann Lee has paid through 2026-12-31.",
      ],
    },
  ],
  [
    "waive for an applicant",
    pay.output({ ...payment, cents: 0, method: "waived", status: "applicant", current: false }, {} as never),
    {
      stdout: "",
      said: [
        "Waived the dues of Ann Lee: payment 12, covers 2026-01-01 to 2026-12-31.",
        "Ann Lee has paid through 2026-12-31, but is an applicant: dues alone make nobody a member.",
      ],
    },
  ],
  [
    "void",
    voidDues.output({ ...payment, paidThrough: null, current: false }, {} as never),
    {
      stdout: "",
      said: [
        "Payment 12 of $25.00 by Ann Lee counts no more.",
        "Ann Lee has not paid yet; today is not covered.",
      ],
    },
  ],
  [
    "owing",
    owing.output({ year: 2026, cents: 25_00, members: [member] }, {}),
    {
      stdout: "1\tAnn Lee\t2026-01-01\toverdue\t\t2026-02-01\tann@club.example\t\n",
      said: ["1 member owes $25.00 of dues for 2026."],
    },
  ],
  [
    "nobody owing",
    owing.output({ year: 2026, cents: null, members: [] }, {}),
    { stdout: "", said: ["Every member has paid for 2026."] },
  ],
  [
    "remind",
    remind.output({ ...nobody, reminded: [reminder] }, {}),
    {
      stdout: "1\tAnn Lee\tdue\t\tno\n",
      said: [
        "A reminder of the dues of 2026 goes to 1 member.",
        "1 member without an e-mail address: call them. sabc dues owing has the numbers.",
      ],
    },
  ],
  [
    "remind nobody",
    remind.output(nobody, {}),
    { stdout: "", said: ["Nobody is to be reminded of the dues of 2026."] },
  ],
  [
    "remind before nine",
    remind.output({ ...nobody, later: [reminder], waits: "until-nine" }, {}),
    {
      stdout: "1\tAnn Lee\tdue\t\tno\n",
      said: ["It is too early: reminders go out from nine in the morning on the club's clock."],
    },
  ],
  [
    "remind before they are due",
    remind.output({ ...nobody, waits: "not-due" }, {}),
    { stdout: "", said: ["The dues of 2026 are not due yet. Nobody was told."] },
  ],
  [
    "remind where none are taken",
    remind.output({ ...nobody, waits: "no-dues" }, {}),
    { stdout: "", said: ['The rules know no dues for 2026. Set "club.dues" in the season\'s rules.'] },
  ],
]);

test("dues are paid, shown beside the member, and taken back", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  const asJson = async (...words: string[]) => JSON.parse((await club(...words, "--json")).stdout);
  await club("season", "rules", "2025", "--set", "sabc-team");
  await club("member", "add", "Ann Lee", "--status", "member", "--joined-on", "2024-02-01");
  assert.equal((await asJson("dues")).members.length, 1);
  const { payment: paid } = await asJson("dues", "pay", "ann lee", "--method", "cash");
  assert.deepEqual(
    [paid.amount, paid.coversTo, paid.current],
    ["25.00", `${paid.paidOn.slice(0, 4)}-12-31`, true],
  );
  const twice = await club("dues", "pay", "Ann Lee", "--method", "cash");
  assert.deepEqual([twice.code, twice.stderr.includes(`payment ${paid.id} of`)], [5, true]);
  assert.deepEqual((await asJson("dues")).members, []);
  const { payment: gone } = await asJson("dues", "void", String(paid.id), "--reason", "bounced");
  assert.deepEqual([gone.voided.reason, gone.paidThrough], ["bounced", null]);
  const shown = await club("member", "show", "Ann Lee");
  assert.match(shown.stdout, /25\.00\tcash\t.*bounced/);
});
