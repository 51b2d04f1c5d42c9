import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Actor, operator, visitor } from "#core/actor.ts";
import { personName } from "#core/anglers/contact.schemas.ts";
import { exportMembers, membersCsv } from "#core/membership/export-members.service.ts";
import { importMembers } from "#core/membership/import-members.service.ts";
import type { MemberSaid } from "#core/membership/member-file.schemas.ts";
import { bytes } from "../../support/hostile-files.ts";
import { openMembersClub } from "../../support/members-club.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { refused } from "../../support/small-club.ts";

const { app, exported } = await openMembersClub();
const tester = operator("tester");

describe("exported people", () => {
  test("are everyone with all that import takes, without those who were erased", async () => {
    assert.equal(
      await exported(),
      [
        "id,name,public_name,email,phone,joined_on,status,from,earlier,aliases,roles,offices",
        "1,Ann Lee,,ann@club.example,,,member,2020-01-01,,Annie,admin,president 2026",
        "2,Bob Cruz,,bob@club.example,'+15125550100,,guest,2020-01-01,,,,",
        "3,Sam Hill,,sam@club.example,,,member,2020-01-01,,,,",
        "4,Sam Hill,,,,,member,2020-01-01,,,,",
        "5,José Núñez,,,,,applicant,2020-01-01,,,,",
        "",
      ].join("\n"),
    );
  });

  test("are for members and officers, as the roster is", async () => {
    const signedIn = (anglerId: number): Actor => ({ ...visitor, kind: "angler", anglerId });
    const asked = (actor: Actor) => app.read(actor, (work) => exportMembers(work));
    assert.equal((await asked(signedIn(3))).length, 5);
    for (const actor of [visitor, signedIn(2)])
      assert.deepEqual((await refused(asked(actor)))[1], "members-only");
  });

  test("take as many statements whether many or few", async () => {
    const count = () => countQueriesOf(app, (work) => exportMembers({ ...work, actor: tester }));
    const few = await count();
    const file = Array.from({ length: 50 }, (_, at) => `Guest ${"x".repeat(at + 1)},guest\n`).join("");
    await app.write(tester, (work) =>
      importMembers(work, { file: bytes(`name,status\n${file}`), create: true }),
    );
    assert.equal(await count(), few);
  });
});

/** What a name may be at the worst: marks, quotes, formulas, other alphabets, separators of every kind. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\\", "|", "\u00a0", " ", "\uff1d", "{", "["),
      fc.constantFrom(
        "Ann",
        "O’Hara",
        "é",
        "e\u0301",
        "李",
        "ß",
        "İ",
        "🎣",
        "null",
        "__proto__",
        "12",
        "<b>",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(""));

let named = 0;

/** A name no one else has, nor nearly: who cannot be told apart is tried by name. */
const uniqueName = hostile
  .map((text) => `${text} ${String((named += 1)).replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!)}`)
  .filter((text) => personName().safeParse(text).success)
  .map((text) => personName().parse(text));

const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => new Date(days * 86_400_000 + 946_684_800_000).toISOString().slice(0, 10));
const status = fc.constantFrom("guest" as const, "applicant" as const, "member" as const, "former" as const);

const person: fc.Arbitrary<MemberSaid> = fc
  .record({
    name: uniqueName,
    publicName: fc.option(uniqueName),
    email: fc.option(fc.nat().map((n) => `A+${n}.${(named += 1)}@club.example`)),
    phone: fc.option(fc.integer({ min: 200, max: 999 }).map((n) => `+1512${n}0100`)),
    joinedOn: fc.option(day),
    statuses: fc.array(fc.record({ status, from: day }), { minLength: 1, maxLength: 4 }),
    aliases: fc.array(uniqueName, { maxLength: 3 }),
    roles: fc.subarray(["admin", "weighmaster", "treasurer", "editor"] as const),
    offices: fc.array(
      fc.record({
        office: uniqueName.filter((name) => name.length <= 60),
        year: fc.integer({ min: 1950, max: 2200 }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ statuses, ...more }) => ({
    ...more,
    statuses: [...new Map(statuses.map((row) => [row.from, row])).values()].toSorted((one, other) =>
      one.from < other.from ? -1 : 1,
    ),
  }));

/** Without the ids, which every club gives anew. */
const plain = (people: Awaited<ReturnType<typeof exportMembers>>) =>
  people.map(({ id: _, ...rest }) => rest).toSorted((one, other) => (one.name < other.name ? -1 : 1));

describe("export and import are one another's undoing", () => {
  test("whatever people are called: read again nothing changes, and a new club knows the same", async () => {
    const other = await openMembersClub();
    const write = (to: typeof app, text: string) =>
      to.write(tester, (work) => importMembers(work, { file: bytes(text), create: true }));
    const all = (of: typeof app) => of.read(tester, (work) => exportMembers(work));
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        async (people, json) => {
          const told = (known: Awaited<ReturnType<typeof all>>) =>
            json ? JSON.stringify({ members: known }) : membersCsv(known);
          await write(app, JSON.stringify(people));
          const known = await all(app);
          const names = new Set(people.map(({ name }) => name));
          assert.equal(known.filter(({ name }) => names.has(name)).length, names.size);
          assert.deepEqual(await write(app, told(known)), { added: [], changed: [], same: known.length });
          await write(other.app, told(known.filter(({ name }) => names.has(name))));
          const moved = (await all(other.app)).filter(({ name }) => names.has(name));
          assert.deepEqual(plain(moved), plain(known.filter(({ name }) => names.has(name))));
        },
      ),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
