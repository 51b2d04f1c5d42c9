import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as cashSheet } from "../../../../cli/commands/tournament/cash-sheet.command.ts";
import { command as pay } from "../../../../cli/commands/tournament/pay.command.ts";
import { command as unpay } from "../../../../cli/commands/tournament/unpay.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { exampleClub } from "../../../support/example-club.ts";
import { sabc } from "../../../support/sabc.ts";

testInputs("sabc tournament, money", [
  ["cash-sheet", cashSheet, ["last"], { tournament: "last" }],
  ["pay a boat", pay, ["next", "7", "--method", "cash"], { tournament: "next", boat: 7, method: "cash" }],
  [
    "pay a part for an angler",
    pay,
    ["2026-03", "ann@club.example", "--method", "venmo", "--amount", "$12.50"],
    { tournament: "2026-03", angler: "ann@club.example", method: "venmo", amount: 12_50 },
  ],
  ["unpay", unpay, ["12", "--reason", "taken twice"], { payment: 12, reason: "taken twice" }],
]);

describe("what cannot be paid", () => {
  const cases: [string, Parameters<typeof inputOf>[0], string[], object][] = [
    ["a boat 0", pay, ["next", "0", "--method", "cash"], { name: "ZodError" }],
    ["nothing", pay, ["next", "7", "--method", "cash", "--amount", "0"], { name: "ZodError" }],
    ["words", pay, ["next", "7", "--method", "cash", "--amount", "ten"], { code: "money-not-understood" }],
    ["by no method", pay, ["next", "7"], { code: "missing" }],
    ["back without a number", unpay, ["twelve", "--reason", "x"], { code: "number-not-understood" }],
    ["back without a reason", unpay, ["12"], { code: "missing" }],
  ];
  for (const [label, command, words, error] of cases) {
    test(label, () => assert.rejects(inputOf(command, words), error));
  }
});

const payment = {
  id: 12,
  tournament: { id: 3, name: "March" },
  boatNumber: 7,
  crew: [
    { id: 1, name: "Ann Lee" },
    { id: 2, name: "Bob Cruz" },
  ],
  cents: 25_00,
  method: "cash" as const,
  owed: 50_00,
  paid: 25_00,
  unpaid: 25_00,
  overpaid: 0,
};

testOutputs("sabc tournament, money", [
  [
    "pay",
    pay.output(payment, {} as never),
    {
      stdout: "",
      said: [
        "Took $25.00 (cash) for boat 7 (Ann Lee + Bob Cruz), March: payment 12.",
        "$25.00 are open still.",
      ],
    },
  ],
  [
    "pay a buy-in in full",
    pay.output({ ...payment, boatNumber: null, crew: [{ id: 1, name: "Ann Lee" }], unpaid: 0 }, {} as never),
    { stdout: "", said: ["Took $25.00 (cash) for Ann Lee, March: payment 12.", "Nothing is open."] },
  ],
  [
    "unpay",
    unpay.output({ ...payment, paid: 0, unpaid: 50_00 }, {} as never),
    {
      stdout: "",
      said: ["Payment 12 of $25.00 for Ann Lee + Bob Cruz counts no more; $50.00 are open."],
    },
  ],
]);

describe("the cash sheet of worked example A", async () => {
  const club = await exampleClub();
  const taken = async (...words: string[]) =>
    JSON.parse((await club("tournament", "pay", "2025-01", ...words, "--json")).stdout).payment;

  test("payments are taken and taken back", async () => {
    const ann = await taken("ann ace", "--method", "cash");
    assert.deepEqual([ann.amount, ann.unpaid, ann.boat], ["25.00", "0.00", null]);
    await taken("Jim Jetty", "--method", "venmo", "--amount", "10");
    const slip = await taken("Kay Key", "--method", "check");
    const undone = await club("tournament", "unpay", String(slip.id), "--reason", "bounced", "--json");
    assert.equal(JSON.parse(undone.stdout).payment.unpaid, "25.00");
    const again = await club("tournament", "unpay", String(slip.id), "--reason", "bounced");
    assert.deepEqual([again.code, again.stderr], [5, `sabc: Payment ${slip.id} is voided already.\n`]);
    assert.equal((await club("tournament", "pay", "2025-01", "4", "--method", "cash")).code, 3);
  });

  test("as JSON every sum is exact, and they equal the money taken", async () => {
    const { sums, entries } = JSON.parse(
      (await club("tournament", "cash-sheet", "2025-01", "--json")).stdout,
    );
    assert.deepEqual(sums, {
      owed: "275.00",
      paid: "35.00",
      unpaid: "240.00",
      overpaid: "0.00",
      methods: { cash: "25.00", venmo: "10.00", check: "0.00" },
      purseAdded: "0.00",
      taken: "275.00",
      split: [
        { kind: "places", name: "Place money", amount: "176.00" },
        { kind: "pot", name: "Big bass", amount: "44.00" },
        { kind: "keep", name: "club", amount: "33.00" },
        { kind: "keep", name: "charity", amount: "22.00" },
      ],
    });
    const kay = entries.find((each: { outcome: string }) => each.outcome === "disqualified");
    assert.deepEqual(
      [kay.owed, kay.unpaid, kay.payments.map((each: { voided: { reason: string } }) => each.voided.reason)],
      ["25.00", "25.00", ["bounced"]],
    );
  });

  test("on a terminal it fits, and says who owes", async () => {
    const { home } = JSON.parse((await club("status", "--json")).stdout);
    const { stdout, stderr } = await sabc(["tournament", "cash-sheet", "2025-01", "--home", home], {
      terminal: { width: 80 },
    });
    assert.ok(stdout.split("\n").every((line) => line.length <= 80));
    assert.match(stdout, /^January, 2025-01-26: \$25\.00 per angler\nCrew +Note +Owed/);
    assert.match(stdout, /\nCal Cove +guest +\$25\.00/);
    assert.match(stdout, /\nJim Jetty +buy-in +\$25\.00 +\$10\.00 +\$15\.00 +– +\$10\.00/);
    assert.match(stdout, /\nWhat came in\nFor +Amount\nCash +\$25\.00\nVenmo +\$10\.00\n/);
    assert.match(stderr, /^\n10 entries owe \$240\.00\.\nWaiting for a ruling: Coin between/);
  });

  test("CSV is a line for each boat and buy-in", async () => {
    const lines = (await club("tournament", "cash-sheet", "2025-01", "--csv")).stdout.split("\n");
    assert.equal(lines[0], "boat,crew,note,owed,paid,unpaid,overpaid,cash,venmo,check,payments");
    assert.equal(lines[1], ",Ann Ace,,25.00,25.00,0.00,,25.00,,,1");
    assert.equal(lines.length, 13);
  });
});
