import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AnglerAlias } from "#core/anglers/angler-alias.entity.ts";
import { AnglerRole } from "#core/anglers/angler-role.entity.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { Lake } from "#core/lakes/lake.entity.ts";
import { Ramp } from "#core/lakes/ramp.entity.ts";
import { inVain, openTestOrm } from "../../support/one-boat.ts";

const orm = await openTestOrm();
const named = (name: string) => ({ name, publicName: name });

const made = (...people: object[]) =>
  inVain(orm, async (em) => {
    for (const person of people) em.create(Angler, { ...named("Ann"), ...person });
  });

describe("an angler", () => {
  const cases: [string, object[], string | null][] = [
    ["two of one name", [{}, {}], null],
    ["two without an address", [{ email: null }, { email: null }], null],
    ["an address and a phone", [{ email: "ann@example.org", phone: "+15125550100" }], null],
    [
      "two at one address",
      [{ email: "ann@example.org" }, { email: "Ann@Example.org" }],
      "one_angler_per_email",
    ],
    ["a name of blanks", [{ name: " " }], "angler_name_is_filled_in"],
    ["no public name", [{ publicName: "" }], "angler_public_name_is_filled_in"],
    ["an address without an at sign", [{ email: "ann" }], "email_has_an_at_sign"],
    ["an address of two lines", [{ email: "ann@example.org\nbcc@example.org" }], "email_has_an_at_sign"],
    ["a phone without its country", [{ phone: "5125550100" }], "phone_is_international"],
  ];
  for (const [label, people, refusal] of cases) {
    test(`${refusal === null ? "may be" : "is never"} ${label}`, async () =>
      assert.equal(await made(...people), refusal));
  }

  test("takes the public name along where it was the same", () => {
    const ann = orm.em.fork().create(Angler, named("Ann"));
    ann.rename(" Ann Lee ");
    assert.deepEqual([ann.name, ann.publicName], ["Ann Lee", "Ann Lee"]);
    ann.publicName = "A. L.";
    ann.rename("Ann Cruz");
    assert.deepEqual([ann.name, ann.publicName], ["Ann Cruz", "A. L."]);
    assert.throws(() => ann.rename("  "), { code: "angler-name-is-filled-in" });
  });

  test("has aliases that are nobody else's, and each role once", async () => {
    const alias = await inVain(orm, async (em) => {
      const [ann, bob] = [em.create(Angler, named("Ann")), em.create(Angler, named("Bob"))];
      em.create(AnglerAlias, { angler: ann, name: "Red" });
      em.create(AnglerAlias, { angler: bob, name: "RED" });
    });
    assert.equal(alias, "one_angler_per_alias");
    const role = await inVain(orm, async (em) => {
      const ann = em.create(Angler, named("Ann"));
      for (const again of ["editor", "editor"] as const) em.create(AnglerRole, { angler: ann, role: again });
    });
    assert.equal(role, "one_role_once_per_angler");
  });
});

const lake = { key: "choke-canyon", name: "Choke Canyon" };

const mapped = (...lakes: object[]) =>
  inVain(orm, async (em) => {
    for (const one of lakes) em.create(Lake, { ...lake, ...one });
  });

describe("a lake", () => {
  const cases: [string, object[], string | null][] = [
    ["coordinates", [{ latitude: 28.5003, longitude: -98.4282 }], null],
    ["a key twice", [{}, { name: "Other" }], "one_lake_per_key"],
    ["a name twice, however written", [{}, { key: "other", name: "CHOKE canyon" }], "one_lake_per_name"],
    ["a key with blanks", [{ key: "choke canyon" }], "lake_key_is_words_and_hyphens"],
    ["a latitude alone", [{ latitude: 28.5 }], "lake_has_both_coordinates_or_none"],
    ["a place off the Earth", [{ latitude: 91, longitude: 0 }], "lake_lies_on_the_earth"],
  ];
  for (const [label, lakes, refusal] of cases) {
    test(`${refusal === null ? "has" : "never has"} ${label}`, async () =>
      assert.equal(await mapped(...lakes), refusal));
  }

  test("has a ramp of a name once, and keeps it", async () => {
    const ramps = await inVain(orm, async (em) => {
      const one = em.create(Lake, lake);
      for (const name of ["North", "north"]) em.create(Ramp, { lake: one, name });
    });
    assert.equal(ramps, "one_ramp_per_name_on_a_lake");
    const gone = await inVain(orm, async (em) => {
      const one = em.create(Lake, lake);
      em.create(Ramp, { lake: one, name: "North" });
      await em.flush();
      await em.nativeDelete(Lake, one.id);
    });
    assert.equal(gone, "ramp_of_a_lake");
  });
});
