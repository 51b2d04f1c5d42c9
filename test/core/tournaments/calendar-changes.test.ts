import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, visitor } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { addEvent } from "#core/events/events.service.ts";
import type { MoveEvent } from "#core/events/events.schemas.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { enterBoat } from "#core/results/enter-boat.service.ts";
import { deleteBoat } from "#core/results/delete-boat.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { createSeason, closeSeason } from "#core/seasons/seasons.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { cancelEvent, cancelTournament } from "#core/tournaments/cancel.service.ts";
import { editEvent } from "#core/tournaments/edit-event.service.ts";
import { getEvent } from "#core/tournaments/find-event.service.ts";
import { moveEvent } from "#core/tournaments/move.service.ts";
import { addTournaments } from "#core/tournaments/new-tournaments.service.ts";
import { openTournament } from "#core/tournaments/open-tournament.service.ts";
import { restoreEvent, restoreTournament } from "#core/tournaments/restore.service.ts";
import { listTournaments } from "#core/tournaments/tournaments.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2027-02-01");

const plan = ["2027-01-24", "2027-02-28", "2027-03-28", "2027-04-25", "2027-05-23"];
const names = ["January", "February", "March", "April", "May"];
await app.write(tester, async (work) => {
  await addMembers(work, {
    members: [
      { name: "Ann Ace", status: "member", from: "2025-01-01" },
      { name: "Bob Bay", status: "member", from: "2025-01-01" },
      { name: "Cal Cove", status: "guest", from: "2026-01-01" },
      { name: "Dee Dock", status: "former", from: "2026-01-01" },
      { name: "Eve Eddy", status: "member", from: "2027-06-01" },
    ],
  });
  await createSeason(work, { year: 2027, rules: presets["sabc-team"] });
  await createSeason(work, { year: 2028, rules: presets["sabc-team"] });
  const tournaments = plan.map((firstDay, at) => ({ name: names[at]!, firstDay }));
  await addTournaments(work, { year: 2027, tournaments });
  await addEvent(work, {
    kind: "meeting",
    name: "March meeting",
    firstDay: "2027-03-09",
    startsAt: "18:30",
    endsAt: "20:00",
  });
  await addEvent(work, { kind: "other", name: "Fish fry", firstDay: "2027-03-27", lastDay: "2027-03-28" });
  await addEvent(work, { kind: "meeting", name: "Old meeting", firstDay: "2027-01-12" });
  await addEvent(work, { kind: "meeting", name: "old meeting", firstDay: "2027-06-09" });
});

const event = (reference: string | number) => app.read(visitor, (work) => getEvent(work, { reference }));
const move = (input: MoveEvent, as: Actor = tester) => app.write(as, (work) => moveEvent(work, input));
const cancel = (reference: string | number, reason = "storm") =>
  app.write(tester, (work) => cancelEvent(work, { event: reference, reason }));
/** Who is told what, newest occasion last. */
const told = () =>
  app.read(tester, async (work) => {
    const rows = await work.em.find(Notice, {}, { orderBy: { id: "asc" }, populate: ["recipient"] });
    return rows.map(({ purpose, occasion, recipient }) => [purpose, occasion, recipient.name]);
  });
const numbers = async () => {
  const listed = await app.read(visitor, (work) => listTournaments(work, { season: 2027 }));
  return listed.map(({ number, name, firstDay }) => `${number} ${name} ${firstDay}`);
};

describe("naming an event", () => {
  const found: [string | number, string][] = [
    ["march MEETING", "March meeting"],
    ["2027-03-09", "March meeting"],
    ["2027-03-27", "Fish fry"],
    ["2027-03", "March"],
    ["march", "March"],
    ["next", "February"],
  ];
  for (const [reference, name] of found) {
    test(`${reference} is ${name}`, async () => assert.equal((await event(reference)).name, name));
  }

  test("two on a day are named by their ids", async () => {
    const [kind, code, sentence] = await refused(event("2027-03-28"));
    assert.deepEqual([kind, code], ["conflict", "event-ambiguous"]);
    assert.match(sentence, /by its id: 3 March \(2027-03-28\), 7 Fish fry \(2027-03-27\)\.$/);
  });

  test("what is not there names the nearest", async () => {
    const error = await event("march meting").catch((reason: unknown) => reason);
    assert.deepEqual((error as { details: unknown }).details, {
      candidates: ["March meeting", "March", "old meeting", "Old meeting"],
    });
  });
});

