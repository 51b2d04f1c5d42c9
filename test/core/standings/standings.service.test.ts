import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { Attendance } from "#core/events/attendance.entity.ts";
import { Event } from "#core/events/event.entity.ts";
import { setStatus } from "#core/membership/membership.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { Season } from "#core/seasons/season.entity.ts";
import { getStandings, type StandingsShown } from "#core/standings/standings.service.ts";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { printPoints } from "#core/points.ts";
import { printWeight } from "#core/weight.ts";
import { amend } from "../../support/amend.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";
import { type Boat, holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();

const standingsOf = (season: number, more: { afterEvents?: number; top?: number } = {}) =>
  app.read(visitor, (work) => getStandings(work, { season, ...more }));

/** Alone in a boat with a bag of so many pounds; none is a zero. */
const alone = (name: string, weight: string | null): Boat => ({
  crew: [name],
  bags: [weight === null ? { fish: 0, weight: "0" } : { fish: 3, weight }],
});

const team = (crew: string[], weight: string): Boat => ({ crew, bags: [{ fish: 5, weight }] });

/** `1. Ann + Bob 293 pt 0 w 30.20 lb`, `=2. …` where tied */
function lines({ races }: StandingsShown, race = 0): string[] {
  return races[race]!.rows.map(({ place, tied, crew, points, wins, weight }) =>
    [
      `${tied ? "=" : ""}${place ?? "-"}.`,
      crew.map(({ name }) => name).join(" + "),
      points === null ? "" : `${printPoints(points)} pt`,
      wins === null ? "" : `${wins} w`,
      `${printWeight(weight)} lb`,
    ]
      .filter((word) => word !== "")
      .join(" "),
  );
}

const individual = (season: RulesDocument["season"], more: Partial<RulesDocument> = {}): RulesDocument => ({
  ...presets["sabc-individual"],
  season: { races: ["angler"], order: ["points", "total-weight"], ...season },
  ...more,
});

describe("a season of anglers", () => {
  const others = ["C", "D", "E", "F", "G"].map((name, at) => alone(name, `${9 - at}`));

  test("level on points, the heavier total weight is ahead (example H)", async () => {
    await holdTournament(app, {
      day: "2020-01-26",
      state: "official",
      boats: [alone("A", "15.2"), alone("B", "15")],
    });
    await holdTournament(app, {
      day: "2020-02-23",
      state: "official",
      boats: [alone("A", "15"), alone("B", "16")],
    });
    await holdTournament(app, {
      day: "2020-03-22",
      state: "official",
      boats: [...others, alone("A", null), alone("B", null)],
    });
    const shown = await standingsOf(2020);
    assert.deepEqual(lines(shown).slice(0, 3), [
      "1. B 293 pt 31.00 lb",
      "2. A 293 pt 30.20 lb",
      "3. C 100 pt 9.00 lb",
    ]);
    const { races: _, tournaments, ...head } = shown;
    assert.deepEqual(head, {
      season: 2020,
      rulesName: "South Austin Bass Club, individual format",
      ranked: "angler",
      measure: "weight",
      closed: false,
      asOf: "2020-03-22",
      official: 3,
      planned: 3,
    });
    assert.deepEqual(
      tournaments.map(({ number, firstDay, state }) => [number, firstDay, state]),
      [
        [1, "2020-01-26", "official"],
        [2, "2020-02-23", "official"],
        [3, "2020-03-22", "official"],
      ],
    );
  });

  test("an angler's row tells what each tournament brought", async () => {
    const row = (await standingsOf(2020)).races[0]!.rows[0]!;
    assert.equal(row.key, String(row.crew[0]!.id));
    assert.equal(row.events, 3);
    assert.deepEqual(
      row.counted.map(({ tournament, place, points, weight, win, outcome, dropped }) => [
        tournament.number,
        place,
        points,
        weight,
        win,
        outcome,
        dropped,
      ]),
      [
        [1, 2, 9_900, 150_000, false, "fished", false],
        [2, 1, 10_000, 160_000, true, "fished", false],
        [3, 6, 9_400, 0, false, "fished", false],
      ],
    );
  });

  test("standings after the first events leave out the later ones", async () => {
    assert.deepEqual(lines(await standingsOf(2020, { afterEvents: 1 })), [
      "1. A 100 pt 15.20 lb",
      "2. B 99 pt 15.00 lb",
    ]);
    assert.deepEqual(await refused(standingsOf(2020, { afterEvents: 4 })), [
      "invalid",
      "not-so-many-official",
      "Standings after tournament 4 of 2020 are not to be had: 3 are official so far.",
    ]);
  });

  test("only the first rows where that is asked", async () => {
    assert.deepEqual(lines(await standingsOf(2020, { top: 1 })), ["1. B 293 pt 31.00 lb"]);
  });

  test("two queries, whatever the number of tournaments", async () => {
    const count = await app.read(visitor, (work) => countQueries(() => getStandings(work, { season: 2020 })));
    assert.equal(count, 2);
  });

  test("a year without a season is not found", async () => {
    assert.deepEqual(await refused(standingsOf(1999)), [
      "not-found",
      "season-not-found",
      "There is no season 1999. See sabc season list.",
    ]);
  });
});

test("what is not official, cancelled or does not count for points is in no total", async () => {
  await holdTournament(app, { day: "2019-01-20", state: "official", boats: [alone("A", "10")] });
  await holdTournament(app, {
    day: "2019-02-20",
    state: "official",
    changes: { countsForPoints: false },
    boats: [alone("B", "20")],
  });
  await holdTournament(app, { day: "2019-03-20", state: "provisional", boats: [alone("B", "20")] });
  const cancelled = await holdTournament(app, {
    day: "2019-04-20",
    state: "official",
    boats: [alone("B", "20")],
  });
  await amend(app, {
    tournaments: [cancelled],
    change: async (work) => {
      const event = await work.em.findOneOrFail(Event, { firstDay: "2019-04-20" });
      event.cancel({ on: "2019-04-19", reason: "Storm", at: new Date() });
    },
  });
  const shown = await standingsOf(2019);
  assert.deepEqual(lines(shown), ["1. A 100 pt 10.00 lb"]);
  assert.deepEqual([shown.official, shown.planned, shown.asOf], [1, 2, "2019-01-20"]);
});

test("who joins or leaves during the year keeps what each day was (example K)", async () => {
  await holdTournament(app, {
    day: "2018-05-27",
    state: "official",
    boats: [alone("Mem", "12"), alone("Gil*", "14")],
  });
  await holdTournament(app, {
    day: "2018-06-24",
    state: "official",
    boats: [alone("Mem", "9"), alone("Gil", "10")],
  });
  const before = await standingsOf(2018);
  assert.deepEqual(lines(before), ["1. Mem 199 pt 21.00 lb", "2. Gil 100 pt 10.00 lb"]);
  await app.write(tester, (work) =>
    setStatus(work, { reference: "Mem", status: "former", from: "2018-08-01" }),
  );
  assert.equal((await app.write(tester, (work) => rebuildResults(work))).differed, 0);
  assert.deepEqual(await standingsOf(2018), before);
});

test("the worst result is dropped, and not before the season is so far", async () => {
  const rules = individual({ keep: { drop: 1 } });
  const hold = (day: string, state: "official" | "scheduled", boats: Boat[]) =>
    holdTournament(app, { day, state, rules, boats });
  await hold("2017-01-22", "official", [alone("A", "10"), alone("B", "9"), alone("C", "7.5")]);
  await hold("2017-02-26", "official", [alone("B", "10"), alone("A", "9"), alone("C", "8")]);
  await hold("2017-03-26", "scheduled", []);
  const early = await standingsOf(2017);
  assert.equal(early.races[0]!.keepWords, "All but the worst 1 of the planned events count.");
  assert.deepEqual(lines(early).slice(0, 2), ["=1. A 199 pt 19.00 lb", "=1. B 199 pt 19.00 lb"]);

  await hold("2017-04-23", "official", [alone("C", "10"), alone("A", "7"), alone("B", "6")]);
  await hold("2017-05-28", "official", [alone("C", "10"), alone("B", "6"), alone("A", "5")]);
  const late = await standingsOf(2017);
  // Five planned, one dropped: four count, and all four are in so far.
  assert.ok(late.races[0]!.rows.every(({ counted }) => counted.every(({ dropped }) => !dropped)));

  await amend(app, {
    tournaments: [],
    change: async (work) => {
      const event = await work.em.findOneOrFail(Event, { firstDay: "2017-03-26" });
      event.cancel({ on: "2017-03-25", reason: "Flood", at: new Date() });
    },
  });
  const [c] = (await standingsOf(2017)).races[0]!.rows;
  assert.deepEqual(
    c!.counted.map(({ points, dropped }) => [points, dropped]),
    [
      [9_800, true],
      [9_800, false],
      [10_000, false],
      [10_000, false],
    ],
  );
  assert.equal(c!.points, 29_800);
});

test("names are public ones and break ties by them, then by id", async () => {
  const rules = individual({ order: ["points", "name"] });
  const held = await holdTournament(app, {
    day: "2016-01-24",
    state: "official",
    rules,
    boats: [alone("Zoe", null), alone("Amy", null)],
  });
  await amend(app, {
    tournaments: [held],
    change: async (work) => {
      (await work.em.findOneOrFail(Angler, { name: "Zoe" })).publicName = "A. Zoe";
    },
  });
  assert.deepEqual(lines(await standingsOf(2016)), ["1. A. Zoe 98 pt 0.00 lb", "2. Amy 98 pt 0.00 lb"]);
});

test("meetings attended are added", async () => {
  const rules = individual({ meetings: { points: 2, cap: 3 } });
  const held = await holdTournament(app, {
    day: "2015-01-25",
    state: "official",
    rules,
    boats: [alone("A", "10"), alone("B", "9")],
  });
  await amend(app, {
    tournaments: [held],
    change: async (work) => {
      const season = await work.em.findOneOrFail(Season, { year: 2015 });
      const angler = await work.em.findOneOrFail(Angler, { name: "B" });
      for (const day of ["2015-01-06", "2015-02-03"]) {
        const meeting = work.em.create(Event, { kind: "meeting", name: day, firstDay: day, lastDay: day });
        work.em.create(Attendance, { angler, meeting, season });
      }
    },
  });
  assert.deepEqual(lines(await standingsOf(2015)), ["1. B 102 pt 9.00 lb", "2. A 100 pt 10.00 lb"]);
});

test("a season may start from the one before, and that from the one before it", async () => {
  const rules = individual({ carry: { divideBy: 2, perWin: 1 } });
  for (const year of [2011, 2013]) {
    await holdTournament(app, {
      day: `${year}-01-22`,
      state: "official",
      rules,
      boats: [alone("A", "10"), alone("B", "9")],
    });
  }
  assert.deepEqual(lines(await standingsOf(2013)), ["1. A 100 pt 10.00 lb", "2. B 99 pt 9.00 lb"]);
  await holdTournament(app, {
    day: "2012-01-22",
    state: "official",
    rules,
    boats: [alone("B", "10"), alone("A", "9")],
  });
  // 2011: 100 and 99; 2012: 99 + 50 + 1 and 100 + 50; 2013: 100 + 75 and 99 + 75 + 1.
  assert.deepEqual(lines(await standingsOf(2012)), ["1. B 150 pt 10.00 lb", "2. A 150 pt 9.00 lb"]);
  assert.deepEqual(lines(await standingsOf(2013)), ["1. A 175 pt 10.00 lb", "2. B 175 pt 9.00 lb"]);
  const count = await app.read(visitor, (work) => countQueries(() => getStandings(work, { season: 2013 })));
  assert.equal(count, 2);
});

describe("a season of crews", () => {
  test("most wins by the same anglers in any order, a stand-in counted as the one stood in for", async () => {
    const hold = (day: string, boats: Boat[]) =>
      holdTournament(app, { day, state: "official", rules: "sabc-team", boats });
    await hold("2026-01-25", [
      team(["Ann", "Bob"], "15"),
      team(["Cal", "Dee"], "14.5"),
      team(["Eve*", "Fay*"], "4"),
      team(["Gus"], "3"),
    ]);
    await hold("2026-02-22", [
      team(["Bob", "Ann"], "12"),
      team(["Dee", "Cal"], "11"),
      team(["Gus", "Ann2*"], "2"),
    ]);
    const third = await hold("2026-03-22", [team(["Cal", "Eve*"], "20"), team(["Ann", "Bob"], "1")]);
    await amend(app, {
      tournaments: [third],
      change: async (work) => {
        const [eve, dee] = await Promise.all(
          ["Eve", "Dee"].map((name) => work.em.findOneOrFail(Angler, { name })),
        );
        const aboard = await work.em.findOneOrFail(Crew, { tournament: third, angler: eve! });
        aboard.standsInFor = dee!;
      },
    });
    const shown = await standingsOf(2026);
    assert.deepEqual(lines(shown), [
      "1. Ann + Bob 2 w 28.00 lb",
      "2. Cal + Dee 1 w 45.50 lb",
      "3. Gus 0 w 3.00 lb",
      "4. Gus + Ann2 0 w 2.00 lb",
    ]);
    const { title, decidedBy, orderWords, keepWords, race, rows } = shown.races[0]!;
    assert.deepEqual(
      { title, decidedBy, orderWords, keepWords, race },
      {
        race: "crew",
        title: "Most wins",
        decidedBy: "wins",
        orderWords: "Wins, then total weight.",
        keepWords: "All events count.",
      },
    );
    assert.deepEqual(
      rows.map(({ key, crew }) => key === crew.map(({ id }) => id).join("-")),
      [true, true, true, true],
    );
  });

  test("everyone aboard may have a row of their own beside the crew's", async () => {
    const rules: RulesDocument = {
      ...presets["sabc-team"],
      points: { place: { first: 50, step: 5 } },
      season: { races: ["crew", "angler"], order: ["points"] },
    };
    await holdTournament(app, {
      day: "2014-01-26",
      state: "official",
      rules,
      boats: [team(["Ann", "Bob*"], "15"), team(["Cal", "Dee"], "14.5")],
    });
    const shown = await standingsOf(2014);
    assert.deepEqual(
      shown.races.map(({ title }) => title),
      ["Most wins", "Angler of the Year"],
    );
    assert.deepEqual(lines(shown, 0), ["1. Ann + Bob 50 pt 15.00 lb", "2. Cal + Dee 45 pt 14.50 lb"]);
    assert.deepEqual(lines(shown, 1), [
      "1. Ann 50 pt 15.00 lb",
      "=2. Cal 45 pt 14.50 lb",
      "=2. Dee 45 pt 14.50 lb",
    ]);
  });
});
