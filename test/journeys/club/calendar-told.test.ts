import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { exportCalendar } from "#core/tournaments/calendar.service.ts";
import { cancelEvent, cancelTournament } from "#core/tournaments/cancel.service.ts";
import { moveEvent } from "#core/tournaments/move.service.ts";
import { addTournaments } from "#core/tournaments/new-tournaments.service.ts";
import { findNextEvent } from "#core/tournaments/next-event.service.ts";
import { restoreEvent, restoreTournament } from "#core/tournaments/restore.service.ts";
import { readCalendar } from "../../support/calendar.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2027-03-01");
await app.write(tester, async (work) => {
  await importClubLakes(work);
  await addMembers(work, {
    members: [
      { name: "Ann Ace", email: "ann@club.example", status: "member", from: "2025-01-01" },
      { name: "Bob Bay", status: "member", from: "2025-01-01" },
      { name: "Cal Cove", email: "cal@club.example", status: "guest" },
    ],
  });
  await createSeason(work, { year: 2027, rules: presets["sabc-team"] });
  const hours = { firstCast: "06:30", weighIn: "15:00", lake: "travis" };
  await addTournaments(work, {
    year: 2027,
    tournaments: [
      { name: "March", firstDay: "2027-03-21", ...hours },
      { name: "April", firstDay: "2027-04-25", ...hours },
    ],
  });
});

const publicUrl = new URL("https://club.example");
const inCalendar = async (uid: string) =>
  readCalendar(await app.read(visitor, (work) => exportCalendar(work, { publicUrl }))).find(
    (event) => event.uid === uid,
  );
const notices = (purpose: string) =>
  app.read(tester, async (work) => {
    const rows = await work.em.find(Notice, { purpose }, { populate: ["recipient"], orderBy: { id: "asc" } });
    return rows.map(({ recipient, occasion, state, facts }) => ({
      to: recipient.name,
      occasion,
      state,
      facts,
    }));
  });
const audit = async (verb: string) => {
  const records = await app.read(tester, (work) => listAudit(work, { verb }));
  return records.map(({ subject, subjectId, reason, before, after }) => ({
    subject,
    subjectId,
    reason,
    before,
    after,
  }));
};
const next = async () => {
  const event = await app.read(visitor, (work) => findNextEvent(work, {}));
  return `${event?.name} ${event?.firstDay} ${event?.tournament?.firstCast}`;
};

