import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, operator, visitor } from "#core/actor.ts";
import { createAnglers } from "#core/anglers/new-anglers.service.ts";
import { sealAudit } from "#core/audit/seal.service.ts";
import { type AuditVerified, verifyAudit } from "#core/audit/verify.service.ts";
import { addLake } from "#core/lakes/lakes.service.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();
const office = operator("tester");

const seal = () => app.write(office, (work) => sealAudit(work, { minutes: 0 }));
const verify = (anchor?: string) => app.read(office, (work) => verifyAudit(work, { anchor }));

// Three seals: the records 1–2, 3–5 and 6, and one record after them.
const sizes = [2, 3, 1];
const heads: string[] = [];
for (const [at, size] of sizes.entries()) {
  for (let lake = 1; lake <= size; lake += 1)
    await app.write(office, (work) => addLake(work, { name: `Lake ${at}.${lake}` }));
  await seal();
  heads.push((await verify()).head!.hash);
}
await app.write(office, (work) => createAnglers(work, { anglers: [{ name: "Ann Lee" }] }));

/** What is found after somebody who may do all in the database did this; taken back then. */
function tampered(...statements: string[]): Promise<AuditVerified> {
  return app.rehearse(office, async (work) => {
    authorize(work, "tamper", { roles: [] });
    await work.em.execute("set local session_replication_role = replica");
    for (const statement of statements) await work.em.execute(statement);
    return verifyAudit(work, { anchor: heads[2] });
  });
}

const told = ({ broken, anchor }: AuditVerified) => ({
  broken: broken.map(({ firstRecordId, lastRecordId, sealed, found, what }) =>
    [firstRecordId, lastRecordId, sealed, found, what].join(" "),
  ),
  anchor: anchor?.found,
});

const addRecord = (id: number) =>
  `insert into audit_record (id, verb, actor_kind, actor_name, channel, subject, subject_id, action)
   values (${id}, 'addLake', 'operator', 'eve', 'terminal', 'lake', '9', 'create')`;

describe("verifying the audit log", () => {
  test("what nobody touched is as it was sealed", async () => {
    const { head, ...rest } = await verify(heads[0]);
    assert.deepEqual(rest, {
      seals: 3,
      records: 6,
      broken: [],
      forged: [],
      anchor: { found: true, at: rest.anchor?.found ? rest.anchor.at : "", lastRecordId: 2 },
    });
    assert.equal(head?.hash, heads[2]);
    assert.equal(head?.unsealed, 1);
  });

  const tries: [string, string[], { broken: string[]; anchor: boolean }][] = [
    [
      "a changed record, by the span it was sealed in",
      ["update audit_record set actor_name = 'somebody' where id = 4"],
      { broken: ["3 5 3 3 changed"], anchor: true },
    ],
    [
      "a value changed deep in the record",
      [`update audit_record set after = jsonb_set(after, '{name}', '"Lake Zero"') where id = 1`],
      { broken: ["1 2 2 2 changed"], anchor: true },
    ],
    [
      "another time",
      ["update audit_record set at = at + interval '1 microsecond' where id = 6"],
      { broken: ["6 6 1 1 changed"], anchor: true },
    ],
    [
      "a removed record",
      ["delete from audit_record where id = 3"],
      { broken: ["3 5 3 2 removed"], anchor: true },
    ],
    [
      "a removed record in each of two spans",
      ["delete from audit_record where id in (2, 6)"],
      { broken: ["1 2 2 1 removed", "6 6 1 0 removed"], anchor: true },
    ],
    ["an added record", [addRecord(0)], { broken: ["1 2 2 3 added"], anchor: true }],
    [
      "a seal with another hash, and the one that follows it",
      [`update audit_seal set hash = repeat('0', 64) where last_record_id = 2`],
      { broken: ["1 2 2 2 changed", "3 5 3 3 changed"], anchor: true },
    ],
    [
      "a seal taken out of the middle",
      ["delete from audit_seal where last_record_id = 5"],
      { broken: ["3 6 1 4 added"], anchor: true },
    ],
    [
      "an end cut off, by the head that was kept",
      ["delete from audit_seal where last_record_id = 6", "delete from audit_record where id >= 6"],
      { broken: [], anchor: false },
    ],
    [
      "what came after the last seal is not found, as is said",
      ["update audit_record set actor_name = 'somebody' where id > 6"],
      { broken: [], anchor: true },
    ],
  ];
  for (const [label, statements, found] of tries) {
    test(label, async () => assert.deepEqual(told(await tampered(...statements)), found));
  }

  test("a personal value that was put in later is found, an erased one is fine", async () => {
    const { broken, forged } = await tampered(
      "update audit_personal set value = 'Eve Doe' where field = 'after.name'",
      "delete from audit_personal where field = 'after.publicName'",
    );
    assert.deepEqual({ broken, forged }, { broken: [], forged: [{ recordId: 7, field: "after.name" }] });
  });

  test("is for officers", async () => {
    await assert.rejects(
      app.read(visitor, (work) => verifyAudit(work, {})),
      { code: "role-required" },
    );
  });
});
