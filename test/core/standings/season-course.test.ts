import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { getStandings, getStandingsWithCourse } from "#core/standings/standings.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { holdTournament } from "../../support/small-club.ts";

const app = await openTestApp();
const courseOf = (season: number, followed = 6) =>
  app.read(visitor, (work) => getStandingsWithCourse(work, { season, followed }));

const bag = (weight: string) => [{ fish: 3, weight }];

before(async () => {
  const days: [string, [string, string][]][] = [
    [
      "2025-01-26",
      [
        ["Ann", "10"],
        ["Bob", "9"],
      ],
    ],
    [
      "2025-02-23",
      [
        ["Bob", "12"],
        ["Cal", "11"],
        ["Ann", "3"],
      ],
    ],
    [
      "2025-03-23",
      [
        ["Cal", "8"],
        ["Bob", "7"],
        ["Ann", "6"],
      ],
    ],
  ];
  for (const [day, anglers] of days) {
    await holdTournament(app, {
      day,
      state: "official",
      boats: anglers.map(([name, weight]) => ({ crew: [name], bags: bag(weight) })),
    });
  }
  for (const [day, first] of [
    ["2026-01-25", "Ann"],
    ["2026-02-22", "Bob"],
    ["2026-03-22", "Bob"],
  ] as const) {
    await holdTournament(app, {
      day,
      rules: "sabc-team",
      state: "official",
      boats: [
        { crew: [first], bags: bag("9") },
        { crew: [first === "Ann" ? "Bob" : "Ann"], bags: bag("5") },
      ],
    });
  }
  await holdTournament(app, {
    day: "2027-01-24",
    state: "official",
    boats: [{ crew: ["Ann"], bags: bag("4") }],
  });
});

describe("the course of a season", () => {
  test("is who leads with their points after each tournament, and how far behind the leader they were then", async () => {
    const { course } = await courseOf(2025);
    assert.deepEqual(
      course?.rows.map(({ crew, steps }) => [
        crew[0]?.name,
        steps.map((step) => step && [step.total, step.behind]),
      ]),
      [
        [
          "Bob",
          [
            [9900, 100],
            [19900, 0],
            [29800, 0],
          ],
        ],
        [
          "Ann",
          [
            [10000, 0],
            [19800, 100],
            [29600, 200],
          ],
        ],
        ["Cal", [null, [9900, 10000], [19900, 9900]]],
      ],
    );
    assert.equal(course?.figure, "points");
  });

  test("ends in the totals of the standings, and is as they stood after each tournament", async () => {
    const { standings, course } = await courseOf(2025);
    assert.deepEqual(standings, await app.read(visitor, (work) => getStandings(work, { season: 2025 })));
    for (const afterEvents of [1, 2, 3]) {
      const then = await app.read(visitor, (work) => getStandings(work, { season: 2025, afterEvents }));
      const totals = new Map(then.races[0]!.rows.map(({ key, points }) => [key, points]));
      for (const { key, steps } of course!.rows)
        assert.equal(steps[afterEvents - 1]?.total ?? null, totals.get(key) ?? null);
    }
  });

  test("is the same where only the first rows of the table are asked for", async () => {
    const whole = await courseOf(2025, 2);
    const { standings, course } = await app.read(visitor, (work) =>
      getStandingsWithCourse(work, { season: 2025, top: 2, followed: 2 }),
    );
    const [race] = whole.standings.races;
    assert.deepEqual(standings.races, [{ ...race!, listed: 3, rows: race!.rows.slice(0, 2) }]);
    assert.deepEqual(course, whole.course);
  });

  test("is told in wins where a season is about wins", async () => {
    const { course } = await courseOf(2026, 1);
    assert.deepEqual(
      course?.rows.map(({ crew, steps }) => [crew[0]?.name, steps.map((step) => step?.total)]),
      [["Bob", [0, 1, 2]]],
    );
    assert.equal(course?.figure, "wins");
  });

  test("begins with the second tournament", async () => assert.equal((await courseOf(2027)).course, null));

  test("takes two queries, as the standings do", async () =>
    assert.equal(
      await countQueriesOf(app, (work) => getStandingsWithCourse(work, { season: 2025, followed: 6 })),
      2,
    ));
});
