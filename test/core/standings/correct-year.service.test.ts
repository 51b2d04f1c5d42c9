import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize } from "#core/actor.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { showPots } from "#core/pots/pots.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { listRulings } from "#core/results/rulings.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { getAwards } from "#core/standings/awards.service.ts";
import { correctYear, deleteBoatOfYear, enterBoatOfYear } from "#core/standings/correct-year.service.ts";
import type { FigureChange } from "#core/standings/correct-year.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { parseWeight } from "#core/weight.ts";
import type { Work } from "#core/work.ts";
import { openTestApp } from "../../support/database.ts";
import { type Boat, holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();

const january: Boat[] = [
  { crew: ["Ann", "Bob"], bags: [{ fish: 5, weight: "15.20", big: "5.40" }] },
  { crew: ["Cy", "Dee"], bags: [{ fish: 5, weight: "14.10", big: "4.00" }] },
  { crew: ["Eve"], bags: [{ fish: 3, weight: "6.00" }] },
];
const february: Boat[] = [
  { crew: ["Ann", "Bob"], bags: [{ fish: 5, weight: "11.00" }] },
  { crew: ["Cy", "Dee"], bags: [{ fish: 5, weight: "16.00", big: "6.00" }] },
];
const held: number[] = [];
for (const [day, boats] of [
  ["2026-01-25", january],
  ["2026-02-22", february],
] as const) {
  const id = await holdTournament(app, { day, rules: "sabc-team", boats: [...boats] });
  await app.write(tester, (work) => makeOfficial(work, { tournament: id }));
  held.push(id);
}
const [first, second] = held as [number, number];

const JAN = "2026-01 Tournament of 2026-01-25";
const FEB = "2026-02 Tournament of 2026-02-22";
const WINS = "Standings 2026: Most wins";

const told = (figures: FigureChange[]) =>
  figures.map(({ where, who, what, before, after }) => [where, who, what, before, after]);

/** Every page of the year. */
const pages = (work: Work) =>
  Promise.all([
    getResults(work, { tournament: first }),
    getResults(work, { tournament: second }),
    getStandings(work, { season: 2026 }),
    getAwards(work, { season: 2026 }),
    showPots(work),
  ]);

const correction = {
  tournament: first,
  angler: "Cy",
  gross: parseWeight("15.50"),
  reason: "read the wrong line",
};

describe("a correction of an official January tournament", () => {
  test("tells every figure of the year that moves, and afterwards exactly these have moved", async () => {
    const before = await app.read(tester, pages);
    const { figures } = await app.rehearse(tester, (work) => correctYear(work, { correction }));
    assert.deepEqual(await app.read(tester, pages), before, "a rehearsal leaves everything as it was");
    assert.deepEqual(told(figures), [
      [JAN, "Cy + Dee", "place", "2", "1"],
      [JAN, "Cy + Dee", "gross", 141_000, 155_000],
      [JAN, "Cy + Dee", "net", 141_000, 155_000],
      [JAN, "Cy + Dee", "win", null, "yes"],
      [JAN, "Cy + Dee", "place money", 4200, 6000],
      [JAN, "Ann + Bob", "place", "1", "2"],
      [JAN, "Ann + Bob", "win", "yes", null],
      [JAN, "Ann + Bob", "place money", 6000, 4200],
      [JAN, "", "total net", 353_000, 367_000],
      [WINS, "Cy + Dee", "wins", 1, 2],
      [WINS, "Cy + Dee", "weight", 301_000, 315_000],
      [WINS, "Ann + Bob", "wins", 1, 0],
      ["Awards 2026", "", "Most wins, weight", 301_000, 315_000],
      ["Records: January", "", "heaviest bag", 152_000, 155_000],
      ["Records: January", "", "heaviest bag of", "Ann + Bob", "Cy + Dee"],
      ["Records", "", "most wins", 1, 2],
      ["Records", "", "most wins of", "Ann, Bob, Cy, Dee", "Cy, Dee"],
    ]);
    const done = await app.write(tester, (work) => correctYear(work, { correction, agreed: figures }));
    assert.deepEqual(done.figures, figures);
    const [january, february, standings, awards, pots] = await app.read(tester, pages);
    assert.deepEqual(
      january.boats.map(({ crew, place, net, payout, win }) => [
        crew[0]!.angler.name,
        place,
        net,
        payout,
        win,
      ]),
      [
        ["Cy", 1, 155_000, 6000, true],
        ["Ann", 2, 152_000, 4200, false],
        ["Eve", 3, 60_000, 2400, false],
      ],
    );
    assert.deepEqual(
      standings.races[0]!.rows.map(({ crew, wins, weight }) => [crew[0]!.name, wins, weight]),
      [
        ["Cy", 2, 315_000],
        ["Ann", 0, 262_000],
        ["Eve", 0, 60_000],
      ],
    );
    assert.deepEqual([february, pots], [before[1], before[4]]);
    assert.notDeepEqual(awards, before[3]);
    assert.equal((await app.write(tester, rebuildResults)).differed, 0);
  });

  test("is not saved when other figures would move than were agreed to", async () => {
    const back = { ...correction, gross: parseWeight("15.00") };
    const before = await app.read(tester, pages);
    const verb = app.write(tester, (work) => correctYear(work, { correction: back, agreed: [] }));
    assert.deepEqual((await refused(verb)).slice(0, 2), ["conflict", "changed-meanwhile"]);
    assert.deepEqual(await app.read(tester, pages), before);
  });

  test("needs a reason", async () => {
    const { reason: _, ...without } = correction;
    const verb = app.write(tester, (work) => correctYear(work, { correction: without }));
    assert.deepEqual((await refused(verb)).slice(0, 2), ["invalid", "reason-required"]);
  });

  test("keeps what it accepted as a ruling", async () => {
    const heavy = { ...correction, angler: "Eve", fish: 1, gross: parseWeight("13"), override: "on film" };
    await app.rehearse(tester, async (work) => {
      await correctYear(work, { correction: heavy });
      assert.deepEqual(
        (await listRulings(work, { tournament: first })).map(({ words, reason }) => [words, reason]),
        [["Set aside: Boat 3: 1 fish of 13.00 lb are 13.00 lb each: more than 12 lb.", "on film"]],
      );
    });
  });
});

describe("a boat of an official tournament", () => {
  test("that was left out feeds its pot, and the ones after it", async () => {
    const boat = {
      tournament: first,
      crew: ["Fay"],
      bags: [{ fish: 1, gross: parseWeight("2") }],
      reason: "overlooked",
    };
    await app.write(tester, async (work) => {
      authorize(work, "welcome", { roles: [] });
      await addMembers(work, { members: [{ name: "Fay", status: "member", from: "2020-01-01" }] });
    });
    const { words, figures } = await app.write(tester, (work) => enterBoatOfYear(work, { boat }));
    assert.equal(words, "Boat 4: Fay alone, 1 fish, 2.00 lb");
    const pots = told(figures).filter(
      ([where, , what]) => where === "Pots" || String(what).startsWith("pot"),
    );
    assert.deepEqual(pots, [
      [JAN, "Big bass", "pot added", 2400, 3200],
      [JAN, "Big bass", "pot after", 0, 800],
      [FEB, "Big bass", "pot before", 0, 800],
      [FEB, "Big bass", "pot after", 0, 800],
      ["Pots", "Big bass", "balance", 0, 800],
    ]);
  });

  test("that is deleted takes its figures along", async () => {
    const deletion = { tournament: first, boat: 4, reason: "it was another day" };
    const { words, figures } = await app.write(tester, (work) => deleteBoatOfYear(work, { deletion }));
    assert.equal(words, "Boat 4: Fay alone, 1 fish, 2.00 lb");
    assert.deepEqual(
      told(figures).filter(([where, who]) => where === WINS && who === "Fay"),
      [
        [WINS, "Fay", "place", "4", null],
        [WINS, "Fay", "wins", 0, null],
        [WINS, "Fay", "weight", 20_000, null],
        [WINS, "Fay", "events", 1, null],
      ],
    );
    const { reason: _, ...without } = deletion;
    const verb = app.write(tester, (work) => deleteBoatOfYear(work, { deletion: { ...without, boat: 1 } }));
    assert.deepEqual((await refused(verb)).slice(0, 2), ["invalid", "reason-required"]);
  });
});
