import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Rules, RulesDocument } from "#core/seasons/rules.schemas.ts";
import type { RaceResult } from "#core/standings/race-result.rules.ts";
import type { CourseFigure } from "#core/standings/season-course.rules.ts";
import type { SeasonFacts, SeasonTotal } from "#core/standings/season-total.rules.ts";
import { standings, totalsAfterEach } from "#core/standings/standings.rules.ts";
import { preset, rulesOf } from "../../support/facts.ts";

const individual = preset("sabc-individual");

const result = (tournamentId: number, angler: number, more: Partial<RaceResult> = {}): RaceResult => ({
  tournamentId,
  who: [angler],
  member: true,
  outcome: "fished",
  place: null,
  points: 0,
  weight: 0,
  bigBass: null,
  win: false,
  ...more,
});

/** A season of so many held events, and more that are only planned. */
function season(
  results: RaceResult[],
  {
    held = 5,
    planned,
    groups = {},
  }: { held?: number; planned?: number; groups?: Record<number, string> } = {},
): SeasonFacts {
  const events = Array.from({ length: planned ?? held }, (_, at) => ({
    tournamentId: at + 1,
    group: groups[at + 1] ?? null,
    held: at < held,
  }));
  return { events, results, meetings: new Map(), carried: new Map(), names: new Map() };
}

const withSeason = (change: RulesDocument["season"]): Rules =>
  rulesOf({
    version: 1,
    name: "A club",
    ranked: "angler",
    limit: { fish: 5, per: "angler" },
    points: { place: { first: 100, step: 1 } },
    season: { races: ["angler"], ...change },
  });

/** One angler's results of events 1, 2, 3 ...; null where absent. */
const seasonOf = (angler: number, points: (number | null)[], more: Partial<RaceResult> = {}) =>
  points.flatMap((value, at) =>
    value === null ? [] : [result(at + 1, angler, { points: value * 100, ...more })],
  );

describe("what counts", () => {
  const five = [100, 96, 86, 98, 81];
  const table: [
    label: string,
    rules: RulesDocument["season"],
    points: (number | null)[],
    held: number,
    planned: number,
    total: number,
  ][] = [
    ["all", { keep: "all" }, five, 5, 5, 461],
    ["best 4 of 5 (Denver's example)", { keep: { best: 4 } }, five, 5, 5, 380],
    ["best 4 with fewer", { keep: { best: 4 } }, [100, 90], 2, 6, 190],
    ["drop 2 of 5", { keep: { drop: 2 } }, five, 5, 5, 294],
    ["nothing is dropped early", { keep: { drop: 2 } }, [100, 96], 2, 5, 196],
    ["a missed event is a drop", { keep: { drop: 2 } }, [100, null, null, 98, 81], 5, 5, 279],
    [
      "missed events never dropped",
      { keep: { best: 3 }, neverDropped: ["missed"] },
      [100, null, null, 98, 81],
      5,
      5,
      100,
    ],
    ["more drops than events", { keep: { drop: 9 } }, five, 5, 5, 0],
  ];
  for (const [label, change, points, held, planned, total] of table) {
    test(label, () => {
      const [row] = standings("angler", {
        rules: withSeason(change),
        season: season(seasonOf(1, points), { held, planned }),
      });
      assert.equal(row?.points, total * 100);
    });
  }

  test("buy-ins never dropped take their slots first", () => {
    const results = [...seasonOf(1, [100, 96, 86]), result(4, 1, { points: 50_00, outcome: "buy-in" })];
    const rules = withSeason({ keep: { best: 2 }, neverDropped: ["buy-in"] });
    assert.equal(standings("angler", { rules, season: season(results) })[0]?.points, 150_00);
  });

  test("groups each keep their own", () => {
    const rules = withSeason({ keep: { groups: { spring: { best: 1 }, fall: { drop: 1 } } } });
    const groups = { 1: "spring", 2: "spring", 3: "fall", 4: "fall" };
    const [row] = standings("angler", {
      rules,
      season: season(seasonOf(1, [10, 20, 30, 40, 50]), { groups }),
    });
    assert.equal(row?.points, (20 + 40 + 50) * 100);
  });

  test("among equal points the heavier result is kept", () => {
    const results = [1, 2, 3].map((id) => result(id, 1, { points: 90_00, weight: id * 10_000 }));
    const [row] = standings("angler", { rules: withSeason({ keep: { best: 1 } }), season: season(results) });
    assert.deepEqual(
      row?.results.map(({ counted, dropped }) => [counted, dropped]),
      [
        [false, true],
        [false, true],
        [true, false],
      ],
    );
    assert.deepEqual([row?.countedWeight, row?.totalWeight], [30_000, 60_000]);
  });

  test("events that do not count for points are not in the table", () => {
    const facts = season([...seasonOf(1, [100, 90]), result(9, 1, { points: 100_00 })], { held: 2 });
    assert.equal(standings("angler", { rules: withSeason({}), season: facts })[0]?.points, 190_00);
  });
});

