import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Actor, authorize, operator, type Role, visitor } from "#core/actor.ts";
import { addAlias } from "#core/anglers/aliases.service.ts";
import { AnglerRole } from "#core/anglers/angler-role.entity.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { DuesPayment } from "#core/membership/dues-payment.entity.ts";
import { addMemberSchema, type NewMember } from "#core/membership/membership.schemas.ts";
import {
  addMember,
  addMembers,
  memberFlags,
  setStatus,
  statusHistories,
} from "#core/membership/membership.service.ts";
import { OfficerTerm } from "#core/membership/officer-term.entity.ts";
import { listMembers, showMember } from "#core/membership/roster.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";

const app = await openTestApp();
const office = operator("tester");

const [ann, bob, cal, dee] = await app.write(office, async (work) => {
  const year = Number(work.today.slice(0, 4));
  const people: NewMember[] = [
    {
      name: "Ann Lee",
      status: "member",
      joinedOn: "2020-02-01",
      email: "ann@example.org",
      phone: "+15125550100",
      aliases: ["A. Lee"],
    },
    { name: "bob Cruz", status: "member", from: "2021-01-01" },
    { name: "Cal Fox", status: "guest", from: "2022-05-01", publicName: "Cal F." },
    { name: "Dee Orr", status: "applicant" },
  ];
  const added = await addMembers(work, { members: people });
  const angler = work.em.getReference(Angler, added[0]!.id);
  work.em.create(AnglerRole, { angler, role: "treasurer" });
  work.em.create(OfficerTerm, { angler, office: "president", year });
  work.em.create(DuesPayment, {
    angler,
    cents: 2500,
    method: "cash",
    paidOn: `${year}-01-20`,
    coversFrom: `${year}-01-01`,
    coversTo: `${year}-12-31`,
    recordedByKind: "operator",
    recordedByName: "tester",
  });
  await work.em.flush();
  return added;
});

const today = await app.read(office, (work) => Promise.resolve(work.today));
const signedIn = (anglerId: number | undefined, roles: Role[] = []): Actor => ({
  kind: "angler",
  name: "someone",
  channel: "site",
  anglerId: anglerId ?? null,
  roles,
});
const show = (actor: Actor, reference: string) => app.read(actor, (work) => showMember(work, { reference }));
const list = (actor: Actor) => app.read(actor, (work) => listMembers(work, {}));

describe("what is known of a member", () => {
  test("all of it, to an officer", async () => {
    const year = today.slice(0, 4);
    const { dues, ...shown } = await show(office, "a. lee");
    assert.deepEqual(shown, {
      id: ann?.id,
      name: "Ann Lee",
      publicName: "Ann Lee",
      email: "ann@example.org",
      phone: "+15125550100",
      joinedOn: "2020-02-01",
      status: "member",
      since: "2020-02-01",
      paidThrough: `${year}-12-31`,
      current: true,
      aliases: ["A. Lee"],
      roles: ["treasurer"],
      offices: [{ office: "president", year: Number(year) }],
      statuses: [{ status: "member", from: "2020-02-01" }],
      erasedOn: null,
    });
    assert.deepEqual(
      dues.map(({ id: _, ...one }) => one),
      [
        {
          cents: 2500,
          method: "cash",
          paidOn: `${year}-01-20`,
          coversFrom: `${year}-01-01`,
          coversTo: `${year}-12-31`,
          note: null,
          voided: null,
        },
      ],
    );
  });

  test("a member who has not paid is not current", async () => {
    const { status, current, paidThrough } = await show(office, "Bob Cruz");
    assert.deepEqual(
      { status, current, paidThrough },
      { status: "member", current: false, paidThrough: null },
    );
  });

  test("the roster is in order of name, without regard to case", async () => {
    const rows = await list(office);
    assert.deepEqual(
      rows.map(({ name, status, since }) => ({ name, status, since })),
      [
        { name: "Ann Lee", status: "member", since: "2020-02-01" },
        { name: "bob Cruz", status: "member", since: "2021-01-01" },
        { name: "Cal Fox", status: "guest", since: "2022-05-01" },
        { name: "Dee Orr", status: "applicant", since: today },
      ],
    );
    const guests = await app.read(office, (work) => listMembers(work, { status: "guest" }));
    assert.deepEqual(
      guests.map(({ id }) => id),
      [cal?.id],
    );
  });
});

describe("who reads contact details", () => {
  test("a signed-in member does", async () => {
    assert.equal((await list(signedIn(bob?.id))).length, 4);
    assert.equal((await show(signedIn(bob?.id), "Ann Lee")).email, "ann@example.org");
  });

  const strangers: [string, Actor][] = [
    ["a visitor", visitor],
    ["a signed-in guest", signedIn(cal?.id)],
    ["an applicant", signedIn(dee?.id)],
  ];
  for (const [label, actor] of strangers) {
    test(`${label} does not, and learns nothing of who is known`, async () => {
      await assert.rejects(list(actor), { kind: "forbidden", code: "members-only" });
      await assert.rejects(show(actor, "ann@example.org"), { kind: "forbidden", code: "members-only" });
      await assert.rejects(show(actor, "nobody@example.org"), { kind: "forbidden", code: "members-only" });
    });
  }

  test("everyone reads their own", async () => {
    assert.equal((await show(signedIn(cal?.id), "Cal Fox")).status, "guest");
  });
});

