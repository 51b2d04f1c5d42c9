import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { Lake } from "#core/lakes/lake.entity.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { type CatchShown, getRecords, type Tally } from "#core/standings/records.service.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { Entry } from "#core/tournaments/entry.entity.ts";
import { Tournament } from "#core/tournaments/tournament.entity.ts";
import { parseWeight, printWeight } from "#core/weight.ts";
import { amend } from "../../support/amend.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";
import { type Boat, holdTournament, type TournamentGiven } from "../../support/small-club.ts";

const app = await openTestApp();

const records = (top?: number) => app.read(visitor, (work) => getRecords(work, { top }));

const alone = (name: string, weight: string, big?: string, fish = 3): Boat => ({
  crew: [name],
  bags: [{ fish, weight, ...(big !== undefined && { big }) }],
});

const team = (crew: string[], weight: string, big: string): Boat => ({
  crew,
  bags: [{ fish: 5, weight, big }],
});

/** Holds it on a lake. */
async function hold(
  day: string,
  { lake, ...given }: Partial<TournamentGiven> & { boats: Boat[]; lake?: string },
): Promise<number> {
  const id = await holdTournament(app, { day, state: "official", ...given });
  if (lake === undefined) return id;
  await amend(app, {
    tournaments: [id],
    change: async (work) => {
      const key = lake.toLowerCase();
      const found = await work.em.findOne(Lake, { key });
      const tournament = await work.em.findOneOrFail(Tournament, id);
      tournament.holdOn({ lake: found ?? work.em.create(Lake, { key, name: lake }), ramp: null });
    },
  });
  return id;
}

/** `=1. Ann + Bob 5.01 (2025-01-26)` */
const lines = (catches: CatchShown[]): string[] =>
  catches.map(
    ({ place, tied, weight, crew, caughtBy, tournament }) =>
      `${tied ? "=" : ""}${place}. ${crew.map(({ name }) => name).join(" + ")} ${printWeight(weight)} (${tournament.firstDay})${caughtBy ? ` by ${caughtBy.name}` : ""}`,
  );

const tallies = (rows: Tally[]): string[] =>
  rows.map(({ place, tied, angler, count }) => `${tied ? "=" : ""}${place}. ${angler.name} ${count}`);

test("an empty club has an empty book", async () => {
  assert.deepEqual(await records(), {
    measure: "weight",
    tournaments: 0,
    leftOut: 0,
    bigBass: [],
    heaviestBags: [],
    mostWins: [],
    mostLimits: [],
    mostEvents: [],
    lakes: [],
    months: [],
  });
});

test("a club that only ever measured fish has a book of lengths, until it weighs some", async () => {
  await hold("2023-05-28", {
    rules: { ...presets["sabc-individual"], measure: "length" },
    boats: [alone("Ann", "90", "25")],
  });
  const book = await records();
  assert.deepEqual([book.measure, book.tournaments, book.leftOut], ["length", 1, 0]);
  assert.deepEqual(lines(book.bigBass), ["1. Ann 25.00 (2023-05-28)"]);
  assert.deepEqual(lines(book.heaviestBags), ["1. Ann 90.00 (2023-05-28)"]);
  assert.deepEqual(tallies(book.mostWins), ["1. Ann 1"]);
});

