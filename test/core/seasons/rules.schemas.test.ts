import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { eventChangesSchema } from "#core/seasons/event-changes.schemas.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { checkRules, rulesJsonSchema, type RulesDocument, writeRules } from "#core/seasons/rules.schemas.ts";
import { ruleWarnings } from "#core/seasons/warnings.rules.ts";
import { preset, rulesOf } from "../../support/facts.ts";

const least: RulesDocument = {
  version: 1,
  name: "A club",
  ranked: "angler",
  limit: { fish: 5, per: "angler" },
};
const money = {
  fee: 25,
  per: "angler",
  places: { share: 20, to: "boat", split: [50, 30, 20] },
  keeps: { club: 5 },
};

describe("the least document", () => {
  test("is stored with every default written out", () => {
    assert.deepEqual(writeRules(rulesOf({ ...least, points: {} })), {
      ...least,
      measure: "weight",
      limit: { fish: 5, per: "angler", minimumLength: null },
      crew: 2,
      guests: { rank: "score", eventsPerYear: null, boatOfGuests: true },
      paperChart: null,
      penalties: {
        deadFish: 0,
        shortFish: "not-weighed",
        lateMinute: 0,
        lateVoidFrom: null,
        lateReducesBigBass: false,
        overLimit: "refused",
        deadBigBass: true,
        belowZero: false,
      },
      ties: { by: [], then: "ruling" },
      points: {
        place: null,
        noFish: "by-place",
        buyIn: null,
        didNotFish: 0,
        disqualified: 0,
        grace: null,
        bonus: {
          bigBass: null,
          limit: 0,
          win: 0,
          dayLead: 0,
          perFish: 0,
          perPound: null,
          perEntry: 0,
          perBeaten: 0,
          participation: 0,
          feePaid: 0,
        },
        official: "computed",
      },
      season: {
        races: [],
        order: ["points"],
        keep: "all",
        neverDropped: [],
        listed: "member",
        minimumEvents: 0,
        meetings: null,
        attendance: null,
        carry: null,
      },
      money: null,
      awards: [],
      club: { dues: null, schedule: null, polls: { decision: "plurality", tie: "coin", bylawNoticeDays: 7 } },
    });
  });

  test("an event that changes nothing", () => {
    assert.deepEqual(eventChangesSchema.parse({}), {
      fishLimit: null,
      money: null,
      purse: null,
      paper: false,
      countsForPoints: true,
      group: null,
    });
  });
});

describe("decimals become integers", () => {
  test("pounds, dollars, points and inches", () => {
    const rules = rulesOf({
      ...least,
      limit: { fish: 5, per: "angler", minimumLength: 14.5 },
      paperChart: [[12, 0.0625]],
      penalties: { deadFish: 0.25 },
      points: { place: { first: 100, step: 0.5 }, noFish: { from: "last-with-fish", add: -2 } },
      money: { ...money, fee: 25.5, per: "angler", places: { ...money.places, share: 20.5, to: "boat" } },
    });
    assert.deepEqual(
      [
        rules.limit.minimumLength,
        rules.paperChart,
        rules.penalties.deadFish,
        rules.points?.place?.step,
        rules.points?.noFish,
        rules.money?.fee,
      ],
      [145_000, [[120_000, 625]], 2_500, 50, { from: "last-with-fish", add: -200, ifNone: null }, 2_550],
    );
  });

  test("the default of money's rounding is a cent, not a dollar", () => {
    assert.equal(rulesOf({ ...least, money } as RulesDocument).money?.places?.roundTo, 1);
  });
});

