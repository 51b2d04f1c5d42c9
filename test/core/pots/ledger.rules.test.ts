import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { heldBefore, type LedgerLine, linesToPost } from "#core/pots/ledger.rules.ts";
import type { PotDraw } from "#core/pots/pot.rules.ts";

const january = { tournamentId: 1, firstDay: "2026-01-25" };
const february = { tournamentId: 2, firstDay: "2026-02-22" };
const pot = "Big bass";

const line = (given: Partial<LedgerLine>): LedgerLine => ({
  id: 1,
  pot,
  kind: "fees",
  cents: 0,
  reversesId: null,
  paidTo: null,
  tournamentId: null,
  firstDay: null,
  ...given,
});
const boat = { entryId: 1, boatNumber: 1, anglerId: null, crew: [1], day: null, weight: 60_000 };
const draw = (added: number, won: boolean): PotDraw => ({
  pot,
  unwon: "rolls-over",
  forSeason: [],
  added,
  rounds: [{ day: null, winners: won ? [boat] : [] }],
});
const posted = (lines: LedgerLine[]) => lines.map(({ kind, cents, reversesId }) => [kind, cents, reversesId]);

describe("what a pot held before a tournament", () => {
  const fees = line({ id: 2, cents: 4800, ...january });
  const opening = line({ id: 1, kind: "adjustment", cents: 1000 });
  const later = line({ id: 3, kind: "adjustment", cents: 500 });
  for (const [label, ledger, of, expected] of [
    ["nothing yet", [], january, 0],
    ["earlier tournaments and adjustments", [opening, fees, later], february, 6300],
    ["not its own lines, and of the adjustments those before them", [opening, fees, later], january, 1000],
    ["not another pot", [line({ pot: "Side", cents: 700, ...january })], february, 0],
    ["on one day the one entered first", [fees], { tournamentId: 2, firstDay: january.firstDay }, 4800],
  ] as const) {
    test(label, () => {
      assert.equal(heldBefore(ledger, { pot, of }), expected);
    });
  }
});

describe("the lines to append", () => {
  const fees = line({ id: 1, cents: 4800, ...january });
  const payout = line({ id: 2, kind: "payout", cents: -4800, ...january });
  for (const [label, ledger, draws, expected] of [
    ["fees alone when nobody won", [], [draw(4800, false)], [["fees", 4800, null]]],
    [
      "fees and what was won",
      [],
      [draw(4800, true)],
      [
        ["fees", 4800, null],
        ["payout", -4800, null],
      ],
    ],
    ["nothing when they say so already", [fees, payout], [draw(4800, true)], []],
    [
      "a corrected fee is taken back and said anew; what was paid stays paid",
      [fees, payout],
      [draw(5600, true)],
      [
        ["fees", -4800, 1],
        ["fees", 5600, null],
      ],
    ],
    ["what was paid stays paid when nobody should have won", [fees, payout], [draw(4800, false)], []],
    ["who should have won is paid after all", [fees], [draw(4800, true)], [["payout", -4800, null]]],
    ["a pot that the rules gave up takes its fees back", [fees], [], [["fees", -4800, 1]]],
    [
      "a line taken back once is not taken back again",
      [
        fees,
        line({ id: 3, cents: -4800, reversesId: 1, ...january }),
        line({ id: 4, cents: 5600, ...january }),
      ],
      [draw(5600, false)],
      [],
    ],
  ] as const) {
    test(label, () => {
      assert.deepEqual(posted(linesToPost(ledger, { draws, of: january })), expected);
    });
  }
});