describe("the club's book", () => {
  test("of every official tournament, guests' catches too", async () => {
    await hold("2024-01-28", {
      lake: "Travis",
      boats: [
        {
          crew: ["Ann", "Bob"],
          bags: [
            { fish: 5, weight: "15", big: "6" },
            { fish: 4, weight: "11", big: "5.5" },
          ],
        },
        alone("Gil*", "18", "7.25", 5),
        alone("Dan", "30", "12"),
      ].map((boat) => (boat.crew[0] === "Dan" ? { ...boat, outcome: "disqualified" as const } : boat)),
    });
    await hold("2024-02-25", {
      lake: "Canyon",
      boats: [alone("Ann", "9", "6"), alone("Bob", "0", undefined, 0)],
    });
    await hold("2024-03-24", { lake: "Canyon", state: "provisional", boats: [alone("Ann", "40", "14")] });
    const book = await records();
    assert.equal(book.tournaments, 2);
    assert.deepEqual(lines(book.bigBass), [
      "1. Gil 7.25 (2024-01-28)",
      "=2. Ann 6.00 (2024-01-28)",
      "=2. Ann 6.00 (2024-02-25)",
      "4. Bob 5.50 (2024-01-28)",
    ]);
    assert.deepEqual(lines(book.heaviestBags), [
      "1. Gil 18.00 (2024-01-28)",
      "2. Ann 15.00 (2024-01-28)",
      "3. Bob 11.00 (2024-01-28)",
      "4. Ann 9.00 (2024-02-25)",
    ]);
    assert.deepEqual(tallies(book.mostWins), ["=1. Ann 1", "=1. Gil 1"]);
    assert.deepEqual(tallies(book.mostLimits), ["=1. Ann 1", "=1. Gil 1"]);
    assert.deepEqual(tallies(book.mostEvents), ["=1. Ann 2", "=1. Bob 2", "3. Gil 1"]);
  });

  test("by lake and by month, with those that are equal", async () => {
    await hold("2025-02-23", { lake: "Canyon", boats: [alone("Cal", "9", "3")] });
    const { lakes, months } = await records();
    const best = (one: (typeof lakes)[number] | (typeof months)[number]) => [
      one.tournaments,
      lines(one.bigBass),
      lines(one.heaviestBag),
    ];
    assert.deepEqual(
      lakes.map((one) => [one.lake.name, ...best(one)]),
      [
        [
          "Canyon",
          2,
          ["1. Ann 6.00 (2024-02-25)"],
          ["=1. Ann 9.00 (2024-02-25)", "=1. Cal 9.00 (2025-02-23)"],
        ],
        ["Travis", 1, ["1. Gil 7.25 (2024-01-28)"], ["1. Gil 18.00 (2024-01-28)"]],
      ],
    );
    assert.deepEqual(
      months.map((one) => [one.month, ...best(one)]),
      [
        [1, 1, ["1. Gil 7.25 (2024-01-28)"], ["1. Gil 18.00 (2024-01-28)"]],
        [2, 2, ["1. Ann 6.00 (2024-02-25)"], ["=1. Ann 9.00 (2024-02-25)", "=1. Cal 9.00 (2025-02-23)"]],
      ],
    );
  });

  test("a boat's bag is its crew's, and the bass its catcher's where that is recorded", async () => {
    const id = await hold("2026-04-26", {
      rules: "sabc-team",
      boats: [team(["Ann", "Bob"], "16", "8"), team(["Cal", "Gil*"], "12", "7.5")],
    });
    await amend(app, {
      tournaments: [id],
      change: async (work) => {
        const bag = await work.em.findOneOrFail(Bag, { bigBass: parseWeight("8") });
        bag.caughtBy = await work.em.findOneOrFail(Angler, { name: "Bob" });
      },
    });
    const book = await records(2);
    assert.deepEqual(lines(book.bigBass), [
      "1. Ann + Bob 8.00 (2026-04-26) by Bob",
      "2. Gil + Cal 7.50 (2026-04-26)",
    ]);
    assert.deepEqual(lines(book.heaviestBags), [
      "1. Gil 18.00 (2024-01-28)",
      "2. Ann + Bob 16.00 (2026-04-26)",
    ]);
    assert.deepEqual(tallies(book.mostWins), ["1. Ann 2", "=2. Bob 1", "=2. Cal 1", "=2. Gil 1"]);
  });

  test("a paper tournament has bass and no bags, inches are no pounds", async () => {
    await hold("2025-05-25", { changes: { paper: true }, boats: [alone("Bob", "50", "9")] });
    const book = await records(1);
    assert.deepEqual(lines(book.bigBass), ["1. Bob 9.00 (2025-05-25)"]);
    assert.deepEqual(lines(book.heaviestBags), ["1. Gil 18.00 (2024-01-28)"]);
    assert.equal(book.months.find(({ month }) => month === 5)!.tournaments, 1);
    assert.deepEqual([book.measure, book.leftOut], ["weight", 1]);
  });

  test("of several days each day's bag counts alone; one query more", async () => {
    const before = await app.read(visitor, (work) => countQueries(() => getRecords(work)));
    const id = await hold("2025-06-21", { boats: [alone("Cal", "17", "4", 5)] });
    await amend(app, {
      tournaments: [id],
      change: async (work) => {
        const tournament = await work.em.findOneOrFail(Tournament, id, { populate: ["event"] });
        tournament.event.move({ firstDay: "2025-06-21", lastDay: "2025-06-22", at: new Date() });
        const entry = await work.em.findOneOrFail(Entry, { tournament: id });
        const angler = await work.em.findOneOrFail(Angler, { name: "Cal" });
        work.em.create(Bag, { entry, angler, day: 2, fish: 5, dead: 1, gross: parseWeight("19.25") });
      },
    });
    const book = await records(3);
    assert.deepEqual(lines(book.heaviestBags), [
      "1. Cal 19.00 (2025-06-21)",
      "2. Gil 18.00 (2024-01-28)",
      "3. Cal 17.00 (2025-06-21)",
    ]);
    assert.deepEqual(lines(book.months.find(({ month }) => month === 6)!.bigBass), [
      "1. Cal 4.00 (2025-06-21)",
    ]);
    const after = await app.read(visitor, (work) => countQueries(() => getRecords(work)));
    assert.deepEqual([before, after], [2, 3]);
  });
});