describe("the flood gates open: March is moved, then cancelled", () => {
  test("a move is seen by visitors, calendars, members' mail and the audit trail", async () => {
    await app.write(tester, (work) =>
      moveEvent(work, { event: "2027-01", to: "2027-03-28", startsAt: "07:00", reason: "flood gates" }),
    );
    assert.equal(await next(), "March 2027-03-28 07:00");
    assert.deepEqual(await inCalendar("event-1@club.example"), {
      uid: "event-1@club.example",
      summary: "March",
      start: "2027-03-28T12:00:00.000Z",
      end: "2027-03-28T20:00:00.000Z",
      sequence: 1,
      status: "CONFIRMED",
      location: "Lake Travis",
      description: null,
    });
    const facts = {
      event: "March",
      from: { firstDay: "2027-03-21", lastDay: "2027-03-21" },
      to: { firstDay: "2027-03-28", lastDay: "2027-03-28" },
      startsAt: "07:00",
      reason: "flood gates",
    };
    assert.deepEqual(await notices("event-moved"), [
      { to: "Ann Ace", occasion: "event 1 revision 1", state: "waiting", facts },
      { to: "Bob Bay", occasion: "event 1 revision 1", state: "waiting", facts },
    ]);
    const records = await audit("moveEvent");
    assert.deepEqual(new Set(records.map(({ reason }) => reason)), new Set(["flood gates"]));
    const ofEvent = records.find(({ subject }) => subject === "event");
    assert.deepEqual(
      [ofEvent?.before?.["firstDay"], ofEvent?.after?.["firstDay"]],
      ["2027-03-21", "2027-03-28"],
    );
  });

  test("a cancellation is seen by the same, and April is next", async () => {
    await moveClock(app, "2027-03-27");
    await app.write(tester, (work) => cancelTournament(work, { tournament: "next", reason: "lake closed" }));
    assert.equal(await next(), "April 2027-04-25 06:30");
    const shown = await inCalendar("event-1@club.example");
    assert.deepEqual(
      [shown?.status, shown?.summary, shown?.description, shown?.sequence],
      ["CANCELLED", "Cancelled: March", "Cancelled: lake closed", 2],
    );
    const facts = {
      event: "March",
      firstDay: "2027-03-28",
      lastDay: "2027-03-28",
      reason: "lake closed",
    };
    assert.deepEqual(await notices("event-cancelled"), [
      { to: "Ann Ace", occasion: "event 1 revision 2", state: "waiting", facts },
      { to: "Bob Bay", occasion: "event 1 revision 2", state: "waiting", facts },
    ]);
    const [record] = await audit("cancelTournament");
    assert.deepEqual(
      [record?.subject, record?.subjectId, record?.reason, record?.after?.["cancelledOn"]],
      ["event", "1", "lake closed", "2027-03-27"],
    );
  });

  test("that it takes place after all is seen by the same, once the cancellation was sent", async () => {
    await app.write(tester, async (work) => {
      authorize(work, "send", { roles: [] });
      for (const notice of await work.em.find(Notice, {})) notice.accept(work.now.toJSDate());
    });
    await app.write(tester, (work) =>
      restoreTournament(work, { tournament: "2027-01", reason: "lake open" }),
    );
    assert.equal(await next(), "March 2027-03-28 07:00");
    const shown = await inCalendar("event-1@club.example");
    assert.deepEqual(
      [shown?.status, shown?.summary, shown?.description, shown?.sequence],
      ["CONFIRMED", "March", null, 3],
    );
    const facts = {
      event: "March",
      firstDay: "2027-03-28",
      lastDay: "2027-03-28",
      startsAt: "07:00",
      reason: "lake open",
    };
    assert.deepEqual(await notices("event-restored"), [
      { to: "Ann Ace", occasion: "event 1 revision 3", state: "waiting", facts },
      { to: "Bob Bay", occasion: "event 1 revision 3", state: "waiting", facts },
    ]);
  });

  test("who never heard that it is cancelled does not hear that it takes place, nor the other way round", async () => {
    const states = async (purpose: string) =>
      (await notices(purpose)).map(({ occasion, state }) => `${occasion} ${state}`);
    const twice = (said: string) => [said, said];
    await app.write(tester, (work) => cancelEvent(work, { event: "March", reason: "lake closed again" }));
    assert.deepEqual(await states("event-restored"), twice("event 1 revision 3 withheld"));
    const { told } = await app.write(tester, (work) => restoreEvent(work, { event: "march" }));
    assert.deepEqual(
      [told, await states("event-cancelled"), (await states("event-restored")).length],
      [0, [...twice("event 1 revision 2 sent"), ...twice("event 1 revision 4 withheld")], 2],
    );
  });

  test("what stands, or was added again, is not restored", async () => {
    const restore = () => app.write(tester, (work) => restoreEvent(work, { event: 1 }));
    assert.deepEqual(await refused(restore()), [
      "conflict",
      "event-not-cancelled",
      "March on 2027-03-28 is not cancelled. Name the one that is by its id: sabc event list.",
    ]);
    await app.write(tester, async (work) => {
      await cancelEvent(work, { event: 1, reason: "lake closed" });
      await addTournaments(work, { year: 2027, tournaments: [{ name: "March", firstDay: "2027-03-28" }] });
    });
    assert.equal((await refused(restore()))[1], "event-exists");
  });
});
