import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { listYears } from "#core/standings/years.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { holdTournament } from "../../support/small-club.ts";

const app = await openTestApp();

before(async () => {
  await holdTournament(app, {
    day: "2025-03-23",
    state: "official",
    boats: [
      {
        crew: ["Ann", "Bob"],
        bags: [
          { fish: 5, weight: "12", big: "4.5" },
          { fish: 3, weight: "8" },
        ],
      },
      { crew: ["Cal*"], bags: [{ fish: 0, weight: "0" }] },
      { crew: ["Dee"], kind: "buy-in" },
      { crew: ["Eve"], outcome: "did-not-fish" },
    ],
  });
  await holdTournament(app, {
    day: "2025-06-22",
    state: "official",
    boats: [{ crew: ["Ann"], bags: [{ fish: 5, weight: "10", big: "3" }] }],
  });
  await holdTournament(app, {
    day: "2026-01-25",
    rules: "sabc-team",
    state: "official",
    boats: [
      { crew: ["Ann", "Bob"], bags: [{ fish: 5, weight: "14", big: "5.25" }] },
      { crew: ["Cal", "Dee"], bags: [{ fish: 5, weight: "9" }] },
    ],
  });
  await holdTournament(app, {
    day: "2027-01-24",
    state: "provisional",
    boats: [{ crew: ["Ann"], bags: [{ fish: 5, weight: "30" }] }],
  });
});

describe("the years of a club", () => {
  test("say who came, what they weighed and how often a limit was filled, of what is official", async () => {
    assert.deepEqual(await app.read(visitor, (work) => listYears(work)), [
      {
        year: 2025,
        tournaments: 2,
        boats: 3,
        starts: 4,
        anglers: 3,
        meanStarts: 2,
        zeros: 1,
        limits: 2,
        measure: "weight",
        weight: 300_000,
        meanWeight: 100_000,
        heaviestWin: 120_000,
        bigBass: 45_000,
      },
      {
        year: 2026,
        tournaments: 1,
        boats: 2,
        starts: 4,
        anglers: 4,
        meanStarts: 4,
        zeros: 0,
        limits: 2,
        measure: "weight",
        weight: 230_000,
        meanWeight: 115_000,
        heaviestWin: 140_000,
        bigBass: 52_500,
      },
    ]);
  });

  test("take one query", async () => assert.equal(await countQueriesOf(app, (work) => listYears(work)), 1));
});
