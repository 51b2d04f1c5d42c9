import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { retireRamp } from "#core/lakes/edit-ramp.service.ts";
import { editTournamentAndRules } from "#core/results/edit-tournament.service.ts";
import { makeProvisional } from "#core/results/official.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { editTournamentSchema } from "#core/tournaments/tournaments.schemas.ts";
import { getEvent } from "#core/tournaments/find-event.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2027-02-01");
await app.write(tester, (work) => importClubLakes(work));
const boats = [
  { crew: ["Ann"], bags: [{ fish: 5, weight: "10", big: "3" }] },
  { crew: ["Bob"], bags: [{ fish: 3, weight: "9", big: "3" }] },
];
const march = await holdTournament(app, { day: "2027-03-28", boats });
const held = await holdTournament(app, { day: "2027-01-24", boats, state: "official" });

const edit = (tournament: number, said: object) =>
  app.write(tester, (work) =>
    editTournamentAndRules(work, editTournamentSchema.parse({ tournament, ...said })),
  );
const revision = async (id: number) =>
  (await app.read(visitor, (work) => getEvent(work, { reference: id }))).revision;

describe("editing a tournament", () => {
  test("changes what is named, keeps the rest, and calendars learn of it once", async () => {
    const { tournament, changed, figures } = await edit(march, {
      name: "Spring",
      lake: "travis",
      ramp: "mansfield dam",
      firstCast: "6:30",
      weighIn: "15:00",
      description: "Bring a light",
    });
    assert.deepEqual(
      [tournament.name, tournament.lake?.key, tournament.ramp?.name, tournament.firstCast],
      ["Spring", "travis", "Mansfield Dam", "06:30"],
    );
    assert.deepEqual([changed, figures], [true, { lines: [], pots: [], stays: [] }]);
    const again = await edit(march, { lake: "Lake Travis", weighIn: "15:00" });
    assert.deepEqual([again.changed, again.tournament.ramp?.name], [false, "Mansfield Dam"]);
    assert.equal(await revision(march), 1);
  });

  test("another lake takes the ramp away, and none takes the lake away", async () => {
    const moved = await edit(march, { lake: "canyon" });
    assert.deepEqual([moved.tournament.lake?.key, moved.tournament.ramp], ["canyon", null]);
    const gone = await edit(march, { lake: null });
    assert.deepEqual([gone.tournament.lake, gone.tournament.ramp], [null, null]);
  });

  const vain: [string, object, string][] = [
    ["a ramp without a lake", { ramp: "Mansfield Dam" }, "tournament-ramp-has-a-lake"],
    ["a lake nobody knows", { lake: "Loch Ness" }, "lake-not-found"],
    ["hours that end first", { firstCast: "15:30" }, "event-starts-before-it-ends"],
    [
      "a deadline before there are results",
      { protestDeadline: "2027-03-29T18:00:00-05:00" },
      "tournament-not-provisional",
    ],
  ];
  for (const [label, said, code] of vain) {
    test(`${label} is refused`, async () => assert.equal((await refused(edit(march, said)))[1], code));
  }

  test("a retired ramp is refused for what is ahead, and taken for what was fished there", async () => {
    await app.write(tester, (work) => retireRamp(work, { lake: "travis", ramp: "Mansfield Dam" }));
    const water = { lake: "travis", ramp: "Mansfield Dam" };
    assert.equal((await refused(edit(march, water)))[1], "place-retired");
    const { tournament } = await edit(held, { ...water, reason: "was left out" });
    assert.equal(tournament.ramp?.name, "Mansfield Dam");
  });

  test("what it says of the rules makes its results at once", async () => {
    const { figures, changed } = await edit(march, { changes: { fishLimit: 3 } });
    assert.equal(changed, true);
    const { limits } = await app.read(visitor, (work) => getResults(work, { tournament: march }));
    assert.deepEqual([limits, figures.lines], [2, []]);
    const nothing = await edit(march, { changes: {} });
    assert.deepEqual([nothing.changed, nothing.tournament.limit.fish], [true, 5]);
    assert.equal((await edit(march, { changes: {} })).changed, false);
  });

  test("an official one needs a reason, tells the figures that change, and keeps the reason", async () => {
    const changes = { countsForPoints: false };
    assert.equal((await refused(edit(held, { name: "First" })))[1], "reason-required");
    assert.equal((await refused(edit(held, { changes })))[1], "reason-required");
    const { figures } = await edit(held, { changes, reason: "not of the season" });
    assert.deepEqual(
      figures.lines.map(({ crew, points }) => [crew[0]?.name, points?.before !== points?.after]),
      [
        ["Ann", true],
        ["Bob", true],
      ],
    );
    const [record] = await app.read(tester, (work) => listAudit(work, { verb: "editTournament" }));
    assert.deepEqual([record?.subject, record?.reason], ["tournament", "not of the season"]);
  });

  test("a deadline for protests is set while results are provisional", async () => {
    await app.write(tester, (work) => makeProvisional(work, { tournament: march }));
    const { tournament } = await edit(march, { protestDeadline: "2027-03-29T18:00:00-05:00" });
    assert.equal(tournament.protestDeadline, "2027-03-29T23:00:00Z");
    assert.equal((await edit(march, { protestDeadline: null })).tournament.protestDeadline, null);
  });
});
