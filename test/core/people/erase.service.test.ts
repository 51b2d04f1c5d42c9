import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Actor } from "#core/actor.ts";
import { addAlias } from "#core/anglers/aliases.service.ts";
import { resolveAngler } from "#core/anglers/anglers.service.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { sealAudit } from "#core/audit/seal.service.ts";
import { verifyAudit } from "#core/audit/verify.service.ts";
import { editMember } from "#core/membership/edit-member.service.ts";
import { setStatus } from "#core/membership/membership.service.ts";
import { setOfficer } from "#core/membership/officers.service.ts";
import { listMembers, showMember } from "#core/membership/roster.service.ts";
import { notify } from "#core/notices/notify.service.ts";
import { eraseAngler } from "#core/people/erase.service.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { nameColumns } from "#core/people/name-columns.rules.ts";
import { unmergeAnglers } from "#core/people/unmerge.service.ts";
import { takePayment } from "#core/results/entry-payment.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";
import { sql, textsWith, twoRecordsOfBob } from "../../support/twins.ts";

const app = await openTestApp();
const { ann, bob, cal, twin } = await twoRecordsOfBob(app);
const asBob: Actor = { kind: "angler", name: "Bob Cruz", channel: "site", anglerId: bob, roles: ["admin"] };

// What a long life in the club leaves behind.
await app.write(tester, async (work) => {
  await setStatus(work, { reference: String(bob), status: "member", from: "2024-02-01" });
  await editMember(work, { reference: String(bob), email: "bob@club.example", phone: "+15125550101" });
  await editMember(work, { reference: String(twin), email: "bobby@club.example" });
  await addAlias(work, { reference: String(bob), alias: "R. Cruz" });
  await mergeAnglers(work, { keep: String(bob), gone: String(twin) });
  await setOfficer(work, { office: "president", reference: String(bob) });
  const facts = { tournament: "2025-01", name: "January", firstDay: "2025-01-26", bigBass: null };
  const podium = [{ place: 1, crew: "Ann Lee + Bob Cruz", weight: "15.20 lb" }];
  await notify(work, {
    purpose: "results-official",
    occasion: "1",
    recipients: [ann, bob],
    facts: { ...facts, podium },
  });
});
await app.write(asBob, async (work) => {
  await takePayment(work, { tournament: 1, boat: 2, method: "cash" });
  await editMember(work, { reference: String(cal), phone: "+15125550103" });
});
await sql(app, [
  [
    `insert into ruling (kind, subject, subject_id, outcome, decided_by, recorded_by_kind, recorded_by_name, recorded_by_id) values ('override', 'tournament', 1, '{"check":"Bob Cruz: 6 fish, and a bag holds 5.","code":"x"}', 'bob cruz and Ann Lee', 'angler', 'Bob Cruz', ${bob})`,
  ],
  [
    `insert into news_post (slug, title, body) values ('winner', 'A winner', 'Well done, Bob Cruz! Bobcruzing is fun.')`,
  ],
  [
    `insert into page_revision (slug, revision, body, saved_by_kind, saved_by_name, saved_by_angler_id) values ('about', 1, 'We fish.', 'angler', 'Bob Cruz', ${bob})`,
  ],
  [`insert into notice_preference (angler_id, category, wanted) values (${bob}, 'news', false)`],
  [
    `insert into pot_movement (pot, kind, season_id, cents, reason, recorded_by_kind, recorded_by_name, recorded_by_angler_id) select 'big bass', 'adjustment', id, 100, 'found', 'angler', 'Bob Cruz', ${bob} from season`,
  ],
  [
    `insert into poll (kind, title, opens_at, closes_at, tie, year) values ('election', 'Officers', now(), now() + interval '1 day', 'coin', 2026)`,
  ],
  [`insert into question (poll_id, position, prompt) values (1, 1, 'President')`],
  [`insert into option (question_id, position, label, angler_id) values (1, 1, 'Bob Cruz', ${bob})`],
  [
    `insert into ballot (poll_id, angler_id, cast_at, through, cast_by_kind, cast_by_name, cast_by_id) values (1, ${cal}, now(), 'site', 'angler', 'Bob Cruz', ${bob})`,
  ],
]);
const auditRows = () =>
  app.read(tester, (work) => work.em.execute<object[]>("select * from audit_record order by id"));
const figures = () =>
  app.read(tester, async (work) => ({
    standings: await getStandings(work, { season: 2025 }),
    results: [await getResults(work, { tournament: 1 }), await getResults(work, { tournament: 2 })],
  }));

test("no name that is written beside a number is forgotten", async () => {
  const columns = await app.read(tester, (work) =>
    work.em.execute<{ place: string }[]>(
      `select table_name || '.' || column_name as place from information_schema.columns
       where table_schema = 'public' and column_name ~ '_by_name$' order by 1`,
    ),
  );
  const known = nameColumns.map(({ table, column }) => `${table}.${column}`);
  assert.deepEqual(
    columns.map(({ place }) => place).filter((place) => !known.includes(place)),
    [],
    "say in core/people/name-columns.rules.ts whose name it is",
  );
});

