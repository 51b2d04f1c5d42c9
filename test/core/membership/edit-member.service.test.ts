import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AnglerRole } from "#core/anglers/angler-role.entity.ts";
import { changeRolesSchema } from "#core/anglers/anglers.schemas.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { approveMember } from "#core/membership/approve-member.service.ts";
import { editMember } from "#core/membership/edit-member.service.ts";
import type { EditMember, SetOfficer } from "#core/membership/membership.schemas.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { listOfficers, setOfficer } from "#core/membership/officers.service.ts";
import { showMember } from "#core/membership/roster.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import type { Work } from "#core/work.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const [ann, bob, cal, dee] = await app.write(tester, (work) =>
  addMembers(work, {
    members: [
      {
        name: "Ann Lee",
        status: "member",
        from: "2020-02-01",
        email: "ann@club.example",
        aliases: ["Annie"],
      },
      { name: "Bob Cruz", status: "member", from: "2021-01-01", publicName: "Bobby" },
      { name: "Cal Fox", status: "guest", from: "2022-05-01" },
      { name: "Dee Orr", status: "applicant", from: "2026-01-10", email: "dee@club.example" },
    ],
  }),
);
const today = await app.read(tester, (work) => Promise.resolve(work.today));
const year = Number(today.slice(0, 4));
const edit = (input: EditMember) => app.rehearse(tester, (work) => editMember(work, input));

describe("a person's record put right", () => {
  const rows: [string, EditMember, [string, string | null, string | null][]][] = [
    [
      "a new name takes the public name along where both were the same",
      { reference: "annie", name: "Ann Ray" },
      [
        ["name", "Ann Lee", "Ann Ray"],
        ["publicName", "Ann Lee", "Ann Ray"],
      ],
    ],
    [
      "a public name of their own stays",
      { reference: "Bobby", name: "Robert Cruz" },
      [["name", "Bob Cruz", "Robert Cruz"]],
    ],
    [
      "a public name taken away",
      { reference: "Bob Cruz", publicName: null },
      [["publicName", "Bobby", "Bob Cruz"]],
    ],
    ["an address taken away", { reference: "ann lee", email: null }, [["email", "ann@club.example", null]]],
    [
      "one's own address in another case",
      { reference: "ann lee", email: "ANN@club.example" },
      [["email", "ann@club.example", "ANN@club.example"]],
    ],
    ["what it was already", { reference: "ann lee", email: "ann@club.example" }, []],
    [
      "phone and first day",
      { reference: "2", phone: "+15125550123", joinedOn: "2021-03-04" },
      [
        ["phone", null, "+15125550123"],
        ["joinedOn", null, "2021-03-04"],
      ],
    ],
  ];
  for (const [label, input, changes] of rows) {
    test(label, async () => {
      const { fields } = await edit(input);
      assert.deepEqual(
        fields.map(({ field, before, after }) => [field, before, after]),
        changes,
      );
    });
  }

  test("what someone leaves is told with the roles they still have", async () => {
    const outcome = await app.rehearse(tester, async (work) => {
      await changeRoles(work, { reference: "Bob Cruz", grant: ["treasurer"], revoke: [] });
      return editMember(work, { reference: "Bob Cruz", status: "former", reason: "moved away" });
    });
    assert.deepEqual(outcome, {
      angler: bob,
      fields: [],
      status: { angler: bob, status: "former", from: today, before: "member", changed: true },
      roles: ["treasurer"],
    });
  });

  const refusals: [string, EditMember, [string, string, string]][] = [
    [
      "a second person at one address",
      { reference: "Bob Cruz", email: "Ann@club.example" },
      [
        "conflict",
        "angler-email-taken",
        "Ann@club.example is the e-mail of Ann Lee (angler 1). A second person at one address is kept without it; if it is the same person, merge the two.",
      ],
    ],
    [
      "another's alias as a name",
      { reference: "Bob Cruz", name: "ANNIE" },
      [
        "conflict",
        "angler-name-taken",
        "ANNIE is a name of Ann Lee (angler 1). If this is another person of that name, say --same-name; if it is the same person, merge the two.",
      ],
    ],
    [
      "nothing said",
      { reference: "Bob Cruz" },
      [
        "invalid",
        "nothing-to-change",
        "Nothing was said to change. Give --name, --email, --status or another.",
      ],
    ],
  ];
  for (const [label, input, refusal] of refusals) {
    test(`refused: ${label}`, async () => assert.deepEqual(await refused(edit(input)), refusal));
  }

  test("two of one name, when it is said", async () => {
    const { angler } = await edit({ reference: "Bob Cruz", name: "Ann Lee", sameName: true });
    assert.deepEqual(angler, { id: bob!.id, name: "Ann Lee", publicName: "Bobby" });
  });

  test("two officers who give one address to two people at once: one is told whose it is", async () => {
    const email = "race@club.example";
    const outcomes = await Promise.allSettled(
      ["Bob Cruz", "Cal Fox"].map((reference) =>
        app.write(tester, (work) => editMember(work, { reference, email })),
      ),
    );
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    assert.match(String(lost?.reason), /race@club\.example is the e-mail of (Bob Cruz|Cal Fox)/);
  });
});

