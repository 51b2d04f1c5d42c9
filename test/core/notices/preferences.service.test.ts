import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, visitor } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { notify } from "#core/notices/notify.service.ts";
import {
  chooseByLink,
  findMailChoice,
  listNoticePreferences,
  setNoticePreference,
} from "#core/notices/preferences.service.ts";
import { openTestApp } from "../../support/database.ts";
import { mailClub, officer, remindEach } from "../../support/mail-club.ts";
import { refused } from "../../support/small-club.ts";

const app = await openTestApp();
const [ann, bob] = [...(await mailClub(app, ["Ann Lee", "Bob Cruz"])).values()] as [number, number];
const asAngler = (anglerId: number): Actor => ({ ...visitor, kind: "angler", name: "member", anglerId });
const tokenOf = (recipient: number, purpose = "dues-reminder") =>
  app.read(officer, async (work) => (await work.em.findOneOrFail(Notice, { recipient, purpose })).token);
const wantedBy = async (angler: number) =>
  (await app.read(officer, (work) => listNoticePreferences(work, { angler }))).flatMap(
    ({ category, wanted }) => (wanted ? [category] : []),
  );

describe("what mail somebody wants", () => {
  test("is all of it, until they or an officer say otherwise, for good", async () => {
    assert.deepEqual(await wantedBy(ann), ["dues", "events", "results", "news", "polls"]);
    const off = (actor: Actor) =>
      app.write(actor, (work) => setNoticePreference(work, { angler: ann, category: "news", wanted: false }));
    assert.deepEqual(await off(asAngler(ann)), { category: "news", about: "the club's news", wanted: false });
    await off(officer);
    assert.deepEqual(await wantedBy(ann), ["dues", "events", "results", "polls"]);
    assert.deepEqual(await wantedBy(bob), ["dues", "events", "results", "news", "polls"]);
  });

  test("is nobody else's to see or to change", async () => {
    for (const actor of [visitor, asAngler(bob)]) {
      const change = app.write(actor, (work) =>
        setNoticePreference(work, { angler: ann, category: "news", wanted: true }),
      );
      assert.equal((await refused(change))[1], "role-required");
      const look = app.read(actor, (work) => listNoticePreferences(work, { angler: ann }));
      assert.equal((await refused(look))[1], "role-required");
    }
  });
});

describe("the link in a mail", () => {
  test("switches that category off for its reader and on again, however often, with a record", async () => {
    await remindEach(app, [bob]);
    const token = await tokenOf(bob);
    assert.equal((await app.read(visitor, (work) => findMailChoice(work, { token }))).wanted, true);
    const choose = (wanted: boolean) => app.write(visitor, (work) => chooseByLink(work, { token, wanted }));
    const shown = { category: "dues", about: "dues", wanted: false };
    assert.deepEqual(await Promise.all([1, 2, 3, 4].map(() => choose(false))), [shown, shown, shown, shown]);
    assert.deepEqual(await wantedBy(bob), ["events", "results", "news", "polls"]);
    await choose(true);
    await choose(true);
    assert.equal((await wantedBy(bob)).length, 5);
    const records = await app.read(officer, (work) =>
      listAudit(work, { subject: "notice_preference", limit: 2 }),
    );
    assert.deepEqual(
      records.map(({ verb, actor, reason, before, after }) => [verb, actor.kind, reason, before, after]),
      [
        ["setNoticePreference", "visitor", "by the link in a mail", { wanted: false }, { wanted: true }],
        [
          "setNoticePreference",
          "visitor",
          "by the link in a mail",
          null,
          { id: 2, angler: bob, category: "dues", wanted: false },
        ],
      ],
    );
  });

  test("is nothing where it was made up, or where its mail is always sent", async () => {
    await app.write(officer, (work) =>
      notify(work, {
        purpose: "member-approved",
        occasion: "2026",
        recipients: [bob],
        facts: { from: "2026-11-23" },
      }),
    );
    for (const token of ["", "x", "../..", await tokenOf(bob, "member-approved")]) {
      const look = app.read(visitor, (work) => findMailChoice(work, { token }));
      assert.equal((await refused(look))[1], "mail-link-unknown");
      const choose = app.write(visitor, (work) => chooseByLink(work, { token, wanted: false }));
      assert.equal((await refused(choose))[1], "mail-link-unknown");
    }
  });
});