describe("a person erased", async () => {
  const before = { audit: await auditRows(), figures: await figures() };
  await app.write(tester, (work) => sealAudit(work, {}));
  const rehearsed = await app.rehearse(tester, (work) => eraseAngler(work, { reference: "bobby cruz" }));
  const erased = await app.write(tester, (work) => eraseAngler(work, { reference: "bobby cruz" }));
  const placeholder = `Former member ${bob}`;

  test("is told before and after in the same words", () => {
    assert.deepEqual(rehearsed, erased);
    assert.deepEqual(
      { ...erased, on: "" },
      {
        id: bob,
        name: "Bob Cruz",
        placeholder,
        on: "",
        gone: ["e-mail", "phone", "first day", "2 aliases", "1 notice", "1 wish about mail"],
        left: [{ table: "news_post", id: "1", column: "body" }],
        shared: [],
      },
    );
  });

  test("stands nowhere in the database but where people wrote of them", async () => {
    const found = await textsWith(app, /bob ?cruz|bobby|r\. cruz|5550101/i);
    assert.deepEqual(found, ["news_post.body"]);
  });

  test("keeps every figure, under a placeholder", async () => {
    const after = JSON.stringify(await figures());
    const named = JSON.stringify(before.figures)
      .replaceAll("Bob Cruz", placeholder)
      .replaceAll("Bobby Cruz", placeholder);
    assert.equal(after, named.replaceAll("bob cruz and Ann Lee", `${placeholder} and Ann Lee`));
  });

  test("leaves every audit record as it was, and the chain unbroken", async () => {
    assert.deepEqual((await auditRows()).slice(0, before.audit.length), before.audit);
    await app.write(tester, (work) => sealAudit(work, { minutes: 0 }));
    const { seals, records, broken, forged } = await app.read(tester, (work) => verifyAudit(work, {}));
    assert.deepEqual([seals, broken, forged], [2, [], []]);
    assert.equal(records, (await auditRows()).length);
    const shown = await app.read(tester, (work) => listAudit(work, { verb: "takePayment" }));
    assert.deepEqual(shown[0]?.actor, { kind: "angler", name: "(erased)", anglerId: bob });
  });

  test("is in no list, and is found by number and placeholder alone", async () => {
    const found = await app.read(tester, async (work) => {
      const names = (await listMembers(work, {})).map(({ name }) => name);
      const byId = (await resolveAngler(work, { reference: String(twin) })).name;
      const { status, email, erasedOn, aliases, roles } = await showMember(work, { reference: placeholder });
      return { names, byId, shown: { status, email, erasedOn, aliases, roles } };
    });
    assert.deepEqual(found, {
      names: ["Ann Lee", "Cal Fox"],
      byId: placeholder,
      shown: { status: "former", email: null, erasedOn: erased.on, aliases: [], roles: [] },
    });
    for (const reference of ["Bob Cruz", "Bobby Cruz", "R. Cruz", "bob@club.example"]) {
      await assert.rejects(
        app.read(tester, (work) => resolveAngler(work, { reference })),
        { kind: "not-found", code: "angler-not-found" },
      );
    }
  });

  const told: [string, string, string] = [
    "conflict",
    "angler-erased",
    `Angler ${bob} was erased on ${erased.on}. Results stay under "${placeholder}"; nothing else is kept or changed.`,
  ];
  const reference = String(bob);
  const verbs: [string, (work: Parameters<typeof eraseAngler>[0]) => Promise<unknown>][] = [
    ["edited", (work) => editMember(work, { reference, phone: "+15125550109" })],
    ["given a status", (work) => setStatus(work, { reference, status: "member" })],
    ["given an alias", (work) => addAlias(work, { reference, alias: "Bo" })],
    ["given an office", (work) => setOfficer(work, { office: "scribe", reference })],
    ["merged", (work) => mergeAnglers(work, { keep: String(ann), gone: reference })],
    ["merged into", (work) => mergeAnglers(work, { keep: reference, gone: String(ann) })],
    ["erased again", (work) => eraseAngler(work, { reference })],
  ];
  for (const [label, verb] of verbs) {
    test(`is never ${label}`, async () => assert.deepEqual(await refused(app.rehearse(tester, verb)), told));
  }
});

test("what others recorded about the person keeps their name", async () => {
  const lines = await app.read(tester, (work) =>
    work.em.execute<{ name: string }[]>(
      `select distinct recorded_by_name as name from pot_movement where paid_to @> '[${bob}]'`,
    ),
  );
  assert.deepEqual(lines, [{ name: "tester" }]);
});

test("a merge into someone erased stays", async () => {
  assert.deepEqual(await refused(app.rehearse(tester, (work) => unmergeAnglers(work, { merge: 1 }))), [
    "conflict",
    "angler-erased",
    "Merge 1 cannot be taken back: the person was erased, and nothing is known of what moved.",
  ]);
});

test("two of one name: text that may be about the other is left alone, and said", async () => {
  const erased = await app.rehearse(tester, async (work) => {
    await editMember(work, { reference: "Cal Fox", name: "Ann Lee", publicName: "Ann Lee", sameName: true });
    return eraseAngler(work, { reference: String(ann) });
  });
  assert.deepEqual([erased.placeholder, erased.shared], [`Former guest ${ann}`, ["Ann Lee"]]);
});