describe("moving an event", () => {
  test("takes it to its new day, and tells the members of today once for each change", async () => {
    const moved = await move({
      event: "March meeting",
      to: "2027-03-16",
      startsAt: "19:00",
      endsAt: null,
      reason: "hall",
    });
    assert.deepEqual(moved, {
      event: {
        id: 6,
        kind: "meeting",
        name: "March meeting",
        firstDay: "2027-03-16",
        lastDay: "2027-03-16",
        startsAt: "19:00",
        endsAt: null,
        description: null,
        cancelled: null,
        revision: 1,
      },
      from: { firstDay: "2027-03-09", lastDay: "2027-03-09" },
      startsAt: "19:00",
      endsAt: null,
      number: null,
      changed: true,
      told: 2,
      clashes: [],
    });
    assert.deepEqual(await told(), [
      ["event-moved", "event 6 revision 1", "Ann Ace"],
      ["event-moved", "event 6 revision 1", "Bob Bay"],
    ]);
  });

  test("where it is already changes nothing, and tells nobody", async () => {
    const again = await move({ event: "March meeting", to: "2027-03-16" });
    assert.deepEqual([again.changed, again.told, again.event.revision], [false, 0, 1]);
    assert.equal((await told()).length, 2);
  });

  test("keeps how long it lasts, and says what else is on its days", async () => {
    const moved = await app.rehearse(tester, (work) =>
      moveEvent(work, { event: "fish fry", to: "2027-05-22" }),
    );
    assert.deepEqual(
      [moved.event.firstDay, moved.event.lastDay, moved.clashes],
      ["2027-05-22", "2027-05-23", ["May"]],
    );
    const easter = await app.rehearse(tester, (work) =>
      moveEvent(work, { event: "2027-02", to: "2027-03-28" }),
    );
    assert.deepEqual([easter.number, easter.clashes], ["2027-02", ["Fish fry", "March", "Easter Sunday"]]);
  });

  test("gives a tournament the number of its day, and calendars the new addresses of the others", async () => {
    const moved = await move({ event: "2027-03", to: "2027-05-02", startsAt: "06:30", endsAt: "15:00" });
    assert.deepEqual([moved.number, moved.startsAt, moved.endsAt], ["2027-04", "06:30", "15:00"]);
    assert.deepEqual(await numbers(), [
      "1 January 2027-01-24",
      "2 February 2027-02-28",
      "3 April 2027-04-25",
      "4 March 2027-05-02",
      "5 May 2027-05-23",
    ]);
    const revisions = await Promise.all(["2027-02", "2027-03", "2027-05"].map(event));
    assert.deepEqual(
      revisions.map(({ revision }) => revision),
      [0, 1, 0],
    );
  });

  test("of what is over, to another day that is over, tells nobody", async () => {
    const before = (await told()).length;
    const moved = await move({ event: "2027-01-12", to: "2027-01-13" });
    assert.deepEqual([moved.changed, moved.told, (await told()).length], [true, 0, before]);
  });

  const vain: [string, MoveEvent, string, RegExp][] = [
    ["into the past", { event: "2027-05", to: "2027-01-31" }, "event-day-over", /is over already/],
    ["into another year", { event: "2027-05", to: "2028-01-23" }, "tournament-stays-in-its-season", /2027/],
    ["onto its twin", { event: 8, to: "2027-06-09" }, "event-exists", /Old meeting/],
    [
      "into the hour that is skipped",
      { event: 6, to: "2027-03-14", startsAt: "02:30" },
      "time-skipped",
      /01:30 or 03:30/,
    ],
    [
      "into the hour that happens twice",
      { event: 6, to: "2027-11-07", startsAt: "01:30" },
      "time-twice",
      /00:30 or 02:30/,
    ],
    [
      "to an end before its start",
      { event: 6, to: "2027-03-17", endsAt: "18:00" },
      "event-starts-before-it-ends",
      /18:00/,
    ],
  ];
  for (const [label, input, code, sentence] of vain) {
    test(`${label} is refused`, async () => {
      const [, found, words] = await refused(move(input));
      assert.equal(found, code);
      assert.match(words, sentence);
    });
  }

  test("is an officer's", async () => {
    assert.equal((await refused(move({ event: 6, to: "2027-03-20" }, visitor)))[1], "role-required");
  });
});

