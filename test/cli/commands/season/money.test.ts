import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as money } from "../../../../cli/commands/season/money.command.ts";
import { inputOf, printed, testInputs } from "../../../support/command-steps.ts";
import { exampleClub } from "../../../support/example-club.ts";
import { sabc } from "../../../support/sabc.ts";

testInputs("sabc season money", [
  ["of a year", money, ["2026"], { year: 2026 }],
  ["of the current one", money, [], {}],
]);

test("a year that is none is refused", () =>
  assert.rejects(inputOf(money, ["26"]), { code: "year-not-understood" }));

const methods = { cash: 25_00, venmo: 0, check: 0 };
const year: Parameters<typeof money.output>[0] = {
  year: 2026,
  closed: false,
  dues: { cents: 25_00, methods, payments: 1, waived: 1 },
  tournaments: [
    {
      tournament: { id: 7, number: 1, name: "January", firstDay: "2026-01-25", state: "weighing" },
      owed: 50_00,
      paid: 25_00,
      unpaid: 25_00,
      overpaid: 0,
      methods,
      buyIns: { entries: 0, cents: 0 },
      purseAdded: 0,
      places: 41_99,
      pots: [{ name: "Big bass", cents: 8_00 }],
      keeps: [],
      rests: 1,
    },
  ],
  pots: [
    { name: "Big bass", before: 0, fees: 0, adjusted: 0, paid: 0, keptByClub: 0, after: 0, coming: 8_00 },
  ],
  balance: {
    sources: [
      { kind: "dues", words: "Dues, cash", cents: 25_00 },
      { kind: "fees", words: "Entry fees, cash", cents: 25_00 },
      { kind: "unpaid", words: "Entry fees not paid yet", cents: 25_00 },
    ],
    uses: [
      { kind: "places", words: "Place money", cents: 41_99 },
      { kind: "pots-coming", words: "For the pots, once official", cents: 8_00 },
      { kind: "dues", words: "Dues for the club", cents: 25_00 },
      { kind: "rests", words: "Rounding and purses nobody won, for the club", cents: 1 },
    ],
    together: 75_00,
    difference: 0,
  },
};

describe("sabc season money: outcome → output", () => {
  test("four tables and a verdict", () => {
    assert.deepEqual(printed(money.output(year, {} as never)), {
      stdout: [
        "Entry fees of 2026: $50.00",
        "1\tJanuary\t2026-01-25\tweighing\t50.00\t25.00\t25.00\t0.00\t0.00\t0.00\t41.99\t8.00\t0.01",
        "",
        "Pots",
        "Big bass\t0.00\t0.00\t0.00\t0.00\t0.00\t0.00\t8.00",
        "",
        "What came in",
        "Dues, cash\t25.00",
        "Entry fees, cash\t25.00",
        "Entry fees not paid yet\t25.00",
        "Together\t75.00",
        "",
        "Where it went",
        "Place money\t41.99",
        "For the pots, once official\t8.00",
        "Dues for the club\t25.00",
        "Rounding and purses nobody won, for the club\t0.01",
        "Together\t75.00",
        "",
      ].join("\n"),
      said: [
        "1 payment of dues in 2026, and 1 waived.",
        "1 tournament not official yet: payouts may change.",
        "It adds up: $75.00 on both sides.",
      ],
      exitCode: 0,
    });
  });

  test("a complaint where the books were changed behind the program's back", () => {
    const wrong = { ...year, balance: { ...year.balance, difference: -8_00 } };
    assert.equal(
      printed(money.output(wrong, {} as never)).said.at(-1),
      "It does not add up: the sides differ by -$8.00. Run sabc database rebuild, then look at sabc pot explain.",
    );
  });
});

describe("the money of worked example A", async () => {
  const club = await exampleClub();
  await club("member", "add", "Zoe Zander", "--joined-on", "2020-01-01");
  await club("dues", "pay", "Zoe Zander", "--method", "venmo", "--paid-on", "2025-02-01");
  await club("tournament", "pay", "2025-01", "Ann Ace", "--method", "cash");

  test("as JSON every amount is exact, and both sides are the same", async () => {
    const told = JSON.parse((await club("season", "money", "2025", "--json")).stdout);
    assert.deepEqual(told.dues, {
      amount: "25.00",
      methods: { cash: "0.00", venmo: "25.00", check: "0.00" },
      payments: 1,
      waived: 0,
    });
    const [january] = told.tournaments;
    assert.deepEqual(
      [january.owed, january.paid, january.unpaid, january.places, january.buyIns, january.keeps],
      [
        "275.00",
        "25.00",
        "250.00",
        "176.00",
        { entries: 1, amount: "25.00" },
        [
          { name: "club", amount: "33.00" },
          { name: "charity", amount: "22.00" },
        ],
      ],
    );
    assert.deepEqual([told.together, told.difference], ["300.00", "0.00"]);
  });

  test("CSV is a line for each tournament; a terminal shows it all", async () => {
    const { stdout } = await club("season", "money", "--csv");
    assert.deepEqual(stdout.split("\n"), [
      "number,name,day,state,owed,paid,unpaid,overpaid,buyIns,purseAdded,places,pots,kept",
      "1,January,2025-01-26,weighing,275.00,25.00,250.00,0.00,25.00,0.00,176.00,44.00,55.00",
      "",
    ]);
    const { home } = JSON.parse((await club("status", "--json")).stdout);
    const shown = await sabc(["season", "money", "2025", "--home", home], { terminal: { width: 80 } });
    assert.ok(shown.stdout.split("\n").every((line) => line.length <= 80));
    assert.match(shown.stderr, /It adds up: \$300\.00 on both sides\./);
  });
});