describe("a change of status", () => {
  test("an approved applicant is a member from today, and joined today", async () => {
    const seen = await app.rehearse(office, async (work) => {
      const outcome = await setStatus(work, { reference: "Dee Orr", status: "member", from: "2099-01-01" });
      const { joinedOn, statuses, status } = await showMember(work, { reference: "Dee Orr" });
      return { outcome, joinedOn, statuses, status };
    });
    assert.deepEqual(seen, {
      outcome: { angler: dee, status: "member", from: "2099-01-01", before: "applicant", changed: true },
      joinedOn: "2099-01-01",
      statuses: [
        { status: "applicant", from: today },
        { status: "member", from: "2099-01-01" },
      ],
      status: "applicant",
    });
  });

  test("a second one on the same day takes the first one's place", async () => {
    const statuses = await app.rehearse(office, async (work) => {
      await setStatus(work, { reference: "Dee Orr", status: "member" });
      await setStatus(work, { reference: "Dee Orr", status: "guest" });
      return (await showMember(work, { reference: "Dee Orr" })).statuses;
    });
    assert.deepEqual(statuses, [{ status: "guest", from: today }]);
  });

  test("what they are already changes nothing", async () => {
    const outcome = await app.write(office, (work) =>
      setStatus(work, { reference: "Ann Lee", status: "member" }),
    );
    assert.deepEqual([outcome.changed, outcome.before], [false, "member"]);
    assert.equal((await show(office, "Ann Lee")).statuses.length, 1);
  });

  test("it never changes who was a member before that day", async () => {
    const flags = await app.rehearse(office, async (work) => {
      await setStatus(work, { reference: "Ann Lee", status: "former", from: "2025-08-01" });
      const anglerIds = [ann!.id, bob!.id, cal!.id];
      const on = async (date: string) => [...(await memberFlags(work, { anglerIds, date })).values()];
      return [await on("2020-01-31"), await on("2025-07-31"), await on("2025-08-01")];
    });
    assert.deepEqual(flags, [
      [false, false, false],
      [true, true, false],
      [false, true, false],
    ]);
  });

  test("histories of many are one question, and empty for who has none", async () => {
    const histories = await app.read(office, (work) => statusHistories(work, { anglerIds: [cal!.id, 9999] }));
    assert.deepEqual(
      [...histories],
      [
        [cal!.id, [{ status: "guest", from: "2022-05-01" }]],
        [9999, []],
      ],
    );
  });
});

describe("new members", () => {
  const weighmaster = signedIn(bob?.id, ["weighmaster"]);

  test("a weighmaster adds guests at the scales, and no members", async () => {
    const add = (status: NewMember["status"]) =>
      app.rehearse(weighmaster, (work) => addMember(work, { name: "Gus Hall", status }));
    assert.equal((await add("guest")).name, "Gus Hall");
    await assert.rejects(add("member"), { kind: "forbidden" });
  });

  test("their audit records say addMember and hide the person", async () => {
    const records = await app.rehearse(office, async (work) => {
      await addMember(work, { name: "Gus Hall", status: "guest", email: "gus@example.org" });
      return work.em.execute("select verb, subject, after::text from audit_record order by id desc limit 2");
    });
    assert.deepEqual(
      records.map(({ verb, subject }) => ({ verb, subject })),
      [
        { verb: "addMember", subject: "angler_status" },
        { verb: "addMember", subject: "angler" },
      ],
    );
    assert.doesNotMatch(JSON.stringify(records), /Gus|gus@/);
  });

  test("hundreds cost as many questions as two", async () => {
    assert.equal(await cost(250), await cost(2));
  });

  test("a member is not added twice", async () => {
    const add = app.write(office, (work) => addMember(work, { name: "A. LEE", status: "member" }));
    await assert.rejects(add, { kind: "conflict", code: "angler-name-taken" });
  });

  test("an alias given later is not another person's", async () => {
    const add = app.write(office, (work) => addAlias(work, { reference: "bob Cruz", alias: "Cal F." }));
    await assert.rejects(add, { kind: "conflict", code: "alias-taken" });
  });

  test("a verb that names nobody's permission changes nothing", async () => {
    await assert.rejects(
      app.write(signedIn(ann?.id, ["treasurer"]), async (work) => {
        authorize(work, "anything", { roles: ["treasurer"] });
        await setStatus(work, { reference: "Dee Orr", status: "member" });
      }),
      { kind: "forbidden" },
    );
  });
});

describe("what is sent of a member", () => {
  const rows: [string, object, string][] = [
    ["no name", { name: "" }, "name: must not be empty"],
    [
      "a name with a hidden mark",
      { name: "Ann\u202E" },
      "name: must be one line without invisible characters",
    ],
    ["an unknown status", { status: "friend" }, "status: must be guest, applicant, member or former"],
    [
      "an address that is two",
      { email: "a@b.org\nc@d.org" },
      "email: must be an e-mail address such as ann@example.org",
    ],
    [
      "a day that is none",
      { joinedOn: "2026-02-30" },
      "joinedOn: must be a day that exists, such as 2026-03-22",
    ],
    ["a word more", { role: "admin" }, ': Unrecognized key: "role"'],
  ];
  for (const [label, input, problem] of rows) {
    test(`is refused with ${label}`, () => {
      const { error } = addMemberSchema.safeParse({ name: "Ann", status: "guest", ...input });
      assert.deepEqual(
        error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
        [problem],
      );
    });
  }
});

const cost = (number: number): Promise<number> => {
  const members = Array.from({ length: number }, (_, at): NewMember => ({
    name: `Guest No ${at}`,
    status: "guest",
  }));
  return countQueries(() => app.rehearse(office, (work) => addMembers(work, { members })));
};
