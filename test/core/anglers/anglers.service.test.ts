import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { operator, visitor } from "#core/actor.ts";
import { addAlias, listAliases, removeAlias } from "#core/anglers/aliases.service.ts";
import type { AnglerDraft } from "#core/anglers/anglers.schemas.ts";
import { resolveAngler, resolveAnglers } from "#core/anglers/anglers.service.ts";
import { createAnglers } from "#core/anglers/new-anglers.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";

const app = await openTestApp();
const office = operator("tester");

const drafts: AnglerDraft[] = [
  { name: "Ann Lee", email: "Ann@Example.org", phone: "+15125550100", aliases: ["A. Lee"] },
  { name: "Bob Cruz", publicName: "Bobby C." },
  { name: "Sam Hill" },
  { name: "Sam Hill", sameName: true },
  { name: "José Núñez" },
];
const known = await app.write(office, (work) => createAnglers(work, { anglers: drafts }));
const [ann, bob, sam, otherSam, jose] = known;

const resolve = (reference: string) => app.read(visitor, (work) => resolveAngler(work, { reference }));
const create = (anglers: AnglerDraft[]) => app.rehearse(office, (work) => createAnglers(work, { anglers }));

const aliasesOf = (reference: string) =>
  app.read(visitor, async (work) => (await listAliases(work, { reference })).map(({ alias }) => alias));

describe("whom a reference means", () => {
  const rows: [string, string, (typeof known)[number] | undefined][] = [
    ["an id", String(ann?.id), ann],
    ["an e-mail in another case", "ANN@example.ORG", ann],
    ["a name in another case", "ann lee", ann],
    ["a name with blanks to spare", "  Ann   Lee ", ann],
    ["an alias", "a. lee", ann],
    ["a public name", "bobby c.", bob],
    ["a name with accents", "JOSÉ nu\u0301n\u0303ez", jose],
  ];
  for (const [label, reference, angler] of rows) {
    test(label, async () => assert.deepEqual(await resolve(reference), angler));
  }

  test("a slip is not guessed; the nearest are named", async () => {
    await assert.rejects(resolve("Bob Crus"), {
      kind: "not-found",
      code: "angler-not-found",
      message: 'There is no angler "Bob Crus". Use an id, e-mail, name or alias.',
      details: { candidates: [`Bob Cruz (${bob?.id})`] },
    });
  });

  test("a name of two people is settled by the id", async () => {
    await assert.rejects(resolve("sam hill"), {
      kind: "conflict",
      code: "angler-ambiguous",
      details: { candidates: [`Sam Hill (${sam?.id})`, `Sam Hill (${otherSam?.id})`] },
    });
    assert.deepEqual(await resolve(String(otherSam?.id)), otherSam);
  });

  test("many at once keep their own words", async () => {
    const resolved = await app.read(visitor, (work) =>
      resolveAnglers(work, {
        references: ["ANN LEE", "Ann Lee", "Sam Hill", "Nobody", "'; drop table angler"],
      }),
    );
    assert.deepEqual(resolved, {
      found: new Map([
        ["ANN LEE", ann],
        ["Ann Lee", ann],
      ]),
      ambiguous: new Map([["Sam Hill", [sam, otherSam]]]),
      unknown: ["Nobody", "'; drop table angler"],
    });
  });
});

describe("new anglers", () => {
  test("a name that is known is a conflict that names its holder", async () => {
    await assert.rejects(create([{ name: "ANN LEE" }]), {
      kind: "conflict",
      code: "angler-name-taken",
      message: `ANN LEE is a name of Ann Lee (angler ${ann?.id}). If this is another person, say so to add a second of that name.`,
    });
  });

  test("another person of the same name is added when that is said", async () => {
    const [added] = await create([{ name: "Ann Lee", sameName: true }]);
    assert.equal(added?.name, "Ann Lee");
  });

  test("a second person at one address is a conflict that names the first", async () => {
    await assert.rejects(create([{ name: "Al Lee", email: "ann@example.org" }]), {
      kind: "conflict",
      code: "angler-email-taken",
      message: `ann@example.org is the e-mail of Ann Lee (angler ${ann?.id}). A second person at one address is kept without it.`,
    });
  });

  test("all that is wrong with many is said at once, and none is added", async () => {
    const many: AnglerDraft[] = [
      { name: "New One", email: "new@example.org" },
      { name: "new one" },
      { name: "New Two", email: "NEW@example.org", aliases: ["A. LEE"] },
    ];
    const add = app.write(office, (work) => createAnglers(work, { anglers: many }));
    await assert.rejects(add, (error: Error & { code: string; details: { problems: object[] } }) => {
      assert.equal(error.code, "anglers-clash");
      assert.deepEqual(
        error.details.problems.map((problem) => ({ ...problem, reason: undefined })),
        [
          { line: 2, column: "name", value: "new one", reason: undefined },
          { line: 3, column: "email", value: "NEW@example.org", reason: undefined },
          { line: 3, column: "aliases", value: "A. LEE", reason: undefined },
        ],
      );
      return true;
    });
    await assert.rejects(resolve("New One"), { code: "angler-not-found" });
  });

  test("a visitor adds nobody", async () => {
    const add = app.write(visitor, (work) => createAnglers(work, { anglers: [{ name: "Eve" }] }));
    await assert.rejects(add, { kind: "forbidden" });
  });

  test("hundreds cost as many questions as two", async () => {
    const draft = (at: number): AnglerDraft => ({ name: `Angler Number ${at}` });
    const cost = (number: number) =>
      countQueries(() => create(Array.from({ length: number }, (_, at) => draft(at))));
    assert.equal(await cost(250), await cost(2));
  });
});

describe("aliases", () => {
  test("an alias is added once and taken away", async () => {
    const add = () => app.write(office, (work) => addAlias(work, { reference: "Bob Cruz", alias: "B Cruz" }));
    assert.deepEqual(await add(), { angler: bob, alias: "B Cruz" });
    await add();
    assert.deepEqual(await aliasesOf("b cruz"), ["B Cruz"]);
    await app.write(office, (work) => removeAlias(work, { alias: "b cruz" }));
    assert.deepEqual(await aliasesOf("Bob Cruz"), []);
    await assert.rejects(
      app.write(office, (work) => removeAlias(work, { alias: "b cruz" })),
      { code: "alias-not-found" },
    );
  });

  test("the name of someone else cannot become an alias", async () => {
    const add = app.write(office, (work) => addAlias(work, { reference: "Bob Cruz", alias: "ann lee" }));
    await assert.rejects(add, { kind: "conflict", code: "alias-taken" });
    assert.deepEqual(await app.read(visitor, (work) => listAliases(work, {})), [
      { angler: ann, alias: "A. Lee" },
    ]);
  });
});