describe("order", () => {
  test("H: equal points, the heavier total first", () => {
    const a = [100, 99, 94].map((points, at) =>
      result(at + 1, 1, { points: points * 100, weight: [102_000, 100_000, 100_000][at]! }),
    );
    const b = [99, 100, 94].map((points, at) =>
      result(at + 1, 2, { points: points * 100, weight: [110_000, 100_000, 100_000][at]! }),
    );
    const rows = standings("angler", { rules: individual, season: season([...a, ...b], { held: 3 }) });
    assert.deepEqual(
      rows.map(({ who, points, totalWeight, place }) => [who, points, totalWeight, place]),
      [
        [[2], 293_00, 310_000, 1],
        [[1], 293_00, 302_000, 2],
      ],
    );
  });

  const tieBreaks: [label: string, order: string, ahead: Partial<RaceResult>, behind: Partial<RaceResult>][] =
    [
      ["wins", "wins", { win: true }, { win: false }],
      ["the biggest bass", "big-bass", { bigBass: 60_000 }, { bigBass: 50_000 }],
      ["the best place", "best-place", { place: 1 }, { place: 2 }],
      ["the weight that counted", "counted-weight", { weight: 2 }, { weight: 1 }],
    ];
  for (const [label, criterion, ahead, behind] of tieBreaks) {
    test(`equal points, ${label} first`, () => {
      const order = ["points", criterion] as NonNullable<RulesDocument["season"]>["order"];
      const rows = standings("angler", {
        rules: withSeason({ order }),
        season: season([result(1, 1, { points: 1, ...behind }), result(1, 2, { points: 1, ...ahead })], {
          held: 1,
        }),
      });
      assert.deepEqual(
        rows.map(({ who, place }) => [who[0], place]),
        [
          [2, 1],
          [1, 2],
        ],
      );
    });
  }

  test("by name, when all else is equal", () => {
    const facts = {
      ...season([result(1, 1), result(1, 2)]),
      names: new Map([
        [1, "Zoe"],
        [2, "Abe"],
      ]),
    };
    const rows = standings("angler", { rules: withSeason({ order: ["points", "name"] }), season: facts });
    assert.deepEqual(
      rows.map(({ who }) => who[0]),
      [2, 1],
    );
  });

  test("still equal is a shared place, and the next place skips", () => {
    const facts = season([result(1, 1, { points: 5 }), result(1, 2, { points: 5 }), result(1, 3)]);
    const rows = standings("angler", { rules: withSeason({}), season: facts });
    assert.deepEqual(
      rows.map(({ who, place, tied }) => [who[0], place, tied]),
      [
        [1, 1, true],
        [2, 1, true],
        [3, 3, false],
      ],
    );
  });

  test("too few events: listed last without a place", () => {
    const facts = season([...seasonOf(1, [100]), ...seasonOf(2, [10, 10])]);
    const rows = standings("angler", { rules: withSeason({ minimumEvents: 2 }), season: facts });
    assert.deepEqual(
      rows.map(({ who, place }) => [who[0], place]),
      [
        [2, 1],
        [1, null],
      ],
    );
  });

  const anyResult = fc.record({
    tournamentId: fc.integer({ min: 1, max: 5 }),
    angler: fc.integer({ min: 1, max: 6 }),
    points: fc.integer({ min: 0, max: 3 }),
    weight: fc.integer({ min: 0, max: 3 }),
    win: fc.boolean(),
  });
  const results = fc.uniqueArray(anyResult, {
    selector: (one) => `${one.tournamentId} ${one.angler}`,
    maxLength: 30,
  });

  test("had after each event what a table of the events until then says", () => {
    const keeps = [{ keep: "all" }, { keep: { best: 2 } }, { keep: { drop: 2 }, neverDropped: ["missed"] }];
    const figures = [
      ["points", ({ points }) => points],
      ["wins", ({ wins }) => wins],
      ["weight", ({ totalWeight }) => totalWeight],
    ] as [CourseFigure, (row: SeasonTotal) => number | null][];
    fc.assert(
      fc.property(
        results,
        fc.constantFrom(...keeps),
        fc.constantFrom(...figures),
        (all, keep, [figure, of]) => {
          const rules = withSeason({ order: ["points"], ...keep } as RulesDocument["season"]);
          const own = all.map(({ angler, ...more }) => result(more.tournamentId, angler, more));
          const held = [1, 2, 3, 4, 5];
          const until = (last: number) => own.filter(({ tournamentId }) => tournamentId <= last);
          let last = 0;
          for (const totals of totalsAfterEach("angler", { rules, season: season(own), held, figure })) {
            last += 1;
            const then = season(until(last), { held: last, planned: 5 });
            const table = standings("angler", { rules, season: then });
            assert.deepEqual(totals, new Map(table.map((row) => [String(row.who[0]), of(row)])));
          }
          assert.equal(last, held.length);
        },
      ),
    );
  });

  test("does not depend on the order results come in", () => {
    const rules = withSeason({ order: ["points", "counted-weight"], keep: { best: 2 } });
    fc.assert(
      fc.property(
        results.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const tableOf = (list: typeof all) =>
            standings("angler", {
              rules,
              season: season(list.map(({ angler, ...more }) => result(more.tournamentId, angler, more))),
            });
          assert.deepEqual(tableOf(shuffled), tableOf(all));
        },
      ),
    );
  });
});

