import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { recordRuling } from "#core/results/rulings.service.ts";
import { explainResult } from "#core/results/explain.service.ts";
import { openTestApp } from "../../support/database.ts";
import { type Boat, holdTournament, refused, tester } from "../../support/small-club.ts";

const fish = (weight: string, big: string, count = 3) => ({ fish: count, weight, big });
const zero = { fish: 0, weight: "0" };

/** Worked example A of the club's rules: eleven anglers, two of them level in everything, one bought in, one disqualified. */
const exampleA: Boat[] = [
  { crew: ["Ann", "Bob"], bags: [fish("15.20", "5.10", 5), fish("12.40", "4.00")] },
  { crew: ["Cal*", "Dee"], bags: [fish("11.90", "3.80"), fish("9.75", "3.00")] },
  { crew: ["Eve", "Fay"], bags: [fish("9.75", "3.00"), fish("9.75", "2.50")] },
  { crew: ["Gus", "Hal"], bags: [zero, zero] },
  { crew: ["Ivy*"], bags: [zero] },
  { crew: ["Jim"], kind: "buy-in" },
  { crew: ["Kay"], bags: [fish("14.00", "4.50")], disqualified: ["Kay"] },
];

const app = await openTestApp();
let tournament = 0;

const standing = async () => {
  const { anglers } = await app.read(visitor, (work) => getResults(work, { tournament }));
  return anglers.map(({ angler, place, points, outcome }) => [angler.name, place, points, outcome]);
};

describe("worked example A, from the boats to the page", () => {
  before(async () => {
    tournament = await holdTournament(app, { day: "2025-01-26", boats: exampleA });
  });

  test("until the coin is recorded two share place 4 without points, all others have their final ones", async () => {
    assert.deepEqual(await standing(), [
      ["Ann", 1, 10000, "fished"],
      ["Bob", 2, 9900, "fished"],
      ["Cal", 3, 0, "fished"],
      ["Dee", 4, null, "fished"],
      ["Eve", 4, null, "fished"],
      ["Fay", 6, 9600, "fished"],
      ["Gus", 7, 9400, "fished"],
      ["Hal", 7, 9400, "fished"],
      ["Ivy", 7, 0, "fished"],
      ["Jim", 10, 9200, "buy-in"],
      ["Kay", null, 0, "disqualified"],
    ]);
    const { rulingsNeeded } = await app.read(visitor, (work) => getResults(work, { tournament }));
    assert.deepEqual(rulingsNeeded, [
      {
        words: "Coin between Dee and Eve for place 4",
        anglers: [
          { id: 4, name: "Dee" },
          { id: 5, name: "Eve" },
        ],
        ranking: "angler",
        place: 4,
      },
    ]);
  });

  test("it cannot become official, and says which ruling it waits for", async () => {
    assert.deepEqual(await refused(app.write(tester, (work) => makeOfficial(work, { tournament }))), [
      "conflict",
      "rulings-needed",
      "Tournament of 2025-01-26 waits for a ruling: Coin between Dee and Eve for place 4. Record it with sabc ruling record.",
    ]);
  });

  test("a coin between others than the tied is refused", async () => {
    const ruling = { kind: "coin", tournament, order: ["Dee", "Fay"], decidedBy: "Ann" } as const;
    const [kind, code] = await refused(app.write(tester, (work) => recordRuling(work, ruling)));
    assert.deepEqual([kind, code], ["conflict", "tie-not-found"]);
  });

  test("the coin for Dee gives both their places and points, and can be rehearsed", async () => {
    const coin = { kind: "coin", tournament, order: ["Dee"], decidedBy: "Ann the weighmaster" } as const;
    const told = await app.rehearse(tester, (work) => recordRuling(work, coin));
    assert.deepEqual(
      told.changes.lines.map(({ crew, place, points }) => [crew[0]?.name, place, points]),
      [
        ["Dee", null, { before: null, after: 9800 }],
        ["Eve", { before: 4, after: 5 }, { before: null, after: 9700 }],
      ],
    );
    assert.equal((await standing())[3]?.[2], null);
    const { rulings, rulingsNeeded } = await app.write(tester, (work) => recordRuling(work, coin));
    assert.deepEqual(
      rulings.map(({ words, decidedBy }) => [words, decidedBy]),
      [["The coin for place 4: Dee ahead of Eve", "Ann the weighmaster"]],
    );
    assert.deepEqual(rulingsNeeded, []);
    assert.deepEqual((await standing()).slice(3, 5), [
      ["Dee", 4, 9800, "fished"],
      ["Eve", 5, 9700, "fished"],
    ]);
  });

  test("the coin can be corrected: the earlier one is void", async () => {
    const coin = { kind: "coin", tournament, decidedBy: "Ann" } as const;
    await app.write(tester, (work) => recordRuling(work, { ...coin, order: ["Eve", "Dee"] }));
    assert.deepEqual((await standing()).slice(3, 5), [
      ["Eve", 4, 9800, "fished"],
      ["Dee", 5, 9700, "fished"],
    ]);
    await app.write(tester, (work) => recordRuling(work, { ...coin, order: ["Dee", "Eve"] }));
    const { rulings } = await app.read(visitor, (work) => getResults(work, { tournament }));
    assert.deepEqual(
      rulings.map(({ words }) => words),
      ["The coin for place 4: Dee ahead of Eve"],
    );
  });

  test("every figure is explained in words", async () => {
    const told = await app.read(visitor, (work) => explainResult(work, { tournament, angler: "dee" }));
    assert.deepEqual(told.lines[0]?.words, [
      "3 fish, 9.75 lb, biggest 3.00 lb.",
      "4th of 6 with fish, 9 fished.",
      "The same weight: ahead of Eve by the coin (Ann); ahead of Fay by the biggest fish.",
      "Place 4, behind 2 who earn place points: 98.",
    ]);
    const fay = await app.read(visitor, (work) => explainResult(work, { tournament, angler: "Fay" }));
    assert.equal(fay.lines[0]?.words[2], "The same weight: behind Dee and Eve by the biggest fish.");
  });

  test("grace by ruling gives one less than a zero", async () => {
    const grace = { kind: "grace", tournament, angler: "Kay", decidedBy: "the officers" } as const;
    const { changes } = await app.rehearse(tester, (work) => recordRuling(work, grace));
    assert.deepEqual(
      changes.lines.map(({ crew, points }) => [crew[0]?.name, points]),
      [["Kay", { before: 0, after: 9300 }]],
    );
  });

  test("made official it stays so, and a rebuild changes nothing", async () => {
    const shown = await app.write(tester, (work) => makeOfficial(work, { tournament }));
    assert.equal(shown.tournament.state, "official");
    const rows = await standing();
    const rebuilt = await app.write(tester, (work) => rebuildResults(work));
    assert.deepEqual(rebuilt, { tournaments: 1, results: 18, differed: 0 });
    assert.deepEqual(await standing(), rows);
  });

  test("a ruling on an official tournament needs a reason", async () => {
    const late = {
      kind: "coin",
      tournament,
      order: ["Eve", "Dee"],
      decidedBy: "Ann",
    } as const;
    const [kind, code] = await refused(app.write(tester, (work) => recordRuling(work, late)));
    assert.deepEqual([kind, code], ["invalid", "reason-required"]);
  });
});