describe("cancelling", () => {
  test("keeps the event, with when and why, and tells everybody; twice is a conflict", async () => {
    const { event: cancelled, told: number } = await cancel("March meeting", "hall taken");
    assert.deepEqual(
      [cancelled.cancelled, cancelled.revision, number],
      [{ on: "2027-02-01", reason: "hall taken" }, 2, 2],
    );
    assert.deepEqual((await told()).slice(-2), [
      ["event-cancelled", "event 6 revision 2", "Ann Ace"],
      ["event-cancelled", "event 6 revision 2", "Bob Bay"],
    ]);
    const [kind, code, sentence] = await refused(cancel("March meeting"));
    assert.deepEqual([kind, code], ["conflict", "event-already-cancelled"]);
    assert.match(sentence, /cancelled on 2027-02-01: hall taken/);
    assert.equal((await refused(move({ event: "March meeting", to: "2027-03-20" })))[1], "event-cancelled");
    const edit = app.write(tester, (work) => editEvent(work, { event: "March meeting", name: "x" }));
    assert.equal((await refused(edit))[1], "event-cancelled");
  });

  test("at once by two officers cancels once", async () => {
    const both = await Promise.allSettled([cancel("Fish fry", "no fish"), cancel("Fish fry", "no oil")]);
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
    assert.equal((await event("Fish fry")).revision, 1);
    const fry = (await told()).filter(([, occasion]) => occasion?.startsWith("event 7"));
    assert.equal(fry.length, 2);
  });

  test("a tournament takes it out of the season's plan, and the standings see it", async () => {
    const planned = async () =>
      (await app.read(visitor, (work) => getStandings(work, { season: 2027 }))).planned;
    assert.equal(await planned(), 5);
    await app.write(tester, (work) => cancelTournament(work, { tournament: "2027-05", reason: "drought" }));
    assert.equal(await planned(), 4);
    assert.equal((await numbers())[4], "5 May 2027-05-23");
    const [record] = await app.read(tester, (work) => listAudit(work, { verb: "cancelTournament" }));
    assert.deepEqual([record?.subject, record?.reason], ["event", "drought"]);
    const restored = await app.rehearse(tester, async (work) => {
      await restoreTournament(work, { tournament: "2027-05" });
      return (await getStandings(work, { season: 2027 })).planned;
    });
    assert.equal(restored, 5);
  });

  test("tells whoever is in the book; but while boats stand there it is refused, and so is a move", async () => {
    await app.write(tester, async (work) => {
      await openTournament(work, { tournament: "2027-02" });
      await enterBoat(work, { tournament: "2027-02", boat: 1, crew: ["Cal Cove"] });
    });
    const verbs = [() => cancel("2027-02"), () => move({ event: "2027-02", to: "2027-03-07" })];
    for (const verb of verbs) {
      const [kind, code, sentence] = await refused(verb());
      assert.deepEqual([kind, code], ["conflict", "tournament-has-entries"]);
      assert.match(sentence, /^1 boat stands in the book of February/);
    }
    await app.write(tester, (work) => deleteBoat(work, { tournament: "2027-02", boat: 1 }));
    const moved = await move({ event: "2027-02", to: "2027-03-07" });
    const listed = await app.read(visitor, (work) => listTournaments(work, { season: 2027 }));
    assert.deepEqual([moved.told, listed[1]?.state], [2, "scheduled"]);
  });

  test("one that never took place, even after its day, lets the later ones of its pot become official", async () => {
    const boats = [{ crew: ["Ann Ace"], bags: [{ fish: 5, weight: "10", big: "3" }] }];
    const held = { rules: "sabc-team" as const, boats: [] };
    await holdTournament(app, { ...held, day: "2025-02-23", name: "Early", state: "scheduled" });
    const later = await holdTournament(app, { ...held, day: "2025-03-23", boats });
    const official = () => app.write(tester, (work) => makeOfficial(work, { tournament: later }));
    assert.equal((await refused(official()))[1], "earlier-not-official");
    const { told: number } = await cancel("Early", "never held");
    assert.deepEqual([number, (await official()).tournament.state], [0, "official"]);
    const restored = app.write(tester, (work) => restoreEvent(work, { event: "Early" }));
    assert.equal((await refused(restored))[1], "later-tournament-official");
  });

  test("while a boat is being entered, one of the two is refused", async () => {
    for (const boat of [1, 2, 3, 4]) {
      const name = `Race ${boat}`;
      const day = `2027-08-0${boat}`;
      await app.write(tester, async (work) => {
        await addTournaments(work, { year: 2027, tournaments: [{ name, firstDay: day }] });
        await openTournament(work, { tournament: day });
      });
      const enter = () =>
        app.write(tester, (work) => enterBoat(work, { tournament: day, boat, crew: ["Ann Ace"] }));
      const both = await Promise.allSettled(
        boat % 2 === 0 ? [cancel(name), enter()] : [enter(), cancel(name)],
      );
      const codes = both.flatMap((one) =>
        one.status === "rejected" ? [(one.reason as { code: string }).code] : [],
      );
      assert.equal(codes.length, 1);
      assert.ok(["tournament-has-entries", "tournament-cancelled"].includes(codes[0]!), codes.join());
    }
  });

  test("an official one, and one of a closed season, is refused", async () => {
    const boats = [{ crew: ["Ann Ace"], bags: [{ fish: 5, weight: "10", big: "3" }] }];
    await holdTournament(app, {
      day: "2026-03-22",
      rules: "sabc-team",
      name: "Held",
      state: "official",
      boats,
    });
    assert.equal((await refused(cancel("Held")))[1], "tournament-official");
    assert.equal((await refused(move({ event: "Held", to: "2026-03-29" })))[1], "tournament-official");
    await app.write(tester, (work) => closeSeason(work, { year: 2026 }));
    assert.equal((await refused(cancel("Held")))[1], "season-closed");
  });
});