describe("an applicant approved", () => {
  test("is a member from today, joined today, and is told once", async () => {
    const seen = await app.rehearse(tester, async (work) => {
      const first = await approveMember(work, { reference: "dee@club.example" });
      const again = await approveMember(work, { reference: "Dee Orr" });
      const { status, joinedOn, statuses } = await showMember(work, { reference: "Dee Orr" });
      const told = await work.em.find(Notice, { recipient: dee!.id });
      const notices = told.map(({ purpose, facts }) => ({ purpose, facts }));
      return { first, again, status, joinedOn, statuses, notices };
    });
    assert.deepEqual(seen, {
      first: { angler: dee, from: today, changed: true },
      again: { angler: dee, from: today, changed: false },
      status: "member",
      joinedOn: today,
      statuses: [
        { status: "applicant", from: "2026-01-10" },
        { status: "member", from: today },
      ],
      notices: [{ purpose: "member-approved", facts: { from: today } }],
    });
  });

  test("a guest has not applied", async () => {
    assert.deepEqual(
      await refused(app.rehearse(tester, (work) => approveMember(work, { reference: "Cal Fox" }))),
      [
        "conflict",
        "not-an-applicant",
        "Cal Fox is a guest to the club and has not applied. To make them a member all the same: sabc member edit 3 --status member.",
      ],
    );
  });
});

describe("roles", () => {
  const change = (grant: string[], revoke: string[] = []) =>
    changeRolesSchema.parse({ reference: "Ann Lee", grant, revoke });

  test("are given and taken; what is so already changes nothing", async () => {
    const outcomes = await app.rehearse(tester, async (work) => [
      await changeRoles(work, change(["weighmaster", "editor"])),
      await changeRoles(work, change(["editor"], ["weighmaster", "treasurer"])),
    ]);
    assert.deepEqual(outcomes, [
      { angler: ann, roles: ["editor", "weighmaster"], granted: ["weighmaster", "editor"], revoked: [] },
      { angler: ann, roles: ["editor"], granted: [], revoked: ["weighmaster"] },
    ]);
  });

  test("the only admin stays one", async () => {
    const alone = app.rehearse(tester, async (work) => {
      await changeRoles(work, change(["admin"]));
      return changeRoles(work, change([], ["admin"]));
    });
    assert.deepEqual(await refused(alone), [
      "conflict",
      "last-admin",
      "Ann Lee is the only admin. Make someone else admin first: sabc member role NAME --grant admin.",
    ]);
    const left = await app.rehearse(tester, async (work) => {
      await changeRoles(work, change(["admin"]));
      await changeRoles(work, { reference: "Bob Cruz", grant: ["admin"], revoke: [] });
      await changeRoles(work, change([], ["admin"]));
      return (await work.em.find(AnglerRole, {})).map(({ angler }) => angler.id);
    });
    assert.deepEqual(left, [bob!.id]);
  });

  const wrong: [string, string[], string[], string][] = [
    ["none", [], [], "or --revoke must name a role"],
    ["one both ways", ["editor"], ["editor"], "must not name what --revoke takes away"],
    ["an unknown one", ["king"], [], "must be admin, weighmaster, treasurer or editor"],
  ];
  for (const [label, grant, revoke, message] of wrong) {
    test(`refused: ${label}`, () => {
      const { error } = changeRolesSchema.safeParse({ reference: "Ann Lee", grant, revoke });
      assert.deepEqual(
        error?.issues.map((issue) => issue.message),
        [message],
      );
    });
  }
});

describe("offices", () => {
  const set = (input: SetOfficer[]) =>
    app.rehearse(tester, async (work) => {
      const outcomes = [];
      for (const one of input) outcomes.push(await setOfficer(work, one));
      return { outcomes, officers: await listOfficers(work, {}) };
    });

  test("are held by one in a year, whatever their case", async () => {
    const { outcomes, officers } = await set([
      { office: "President", reference: "Ann Lee" },
      { office: "president", reference: "Annie" },
      { office: "PRESIDENT", reference: "Bob Cruz", replaces: ann!.id },
      { office: "president", reference: "Cal Fox", year: 2030 },
    ]);
    const office = "President";
    assert.deepEqual(outcomes, [
      { year, office, angler: ann, before: null, changed: true },
      { year, office, angler: ann, before: ann, changed: false },
      { year, office, angler: bob, before: ann, changed: true },
      { year: 2030, office: "president", angler: cal, before: null, changed: true },
    ]);
    assert.deepEqual(officers, [
      { year: 2030, office: "president", angler: { id: 3, name: "Cal Fox" } },
      { year, office, angler: { id: bob!.id, name: "Bobby" } },
    ]);
  });

  test("can be left vacant", async () => {
    const { officers } = await set([
      { office: "president", reference: "Ann Lee" },
      { office: "president", reference: null, replaces: ann!.id },
    ]);
    assert.deepEqual(officers, []);
  });

  test("nobody is put out unseen, and nobody who is not there", async () => {
    const held = { office: "president", reference: "Ann Lee" };
    assert.deepEqual(
      await refused(set([held, { office: "president", reference: "Bob Cruz", replaces: 3 }])),
      ["conflict", "office-held", `Ann Lee is president of ${year}. Look again who is put out.`],
    );
    assert.deepEqual(await refused(set([{ office: "scribe", reference: null }])), [
      "not-found",
      "office-not-held",
      `Nobody is scribe of ${year}.`,
    ]);
  });
});

test("all of it is for admins alone", async () => {
  const treasurer = { ...tester, kind: "angler", roles: ["treasurer"] } as const;
  const verbs: ((work: Work) => Promise<unknown>)[] = [
    (work) => editMember(work, { reference: "1", phone: null }),
    (work) => approveMember(work, { reference: "4" }),
    (work) => changeRoles(work, { reference: "1", grant: ["admin"], revoke: [] }),
    (work) => setOfficer(work, { office: "president", reference: "1" }),
  ];
  for (const verb of verbs) {
    await assert.rejects(
      app.rehearse(treasurer, (work) => verb(work)),
      { kind: "forbidden" },
    );
  }
});