test("example N: one of two aboard disqualified, the partner keeps points and place and the boat is the partner's bag", async () => {
  const id = await holdTournament(app, {
    day: "2025-02-23",
    boats: [
      { crew: ["Ann", "Bob"], bags: [fish("10", "4"), fish("8", "3")] },
      { crew: ["Dee", "Eve"], bags: [fish("9", "2"), fish("2", "1")] },
    ],
  });
  const ruling = {
    kind: "disqualification",
    tournament: id,
    angler: "Ann",
    decidedBy: "the weighmaster",
    reason: "Trolling",
  } as const;
  await app.write(tester, (work) => recordRuling(work, ruling));
  const { anglers, boats, rulings } = await app.read(visitor, (work) => getResults(work, { tournament: id }));
  assert.deepEqual(
    anglers.map(({ angler, place, points, reason }) => [angler.name, place, points, reason]),
    [
      ["Dee", 1, 10000, null],
      ["Bob", 2, 9900, null],
      ["Eve", 3, 9800, null],
      ["Ann", null, 0, "Trolling"],
    ],
  );
  assert.deepEqual(
    boats.map(({ crew, place, net, fish: count }) => [
      crew.map(({ angler }) => angler.name),
      place,
      net,
      count,
    ]),
    [
      [["Dee", "Eve"], 1, 110000, 6],
      [["Ann", "Bob"], 2, 80000, 3],
    ],
  );
  assert.deepEqual(
    rulings.map(({ words }) => words),
    ["Ann disqualified"],
  );
});

test("example J: the money of ten anglers goes to places and pot, and the page shows it", async () => {
  const crews = [
    ["Ann", "Bob"],
    ["Cal", "Dee"],
    ["Eve", "Fay"],
    ["Gus", "Hal"],
    ["Ivy", "Jim"],
  ];
  const id = await holdTournament(app, {
    day: "2025-03-23",
    boats: crews.map((crew, at) => ({ crew, bags: [fish(`${20 - at}`, "4"), fish("3", "2")] })),
  });
  const { payouts, pots } = await app.read(visitor, (work) => getResults(work, { tournament: id }));
  assert.deepEqual(
    payouts.map(({ to, words, cents }) => [to.map(({ name }) => name).join(), words, cents]),
    [
      ["Ann,Bob", "1st place", 7000],
      ["Cal,Dee", "2nd place", 5000],
      ["Eve,Fay", "3rd place", 4000],
    ],
  );
  assert.deepEqual(
    pots.map(({ name, added, paid, over }) => [name, added, paid, over]),
    [["Big bass", 4000, 0, 50000]],
  );
});
