import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { importLakes } from "#core/lakes/import.service.ts";
import { getLakePage, listLakesFished } from "#core/standings/lake-page.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const lake = (key: string) => app.read(visitor, (work) => getLakePage(work, { key }));

before(async () => {
  await app.write(tester, (work) =>
    importLakes(work, {
      lakes: [
        {
          key: "travis",
          name: "Lake Travis",
          ramps: [{ name: "Mansfield Dam", latitude: 30.39, longitude: -97.91 }, { name: "Arkansas Bend" }],
        },
        { key: "austin", name: "Lake Austin", ramps: [] },
        { key: "dry", name: "Dry Lake", ramps: [] },
      ],
    }),
  );
  const days: [string, "official" | "provisional", string, string][] = [
    ["2024-03-24", "official", "10", "9"],
    ["2025-03-23", "official", "12.5", "12"],
    ["2025-06-22", "official", "8", "7"],
    ["2025-07-27", "provisional", "30", "1"],
  ];
  for (const [day, state, first, second] of days) {
    const id = await holdTournament(app, {
      day,
      state,
      boats: [
        { crew: ["Ann"], bags: [{ fish: 5, weight: first, big: "4" }] },
        { crew: ["Bob*"], bags: [{ fish: 2, weight: second }] },
        { crew: ["Cal"], bags: [{ fish: 0, weight: "0" }] },
      ],
    });
    await app.write(tester, async (work) => {
      authorize(work, "moveToLake", { roles: [] });
      await work.em.execute(
        "update tournament set lake_id = (select id from lake where key = 'travis') where id = ?",
        [id],
      );
    });
  }
  await app.write(tester, async (work) => {
    authorize(work, "retireLake", { roles: [] });
    await work.em.execute("update lake set retired = true where key in ('dry', 'travis')");
    await work.em.execute("update ramp set retired = true where name = 'Arkansas Bend'");
  });
});

describe("a lake's page", () => {
  test("has its ramps in use, and its official tournaments with who won, newest first", async () => {
    const { name, ramps, tournaments } = await lake("travis");
    assert.equal(name, "Lake Travis");
    assert.deepEqual(
      ramps.map((ramp) => [ramp.name, ramp.latitude, ramp.longitude]),
      [["Mansfield Dam", 30.39, -97.91]],
    );
    assert.deepEqual(
      tournaments.map(({ tournament, winners, winningWeight, fished, limits, bigBass }) => [
        tournament.firstDay,
        winners.map((crew) => crew.map(({ name: who }) => who)),
        winningWeight,
        fished,
        limits,
        bigBass,
      ]),
      [
        ["2025-06-22", [["Ann"]], 80_000, 3, 1, 40_000],
        ["2025-03-23", [["Ann"]], 125_000, 3, 1, 40_000],
        ["2024-03-24", [["Ann"]], 100_000, 3, 1, 40_000],
      ],
    );
  });

  test("tells by month what it took to win", async () => {
    const { months } = await lake("travis");
    assert.equal(months.length, 12);
    assert.deepEqual(
      months.filter(({ tournaments }) => tournaments > 0),
      [
        { month: 3, tournaments: 2, mean: 112_500, best: 125_000 },
        { month: 6, tournaments: 1, mean: 80_000, best: 80_000 },
      ],
    );
  });

  test("is there for a lake nobody fished, and not for none", async () => {
    assert.deepEqual((await lake("austin")).tournaments, []);
    assert.deepEqual((await refused(lake("nowhere")))[0], "not-found");
  });

  test("has fifty of many at once, and those before them on further pages", async () => {
    await app.write(tester, async (work) => {
      authorize(work, "fishOftenInThePast", { roles: [] });
      await work.em.execute(
        `with past as (
           insert into event (kind, name, first_day, last_day)
           select 'tournament', 'Past ' || day, date '1999-12-31' - day, date '1999-12-31' - day from generate_series(1, 51) day
           returning id, first_day
         )
         insert into tournament (event_id, season_id, number, lake_id, state)
         select id, (select min(id) from season), 100 + row_number() over (), (select id from lake where key = 'austin'), 'official'
         from past`,
      );
    });
    const page = (number?: number) =>
      app.read(visitor, (work) => getLakePage(work, { key: "austin", ...(number && { page: number }) }));
    const told = async (number?: number) => {
      const shown = await page(number);
      const { held, lastDay, pages, tournaments, months } = shown;
      const counted = months.reduce((sum, month) => sum + month.tournaments, 0);
      return [
        held,
        counted,
        lastDay,
        shown.page,
        pages,
        tournaments.map(({ tournament }) => tournament.name),
      ];
    };
    const names = Array.from({ length: 51 }, (_, day) => `Past ${day + 1}`);
    assert.deepEqual(await told(1), [51, 51, "1999-12-30", 1, 2, names.slice(0, 50)]);
    assert.deepEqual(await told(2), [51, 51, "1999-12-30", 2, 2, names.slice(50)]);
    assert.deepEqual(await told(), [51, 51, "1999-12-30", 1, 1, names]);
    assert.deepEqual((await refused(page(3)))[0], "not-found");
  });

  test("takes one query, as the list does", async () => {
    assert.equal(await countQueriesOf(app, (work) => getLakePage(work, { key: "travis" })), 1);
    assert.equal(await countQueriesOf(app, (work) => listLakesFished(work)), 1);
  });
});

test("the list has the lakes in use and those that were fished, by name", async () => {
  const lakes = await app.read(visitor, (work) => listLakesFished(work));
  assert.deepEqual(
    lakes.map(({ key, tournaments, lastDay, ramps }) => [key, tournaments, lastDay, ramps]),
    [
      ["austin", 51, "1999-12-30", 0],
      ["travis", 3, "2025-06-22", 1],
    ],
  );
});
