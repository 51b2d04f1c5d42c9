import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { appointFirstOfficer, listAdmins } from "#core/membership/first-officer.service.ts";
import type { FirstOfficer } from "#core/membership/membership.schemas.ts";
import { addMember } from "#core/membership/membership.service.ts";
import { showMember } from "#core/membership/roster.service.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const appoint = (input: FirstOfficer) => app.write(tester, (work) => appointFirstOfficer(work, input));
const show = (reference: string) => app.read(tester, (work) => showMember(work, { reference }));

describe("the first officer", () => {
  test("who is known by another name or address is not guessed at", async () => {
    await app.write(tester, (work) =>
      addMember(work, { name: "Gus Gulf", email: "gus@club.example", status: "guest" }),
    );
    const cases: [FirstOfficer, string][] = [
      [{ name: "Ann Lee", email: "gus@club.example" }, "officer-email-taken"],
      [{ name: "Gus Gulf", email: "ann@club.example" }, "officer-email-differs"],
    ];
    for (const [input, code] of cases) assert.equal((await refused(appoint(input)))[1], code);
    assert.deepEqual(await app.read(tester, (work) => listAdmins(work)), []);
  });

  test("two of one name are told apart by the address", async () => {
    const twin = (email: string) =>
      app.write(tester, (work) =>
        addMember(work, { name: "Bob Bay", email, status: "guest", sameName: true }),
      );
    await twin("bob@club.example");
    await twin("bay@club.example");
    assert.equal((await refused(appoint({ name: "Bob Bay" })))[1], "angler-ambiguous");
    const { officer } = await app.rehearse(tester, (work) =>
      appointFirstOfficer(work, { name: "Bob Bay", email: "bay@club.example" }),
    );
    assert.equal((await show(String(officer.id))).email, "bay@club.example");
  });

  test("is a member, admin, and president where that is said; again nothing changes", async () => {
    const input = { name: "Ann Lee", email: "ann@club.example", president: true };
    const { officer, changed } = await appoint(input);
    assert.deepEqual([officer.name, changed], ["Ann Lee", true]);
    const { email, status, roles, offices } = await show("Ann Lee");
    assert.deepEqual(
      [email, status, roles, offices.map(({ office }) => office)],
      ["ann@club.example", "member", ["admin"], ["president"]],
    );
    assert.equal((await appoint(input)).changed, false);
    assert.equal((await appoint({ name: "ann lee" })).changed, false);
    assert.equal((await show("Ann Lee")).statuses.length, 1);
  });

  test("is one: others get their roles from an admin", async () => {
    const [kind, code, sentence] = await refused(appoint({ name: "Cal Cove" }));
    assert.deepEqual(
      [kind, code, sentence],
      [
        "conflict",
        "club-has-an-admin",
        "The club has an admin already: Ann Lee. An admin gives roles to others.",
      ],
    );
    assert.deepEqual(
      (await app.read(tester, (work) => listAdmins(work))).map(({ name }) => name),
      ["Ann Lee"],
    );
  });

  test("is not made by a visitor", async () => {
    const made = app.write(visitor, (work) => appointFirstOfficer(work, { name: "Eve East" }));
    assert.equal((await refused(made))[1], "role-required");
  });
});

test("a guest who is known already becomes a member, with the address", async () => {
  const other = await openTestApp();
  await other.write(tester, (work) =>
    addMember(work, { name: "Dee Dock", status: "guest", from: "2020-01-01" }),
  );
  const { officer } = await other.write(tester, (work) =>
    appointFirstOfficer(work, { name: "Dee Dock", email: "dee@club.example" }),
  );
  const { id, email, status, roles } = await other.read(tester, (work) =>
    showMember(work, { reference: "Dee Dock" }),
  );
  assert.deepEqual([id, email, status, roles], [officer.id, "dee@club.example", "member", ["admin"]]);
});
