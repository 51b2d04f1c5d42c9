import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { numberTournaments } from "#core/tournaments/numbering.rules.ts";
import { readTournamentReference } from "#core/tournaments/tournament-reference.rules.ts";

const on = (firstDay: string, number: number | null = null, official = false) => ({
  firstDay,
  number,
  official,
});

describe("numbers of a season's tournaments", () => {
  for (const [label, given, expected] of [
    ["none", [], []],
    ["by day, not as entered", [on("2026-03-22"), on("2026-01-25"), on("2026-02-22")], [3, 1, 2]],
    ["as entered where they share a day", [on("2026-01-25"), on("2026-01-25")], [1, 2]],
    [
      "an earlier one moves the others on",
      [on("2026-02-22", 1), on("2026-03-22", 2), on("2026-01-25")],
      [2, 3, 1],
    ],
    [
      "an official one keeps its own",
      [on("2026-02-22", 1, true), on("2026-03-22", 2), on("2026-01-25")],
      [1, 3, 2],
    ],
    [
      "what an official one holds is passed over",
      [on("2026-02-22", 2, true), on("2026-01-25", 1), on("2026-01-11"), on("2026-04-26")],
      [2, 3, 1, 4],
    ],
  ] as const) {
    test(label, () => {
      assert.deepEqual(numberTournaments(given), expected);
    });
  }
});

describe("how people name a tournament", () => {
  for (const [text, expected] of [
    ["17", { by: "id", id: 17 }],
    ["2026-03", { by: "number", season: 2026, number: 3 }],
    ["2026-03-22", { by: "date", date: "2026-03-22" }],
    ["2026-03-lake-travis", { by: "number", season: 2026, number: 3 }],
    ["2026-12-o-h-ivie", { by: "number", season: 2026, number: 12 }],
    [" Next ", { by: "next" }],
    ["last", { by: "last" }],
    ["2026-3-2", null],
    ["March", null],
    ["", null],
    ["-1", null],
  ] as const) {
    test(`"${text}"`, () => {
      assert.deepEqual(readTournamentReference(text), expected);
    });
  }
});
