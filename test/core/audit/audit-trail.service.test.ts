import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, authorize, operator, visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { type AuditShown, listAudit, showAudit } from "#core/audit/audit-trail.service.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();
const office = operator("tester");
const weighmaster: Actor = {
  kind: "angler",
  name: "Wes",
  channel: "site",
  anglerId: null,
  roles: ["weighmaster"],
};

const ann = {
  name: "Ann Lee",
  publicName: "Ann L.",
  email: "ann@example.org",
  phone: null,
  joinedOn: null,
  erasedOn: null,
};

await app.write(office, async (work) => {
  authorize(work, "addAnn", { roles: [], reason: "she asked" });
  work.em.create(Angler, ann);
  await work.em.flush();
});
await app.write(weighmaster, async (work) => {
  authorize(work, "renameAnn", { roles: ["weighmaster"] });
  const angler = await work.em.findOneOrFail(Angler, { email: ann.email });
  angler.rename("Ann Cruz");
  await work.em.flush();
});

const count = (input: Parameters<typeof listAudit>[1]) =>
  app.read(office, async (work) => (await listAudit(work, input)).length);

const values = (records: AuditShown[]) => records.map(({ before, after }) => ({ before, after }));

describe("who changed what", () => {
  test("the operator reads the newest first, with the values themselves", async () => {
    const records = await app.read(office, (work) => listAudit(work, {}));
    assert.deepEqual(
      records.map(({ verb, actor, channel, reason, subject, action }) => ({
        verb,
        who: actor.name,
        channel,
        reason,
        subject,
        action,
      })),
      [
        { verb: "renameAnn", who: "Wes", channel: "site", reason: null, subject: "angler", action: "update" },
        {
          verb: "addAnn",
          who: "tester",
          channel: "terminal",
          reason: "she asked",
          subject: "angler",
          action: "create",
        },
      ],
    );
    assert.deepEqual(values(records), [
      { before: { name: "Ann Lee" }, after: { name: "Ann Cruz" } },
      { before: null, after: { id: 1, ...ann } },
    ]);
    assert.match(records[0]?.at ?? "", /^\d{4}-\d\d-\d\dT.*-0[56]:00$/);
  });

  test("an officer who is no admin reads what happened, not the personal values", async () => {
    const records = await app.read(weighmaster, (work) => listAudit(work, { verb: "renameAnn" }));
    assert.deepEqual(values(records), [{ before: { name: "(personal)" }, after: { name: "(personal)" } }]);
    assert.doesNotMatch(JSON.stringify(records), /Cruz|Lee|hash:/);
  });

  test("nobody else reads any of it", async () => {
    await assert.rejects(
      app.read(visitor, (work) => listAudit(work, {})),
      { kind: "forbidden", code: "role-required" },
    );
  });

  test("a verb, a row, a day and a number narrow the list", async () => {
    assert.equal(await count({ limit: 1 }), 1);
    assert.equal(await count({ verb: "addAnn" }), 1);
    assert.equal(await count({ subject: "angler", subjectId: "1" }), 2);
    assert.equal(await count({ subject: "lake" }), 0);
    assert.equal(await count({ since: "2000-01-01" }), 2);
    assert.equal(await count({ since: "2199-01-01" }), 0);
    assert.equal(await count({ until: "2199-01-01" }), 2);
    assert.equal(await count({ since: "2000-01-01", until: "2000-01-01" }), 0);
  });

  test("who did it narrows the list by name in any case, or by the angler's id; no part of a name does", async () => {
    assert.equal(await count({ who: "WES" }), 1);
    assert.equal(await count({ who: "we%" }), 0);
    assert.equal(await count({ who: "1" }), 0);
    const byAnn = { ...office, anglerId: 1 };
    await app.write(byAnn, async (work) => {
      authorize(work, "renameAgain", { roles: [] });
      (await work.em.findOneOrFail(Angler, 1)).rename("Ann Doe");
    });
    assert.equal(await count({ who: "1" }), 1);
    // An angler's name is kept beside the record, where it can be erased.
    const records = await app.read(office, (work) => listAudit(work, { who: "Tester", verb: "renameAgain" }));
    assert.equal(records.length, 1);
    await app.write(office, async (work) => {
      authorize(work, "renameBack", { roles: [] });
      (await work.em.findOneOrFail(Angler, 1)).rename("Ann Cruz");
    });
  });

  test("one record is shown by its number, to officers", async () => {
    const [newest] = await app.read(office, (work) => listAudit(work, { verb: "renameAnn" }));
    const shown = await app.read(weighmaster, (work) => showAudit(work, { id: newest!.id }));
    assert.deepEqual(shown, {
      ...newest,
      before: { name: "(personal)" },
      after: { name: "(personal)" },
    });
    await assert.rejects(
      app.read(office, (work) => showAudit(work, { id: 999 })),
      { kind: "not-found", code: "audit-record-not-found" },
    );
    await assert.rejects(
      app.read(visitor, (work) => showAudit(work, { id: newest!.id })),
      { code: "role-required" },
    );
  });

  test("an erased value is said to be erased, and one that was put in later to be forged", async () => {
    const seen = await app.rehearse(office, async (work) => {
      await work.em.execute("delete from audit_personal where field = 'before.name'");
      await work.em.execute("update audit_personal set value = 'Eve Doe' where field = 'after.name'");
      return values(await listAudit(work, { verb: "renameAnn" }));
    });
    assert.deepEqual(seen, [{ before: { name: "(erased)" }, after: { name: "(forged)" } }]);
  });
});