describe("what is refused says where and why", () => {
  const table: [label: string, change: object, column: string, reason: RegExp][] = [
    ["an unknown key", { fees: 25 }, "fees", /not part of the rules/],
    [
      "an unknown key inside",
      { points: { place: { first: 100, stp: 1 } } },
      "points.place.stp",
      /not part of the rules/,
    ],
    ["another version", { version: 2 }, "version", /must be 1/],
    ["no limit", { limit: undefined }, "limit", /block of fields/],
    ["half a fish", { limit: { fish: 2.5, per: "angler" } }, "limit.fish", /whole number/],
    [
      "an angler's ranking of the boat's bags",
      { limit: { fish: 5, per: "boat" } },
      "limit.per",
      /must be "angler"/,
    ],
    ["a crew of three", { crew: 3 }, "crew", /1 or 2/],
    ["too many decimals", { penalties: { deadFish: 0.00001 } }, "penalties.deadFish", /at most 4 decimals/],
    ["a penalty below zero", { penalties: { deadFish: -1 } }, "penalties.deadFish", /not below zero/],
    ["an unknown word", { ties: { by: ["coin"] } }, "ties.by[0]", /"most-fish" or "big-bass"/],
    [
      "no fish from no fish",
      { points: { noFish: { from: "no-fish", add: -1 } } },
      "points.noFish",
      /"last-place"/,
    ],
    [
      "a union says what it takes",
      { points: { place: { first: "roster" } } },
      "points.place.first",
      /"field"/,
    ],
    [
      "a worse place worth more",
      { points: { place: { first: [10, 20] } } },
      "points.place.first",
      /worse place/,
    ],
    ["a fee that is not its shares", { money: { ...money, fee: 26 } }, "money.fee", /26\.00.*25\.00/],
    [
      "two pots of one name",
      { money: { ...money, pots: [{ name: "A" }, { name: "A" }] } },
      "money.pots[1].name",
      /already/,
    ],
    [
      "an optional pot with a share",
      { money: { ...money, fee: 30, pots: [{ name: "A", share: 5, optional: { fee: 5 } }] } },
      "money.pots[0].share",
      /must be 0/,
    ],
    [
      "rounding to nothing",
      { money: { ...money, places: { ...money.places, roundTo: 0 } } },
      "money.places.roundTo",
      /above zero/,
    ],
    [
      "a split that starts late",
      { money: { ...money, places: { ...money.places, split: [{ from: 5, split: [1] }] } } },
      "money.places.split",
      /start from 1/,
    ],
    ["a race about points without points", { season: { races: ["angler"] } }, "season.order", /no points/],
    [
      "crews where anglers are ranked",
      { season: { races: ["crew"], order: ["wins"] } },
      "season.races",
      /boats/,
    ],
    ["an award without a race", { awards: [{ title: "AOY", by: "standing" }] }, "awards", /no race/],
    ["an unknown award", { awards: [{ title: "X", by: "luck" }] }, "awards[0].by", /"ruling"/],
    [
      "a chart out of order",
      {
        paperChart: [
          [14, 2],
          [13, 1],
        ],
      },
      "paperChart",
      /shorter to longer/,
    ],
    [
      "a fifth Sunday",
      { club: { schedule: { weekday: "sunday", week: 5 } } },
      "club.schedule.week",
      /"last"/,
    ],
    ["a thirteenth month", { club: { dues: { amount: 25, month: 13 } } }, "club.dues.month", /1 to 12/],
    ["a blank name", { name: "  " }, "name", /empty/],
  ];
  for (const [label, change, column, reason] of table) {
    test(label, () => {
      const read = checkRules({ ...least, ...change });
      assert.ok("problems" in read);
      const found = read.problems.find((problem) => problem.column === column);
      assert.ok(found, `no problem at ${column}: ${JSON.stringify(read.problems)}`);
      assert.match(found.reason, reason);
    });
  }

  for (const junk of [null, [], "rules", 7, undefined]) {
    test(`not a document: ${JSON.stringify(junk)}`, () => assert.ok("problems" in checkRules(junk)));
  }

  test("all problems at once", () => {
    const read = checkRules({ ...least, version: 3, crew: 9, nonsense: 1 });
    assert.equal("problems" in read && read.problems.length, 3);
  });
});

describe("the presets", () => {
  for (const name of Object.keys(presets) as (keyof typeof presets)[]) {
    test(`${name} round-trips and warns of nothing`, () => {
      const rules = preset(name);
      assert.deepEqual(checkRules(writeRules(rules)), { rules });
      assert.deepEqual(ruleWarnings(rules), []);
    });
  }
});

describe("round trips", () => {
  const cents = (most: number) => fc.integer({ min: 0, max: most }).map((count) => count / 100);
  const documents = fc.record({
    version: fc.constant(1 as const),
    name: fc.constant("Any club"),
    ranked: fc.constant("angler" as const),
    limit: fc.record({ fish: fc.integer({ min: 1, max: 12 }), per: fc.constant("angler" as const) }),
    penalties: fc.record({ deadFish: fc.integer({ min: 0, max: 50_000 }).map((count) => count / 10_000) }),
    points: fc.record({
      place: fc.record({ first: cents(30_000), step: cents(1_000), floor: cents(1_000) }),
      noFish: fc.oneof(
        cents(5_000),
        fc.constant("by-place" as const),
        fc.record({
          from: fc.constant("last-place" as const),
          add: fc.integer({ min: -500, max: 500 }).map((count) => count / 100),
        }),
      ),
    }),
    season: fc.record({
      keep: fc.oneof(
        fc.constant("all" as const),
        fc.record({ best: fc.integer({ min: 1, max: 12 }) }),
        fc.record({ drop: fc.integer({ min: 0, max: 5 }) }),
      ),
    }),
  });

  test("any document reads, writes with its defaults, and reads to the same rules", () => {
    fc.assert(
      fc.property(documents, (document) => {
        const rules = rulesOf(document);
        assert.deepEqual(rulesOf(writeRules(rules)), rules);
        assert.deepEqual(writeRules(rulesOf(writeRules(rules))), writeRules(rules));
      }),
    );
  });
});

describe("warnings", () => {
  test("a fixed no-fish value that beats a late place in a large field", () => {
    const rules = rulesOf({ ...least, points: { place: { first: 100, step: 1 }, noFish: 25 } });
    assert.deepEqual(ruleWarnings(rules), [
      "points.noFish is 25: more than a catch earns from place 77 on (24).",
    ]);
  });

  test("a floor above the no-fish value warns of nothing", () => {
    const rules = rulesOf({ ...least, points: { place: { first: 45, step: 1, floor: 6 }, noFish: 5 } });
    assert.deepEqual(ruleWarnings(rules), []);
  });
});

test("editors get a JSON Schema in the decimals people write", () => {
  const schema = rulesJsonSchema() as { properties: Record<string, unknown>; required: string[] };
  assert.deepEqual(schema.required, ["version", "name", "ranked", "limit"]);
  assert.ok(schema.properties["points"]);
});
