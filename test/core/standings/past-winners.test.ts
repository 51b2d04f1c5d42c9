import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { unmergeAnglers } from "#core/people/unmerge.service.ts";
import { recordAward } from "#core/results/award-rulings.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { getAwards, getAwardsWithPast } from "#core/standings/awards.service.ts";
import { endSeason } from "#core/standings/close-season.service.ts";
import { keepFigures, rebuildFigures } from "#core/standings/keep-figures.service.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import type { Work } from "#core/work.ts";
import { amend } from "../../support/amend.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { holdTournament, tester } from "../../support/small-club.ts";

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

describe("the awards of a closed season", () => {
  /** Of every season and those before it. */
  async function all(work: Work): Promise<unknown[]> {
    const shown = [];
    for (const season of [2003, 2002, 2023, 2025, 2026])
      shown.push(await getAwardsWithPast(work, { season }));
    return shown;
  }
  const read = () => app.read(visitor, all);
  async function tamper(work: Work, sql: string): Promise<void> {
    authorize(work, "tamper", { roles: [] });
    await work.em.execute(sql);
  }
  const rebuild = async (work: Work) => (await rebuildFigures(work)).differed;
  const first = async (title: string) => {
    const { awards } = await app.read(visitor, (work) => getAwards(work, { season: 2023 }));
    return awards.find((one) => one.title === title)!.winners[0]!.crew.map(({ name }) => name);
  };

  /** What is written down is what is worked out where nothing is. */
  async function standsAsWorkedOut(): Promise<void> {
    assert.equal(await app.rehearse(tester, rebuild), 0);
    const workedOut = await app.rehearse(tester, async (work) => {
      await tamper(work, "delete from season_award");
      return all(work);
    });
    assert.deepEqual(await read(), workedOut);
  }

  test("are written down with its end, and read in one query", async () => {
    const open = await read();
    for (const year of [2001, 2002, 2020, 2023, 2025])
      await app.write(tester, (work) => endSeason(work, { year }));
    assert.deepEqual(await read(), open);
    await standsAsWorkedOut();
    const queries = (season: number) => countQueriesOf(app, (work) => getAwardsWithPast(work, { season }));
    assert.deepEqual([await queries(2025), await queries(2026)], [1, 3]);
  });

  test("are what the officers decide, even later", async () => {
    await app.write(tester, (work) =>
      recordAward(work, { season: 2023, title: "Officers' award", angler: "Zoe", decidedBy: "The officers" }),
    );
    assert.deepEqual(await first("Officers' award"), ["Zoe"]);
    await standsAsWorkedOut();
  });

  test("follow two winners whose records are made one, and two again", async () => {
    assert.deepEqual(await first("Big Bass of the year"), ["Dan"]);
    await app.write(tester, (work) => mergeAnglers(work, { keep: "Bob", gone: "Dan" }));
    assert.deepEqual(await first("Big Bass of the year"), ["Bob"]);
    await standsAsWorkedOut();
    await app.write(tester, (work) => unmergeAnglers(work, { reference: "Dan" }));
    assert.deepEqual(await first("Big Bass of the year"), ["Dan"]);
    await standsAsWorkedOut();
  });

  test("are worked out again where a correction may have changed them, until they are written down", async () => {
    const { tournament } = (await withPast(2025)).awards.awards[1]!.winners[0]!;
    const queries = () => countQueriesOf(app, (work) => getAwardsWithPast(work, { season: 2025 }));
    await amend(app, {
      tournaments: [tournament!.id],
      change: async (work) => {
        const bag = await work.em.findOneOrFail(Bag, { bigBass: 61_000 });
        bag.caughtBy = await work.em.findOneOrFail(Angler, { name: "Cal" });
      },
    });
    assert.equal(await queries(), 3);
    await app.write(tester, (work) => keepFigures(work, { years: [2025] }));
    assert.equal(await queries(), 1);
    await standsAsWorkedOut();
  });

  test("that somebody changed by hand are found out and mended", async () => {
    const right = await read();
    const first = "where award = 0 and season_id in (select id from season where year in (2023, 2025))";
    for (const sql of [
      `update season_award set winners = '[]' ${first}`,
      `delete from season_award ${first}`,
    ]) {
      await app.write(tester, (work) => tamper(work, sql));
      assert.equal(await app.write(tester, rebuild), 2);
      assert.deepEqual(await read(), right);
    }
  });
});
