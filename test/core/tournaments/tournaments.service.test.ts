import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { Event } from "#core/events/event.entity.ts";
import { importLakes } from "#core/lakes/import.service.ts";
import { closeSeason, createSeason } from "#core/seasons/seasons.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { addTournament, addTournaments } from "#core/tournaments/new-tournaments.service.ts";
import { findNextEvent } from "#core/tournaments/next-event.service.ts";
import { openTournament } from "#core/tournaments/open-tournament.service.ts";
import { findCurrentSeason, listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import {
  getTournament,
  getTournamentNeighbours,
  listTournaments,
} from "#core/tournaments/tournaments.service.ts";
import type { Work } from "#core/work.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
/** A year in which everything is still ahead, whenever this runs. */
const year = 2190;

const numbers = async () => {
  const listed = await app.read(visitor, (work) => listTournaments(work, { season: year }));
  return listed.map(({ number, name }) => [number, name]);
};
const named = (reference: string) => app.read(visitor, (work) => getTournament(work, { reference }));

async function cancel(work: Work, name: string): Promise<void> {
  authorize(work, "cancel", { roles: [] });
  const event = await work.em.findOneOrFail(Event, { name });
  event.cancel({ on: work.today, reason: "Lake closed", at: work.now.toJSDate() });
  await work.em.flush();
}

describe("planning and naming tournaments", () => {
  before(async () => {
    await app.write(tester, async (work) => {
      await createSeason(work, { year, rules: presets["sabc-team"] });
      await importLakes(work, {
        lakes: [
          {
            key: "canyon",
            name: "Canyon",
            latitude: 29.9,
            longitude: -98.2,
            ramps: [{ name: "Potter's Creek" }],
          },
        ],
      });
      await addTournaments(work, {
        year,
        tournaments: [
          { name: "March", firstDay: "2190-03-28" },
          {
            name: "January",
            firstDay: "2190-01-24",
            lake: "Canyon",
            ramp: "potter's creek",
            firstCast: "06:30",
            weighIn: "15:00",
          },
        ],
      });
    });
  });

  test("numbers follow the days", async () => {
    assert.deepEqual(await numbers(), [
      [1, "January"],
      [2, "March"],
    ]);
  });

  test("one in between pushes the later ones on", async () => {
    const february = { year, name: "February", firstDay: "2190-02-28", changes: { fishLimit: 3 } };
    const added = await app.write(tester, (work) => addTournament(work, february));
    assert.equal(added.number, 2);
    assert.deepEqual(await numbers(), [
      [1, "January"],
      [2, "February"],
      [3, "March"],
    ]);
  });

  test("a tournament is shown with what is fished for: the season's rules, or its own", async () => {
    const { description: _, ...january } = await named("2190-01-24");
    assert.deepEqual(january, {
      id: january.id,
      season: year,
      number: 1,
      name: "January",
      firstDay: "2190-01-24",
      lastDay: "2190-01-24",
      state: "scheduled",
      lake: { id: 1, key: "canyon", name: "Canyon" },
      ramp: { id: 1, name: "Potter's Creek", latitude: null, longitude: null },
      firstCast: "06:30",
      weighIn: "15:00",
      protestDeadline: null,
      cancelled: null,
      fee: { cents: 5000, per: "boat" },
      limit: { fish: 5, per: "boat" },
      ranked: "boat",
      measure: "weight",
      paper: false,
      countsForPoints: true,
    });
    assert.deepEqual((await named("2190-02")).limit, { fish: 3, per: "boat" });
  });

  for (const [reference, name] of [
    ["2190-03", "March"],
    ["2190-3", "March"],
    ["2190-01-canyon", "January"],
    ["2190-03-28", "March"],
    ["next", "January"],
    [" NEXT ", "January"],
  ] as const) {
    test(`"${reference}" is ${name}`, async () => {
      assert.equal((await named(reference)).name, name);
    });
  }

  for (const [reference, kind, code] of [
    ["2190-09", "not-found", "tournament-not-found"],
    ["2190-03-27", "not-found", "tournament-not-found"],
    ["last", "not-found", "tournament-not-found"],
    ["999", "not-found", "tournament-not-found"],
    ["march", "invalid", "tournament-reference-not-understood"],
    ["2190-03-28-1", "invalid", "tournament-reference-not-understood"],
  ] as const) {
    test(`"${reference}" is refused as ${kind}`, async () => {
      assert.deepEqual((await refused(named(reference))).slice(0, 2), [kind, code]);
    });
  }

  test("neighbours are the ones before and after on the calendar", async () => {
    const { id } = await named("2190-02");
    const { previous, next } = await app.read(visitor, (work) => getTournamentNeighbours(work, { id }));
    assert.deepEqual([previous?.name, next?.name], ["January", "March"]);
    const first = await named("2190-01");
    const ends = await app.read(visitor, (work) => getTournamentNeighbours(work, { id: first.id }));
    assert.deepEqual([ends.previous, ends.next?.name], [null, "February"]);
  });

  test("the next event is the first that is not cancelled", async () => {
    assert.equal((await app.read(visitor, (work) => findNextEvent(work, {})))?.tournament?.name, "January");
    await app.write(tester, (work) => cancel(work, "January"));
    const next = await app.read(visitor, (work) => findNextEvent(work, {}));
    assert.deepEqual(
      [next?.name, next?.kind, (next?.daysAway ?? 0) > 1000],
      ["February", "tournament", true],
    );
    assert.equal(await app.read(visitor, (work) => findNextEvent(work, { kinds: ["meeting"] })), null);
    assert.equal((await named("next")).name, "February");
    const cancelled = await named("2190-01");
    assert.deepEqual([cancelled.state, cancelled.cancelled?.reason], ["cancelled", "Lake closed"]);
  });

  test("opening starts the weighing; a cancelled one stays shut", async () => {
    const opened = await app.write(tester, (work) => openTournament(work, { tournament: "2190-02" }));
    assert.equal(opened.state, "weighing");
    const [kind, code] = await refused(
      app.write(tester, (work) => openTournament(work, { tournament: "2190-01" })),
    );
    assert.deepEqual([kind, code], ["conflict", "tournament-cancelled"]);
  });

  test("scales do not open in a closed season", async () => {
    const opened = app.rehearse(tester, async (work) => {
      await closeSeason(work, { year: 2190 });
      await openTournament(work, { tournament: "2190-02" });
    });
    assert.deepEqual((await refused(opened)).slice(0, 2), ["conflict", "season-closed"]);
  });

  test("seasons tell how far they are, and which one is meant", async () => {
    await app.write(tester, (work) => createSeason(work, { year: 2020, rules: presets["sabc-individual"] }));
    const seasons = await app.read(visitor, (work) => listSeasons(work));
    assert.deepEqual(
      seasons.map(({ year, ranked, tournaments, official, cancelled, current }) => [
        year,
        ranked,
        tournaments,
        official,
        cancelled,
        current,
      ]),
      [
        [2190, "boat", 3, 0, 1, false],
        [2020, "angler", 0, 0, 0, true],
      ],
    );
    assert.equal(await app.read(visitor, (work) => findCurrentSeason(work)), 2020);
  });

  test("each of these is one query", async () => {
    const queries = [
      await countQueriesOf(app, (work) => listSeasons(work)),
      await countQueriesOf(app, (work) => listTournaments(work, { season: year })),
      await countQueriesOf(app, (work) => findNextEvent(work, {})),
      await countQueriesOf(app, (work) => getTournament(work, { reference: "2190-02" })),
    ];
    assert.deepEqual(queries, [1, 1, 1, 1]);
  });

  test("an hour that the clock change skips is refused, with the hours beside it", async () => {
    const lost = { year, name: "Lost", firstDay: "2190-03-14", firstCast: "02:30" };
    const [kind, code, sentence] = await refused(app.write(tester, (work) => addTournament(work, lost)));
    assert.deepEqual([kind, code], ["invalid", "time-skipped"]);
    assert.match(sentence, /Use 01:30 or 03:30/);
  });

  test("a year without a season is refused with the way out", async () => {
    const [kind, code] = await refused(
      app.write(tester, (work) => addTournament(work, { year: 2031, name: "May", firstDay: "2031-05-25" })),
    );
    assert.deepEqual([kind, code], ["not-found", "season-not-found"]);
    assert.equal(
      (await refused(app.read(visitor, (work) => listTournaments(work, { season: 2031 }))))[0],
      "not-found",
    );
  });
});