describe("editing an event", () => {
  test("changes what is named, for calendars and nobody's mail", async () => {
    const before = (await told()).length;
    const edited = await app.write(tester, (work) =>
      editEvent(work, { event: 8, name: "January meeting", startsAt: "18:30", description: "Two\nlines" }),
    );
    assert.deepEqual(edited, {
      changed: true,
      event: {
        id: 8,
        kind: "meeting",
        name: "January meeting",
        firstDay: "2027-01-13",
        lastDay: "2027-01-13",
        startsAt: "18:30",
        endsAt: null,
        description: "Two\nlines",
        cancelled: null,
        revision: 2,
      },
    });
    const again = await app.write(tester, (work) => editEvent(work, { event: 8, startsAt: "18:30" }));
    assert.deepEqual([again.changed, again.event.revision, (await told()).length], [false, 2, before]);
  });

  test("of a tournament the hours are its first cast and weigh-in", async () => {
    await app.write(tester, (work) =>
      editEvent(work, { event: "2027-03", startsAt: "06:00", endsAt: "14:00" }),
    );
    const [, , april] = await app.read(visitor, (work) => listTournaments(work, { season: 2027 }));
    assert.deepEqual([april?.name, april?.firstCast, april?.weighIn], ["April", "06:00", "14:00"]);
  });
});
