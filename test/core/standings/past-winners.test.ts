import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { getAwards, getAwardsWithPast } from "#core/standings/awards.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { holdTournament } from "../../support/small-club.ts";

const app = await openTestApp();
const withPast = (season: number) => app.read(visitor, (work) => getAwardsWithPast(work, { season }));
const boat = (name: string, weight: string) => ({ crew: [name], bags: [{ fish: 3, weight }] });

const limit = (name: string, weight: string, big: string) => ({
  crew: [name],
  bags: [{ fish: 5, weight, big }],
});

/** Totals start from half of the season before. */
const carrying: RulesDocument = {
  ...presets["sabc-individual"],
  season: { ...presets["sabc-individual"].season, carry: { divideBy: 2, perWin: 0 } },
};

before(async () => {
  const year = (day: string, boats: ReturnType<typeof boat>[], more = {}) =>
    holdTournament(app, { day, state: "official", boats, ...more });
  await year("2020-03-22", [boat("Zoe", "10")]);
  await year("2023-03-26", [boat("Ann", "10"), boat("Bob", "9")]);
  // A guest's are no award: the heaviest of a member stands, of a tie both, and what weighs little is not looked at.
  await year("2023-04-23", [limit("Gus*", "9.5", "7"), limit("Dan", "8.5", "6.5"), limit("Eve", "8.5", "4")]);
  await year("2023-05-28", [limit("Hal", "6", "5.5")]);
  await year("2023-06-25", [boat("Bob", "12"), boat("Cal", "11"), boat("Ann", "3")]);
  await year("2024-03-24", [boat("Dee", "10")]);
  await year("2024-06-23", [boat("Dee", "10")], { state: "provisional" });
  await year("2025-01-26", [boat("Ann", "9"), limit("Cal", "8", "6.1")], { rules: "sabc-team" });
  await year("2026-01-25", [boat("Ann", "9")]);
  await year("2001-03-25", [boat("Ann", "9"), boat("Bob", "5")]);
  await year("2002-03-24", [boat("Bob", "9"), boat("Ann", "5")], { rules: carrying });
});

describe("who came first in the years before", () => {
  test("is who has each award of the seasons that are over, newest first, five years back", async () => {
    const { past } = await withPast(2026);
    assert.deepEqual(
      past.map(({ year, awards }) => [
        year,
        awards.map(({ title, winners }) => [
          title,
          winners.map(({ crew, points, wins, weight }) => [
            crew.map(({ name }) => name),
            points ?? wins,
            weight,
          ]),
        ]),
      ]),
      [
        [
          2025,
          [
            ["Most wins", [[["Ann"], 1, 90_000]]],
            ["Big Bass of the year", [[["Cal"], null, 61_000]]],
            ["Heavy Stringer of the year", [[["Cal"], null, 80_000]]],
          ],
        ],
        [
          2023,
          [
            ["Angler of the Year", [[["Bob"], 19_900, 210_000]]],
            ["Big Bass of the year", [[["Dan"], null, 65_000]]],
            [
              "Heavy Stringer of the year",
              [
                [["Dan"], null, 85_000],
                [["Eve"], null, 85_000],
              ],
            ],
          ],
        ],
      ],
    );
  });

  test("is first in the awards of that year's own page", async () => {
    const { past } = await withPast(2026);
    for (const { year, awards } of past) {
      const own = await app.read(visitor, (work) => getAwards(work, { season: year }));
      assert.deepEqual(
        awards,
        own.awards.filter(({ title, winners }) => title !== "Top six" && winners.length > 0),
      );
    }
  });

  test("comes with the same awards as without, in as many queries", async () => {
    const alone = (work: Parameters<typeof getAwards>[0]) => getAwards(work, { season: 2026 });
    assert.deepEqual((await withPast(2026)).awards, await app.read(visitor, alone));
    assert.equal(await countQueriesOf(app, alone), 3);
    assert.equal(await countQueriesOf(app, (work) => getAwardsWithPast(work, { season: 2026 })), 3);
  });

  test("counts what a season started from", async () => {
    await holdTournament(app, { day: "2003-03-23", state: "official", boats: [boat("Cal", "9")] });
    const { past } = await withPast(2003);
    assert.deepEqual(
      past.map(({ year, awards: [first] }) => [
        year,
        first!.winners.map(({ crew, points }) => [crew[0]!.name, points]),
      ]),
      [
        [2002, [["Bob", 15_000]]],
        [2001, [["Ann", 10_000]]],
      ],
    );
  });
});