describe("who is listed", () => {
  test("K: results earned as a guest stay a guest's, results earned as a member stay a member's", () => {
    const facts = season([
      result(1, 1, { points: 0, member: false }),
      result(2, 1, { points: 99_00 }),
      result(1, 2, { points: 100_00 }),
    ]);
    const rows = standings("angler", { rules: individual, season: facts });
    assert.deepEqual(
      rows.map(({ who, points, events }) => [who[0], points, events]),
      [
        [2, 100_00, 1],
        [1, 99_00, 1],
      ],
    );
  });

  test("anyone, where the rules say so", () => {
    const facts = season([result(1, 1, { points: 9_00, member: false })]);
    assert.equal(standings("angler", { rules: withSeason({ listed: "anyone" }), season: facts }).length, 1);
  });

  test("crews are the same anglers; another partner is another row", () => {
    const crew = (tournamentId: number, who: number[], win: boolean) =>
      result(tournamentId, 0, { who, win, points: null });
    const facts = season([
      crew(1, [1, 2], true),
      crew(2, [1, 2], false),
      crew(3, [1, 3], true),
      crew(4, [1], false),
    ]);
    const rows = standings("crew", { rules: preset("sabc-team"), season: facts });
    assert.deepEqual(
      rows.map(({ who, wins, events, points }) => [who, wins, events, points]),
      [
        [[1, 2], 1, 2, null],
        [[1, 3], 1, 1, null],
        [[1], 0, 1, null],
      ],
    );
  });
});

describe("what is added after drops", () => {
  const rules = withSeason({
    meetings: { points: 5, cap: 12 },
    attendance: { events: 2, points: 7 },
    carry: { divideBy: 2, perWin: 3 },
  });

  test("meetings up to their cap, attendance, and the season before in whole points, half up", () => {
    const facts = {
      ...season(seasonOf(1, [100, 90])),
      meetings: new Map([[1, 3]]),
      carried: new Map([["1", { points: 101_00, wins: 2 }]]),
    };
    const [row] = standings("angler", { rules, season: facts });
    assert.deepEqual(
      row?.parts.map(({ rule, points }) => [rule, points / 100]),
      [
        ["season.keep", 190],
        ["season.meetings", 12],
        ["season.attendance", 7],
        ["season.carry", 57],
      ],
    );
    assert.equal(row?.points, 266_00);
  });

  test("without attendance or meetings nothing is added", () => {
    const [row] = standings("angler", { rules, season: season(seasonOf(1, [100])) });
    assert.equal(row?.points, 100_00);
  });
});
