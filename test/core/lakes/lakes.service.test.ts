import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { operator, visitor } from "#core/actor.ts";
import { importClubLakes, importLakes } from "#core/lakes/import.service.ts";
import { Lake } from "#core/lakes/lake.entity.ts";
import { makeLakeKey } from "#core/lakes/lakes.rules.ts";
import { addLakeSchema, type LakeInput, lakesFileSchema } from "#core/lakes/lakes.schemas.ts";
import { addLake, listLakes, resolveLake } from "#core/lakes/lakes.service.ts";
import { addRamp, listRamps, resolveRamp } from "#core/lakes/ramps.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";

const app = await openTestApp();
const office = operator("tester");

const first = await app.write(office, (work) => importClubLakes(work));
const find = (reference: string) => app.read(visitor, (work) => resolveLake(work, { reference }));
const findRamp = (lake: string, reference: string) =>
  app.read(visitor, (work) => resolveRamp(work, { lake, reference }));
const clubList = async (): Promise<LakeInput[]> =>
  lakesFileSchema.parse(JSON.parse(await readFile("core/lakes/lakes.json", "utf8")));

describe("the club's own list", () => {
  test("has its 16 lakes and 44 ramps", async () => {
    assert.equal(first.added.length, 60);
    assert.deepEqual([first.changed, first.same], [[], 0]);
    const lakes = await app.read(visitor, (work) => listLakes(work, {}));
    assert.deepEqual([lakes.length, lakes.flatMap(({ ramps }) => ramps).length], [16, 44]);
  });

  test("imported again changes nothing", async () => {
    const again = await app.write(office, (work) => importClubLakes(work));
    assert.deepEqual(again, { added: [], changed: [], same: 60 });
  });

  test("says what a changed list would change", async () => {
    const lakes = await clubList();
    const travis = lakes.find(({ key }) => key === "travis");
    assert.ok(travis?.ramps[0]);
    travis.name = "Travis Lake";
    travis.ramps[0].latitude = 30.5;
    travis.ramps.push({ name: "New Ramp" });
    const outcome = await app.rehearse(office, (work) => importLakes(work, { lakes }));
    assert.deepEqual(outcome, {
      added: ["Travis Lake: New Ramp"],
      changed: ["Travis Lake", `Travis Lake: ${travis.ramps[0].name}`],
      same: 58,
    });
  });

  test("costs the same number of questions however long it is", async () => {
    const lakes = await clubList();
    const cost = (number: number) =>
      countQueries(() =>
        app.rehearse(office, (work) => importLakes(work, { lakes: lakes.slice(0, number) })),
      );
    assert.equal(await cost(16), await cost(2));
  });
});

describe("which lake or ramp is meant", () => {
  for (const reference of ["travis", "Lake Travis", "lake  TRAVIS "]) {
    test(`"${reference}" is Lake Travis`, async () => assert.equal((await find(reference)).key, "travis"));
  }

  test("a slip names the nearest", async () => {
    await assert.rejects(find("Lake Travs"), (error: Error & { details: { candidates: string[] } }) => {
      assert.equal(error.message, 'There is no lake "Lake Travs". See sabc lake list.');
      assert.equal(error.details.candidates[0], "Lake Travis");
      return true;
    });
  });

  test("a ramp is known on its lake only", async () => {
    const ramp = await findRamp("canyon", "boat ramp 22");
    assert.deepEqual([ramp.name, ramp.lake.key, ramp.latitude], ["Boat Ramp 22", "canyon", 29.9069]);
    await assert.rejects(findRamp("travis", "Boat Ramp 22"), { code: "ramp-not-found" });
  });
});

describe("new lakes and ramps", () => {
  test("a lake gets its key from its name, and a ramp its place on it", async () => {
    const added = await app.rehearse(office, async (work) => {
      await addLake(work, { name: "O. H. Ivie Reservoir", latitude: 31.5, longitude: -99.7 });
      await addRamp(work, { lake: "o-h-ivie", name: "Kennedy Park" });
      return listRamps(work, { lake: "O. H. Ivie Reservoir" });
    });
    assert.deepEqual(
      added.map(({ name, lake, latitude }) => ({ name, key: lake.key, latitude })),
      [{ name: "Kennedy Park", key: "o-h-ivie", latitude: null }],
    );
  });

  const taken: [string, string, () => Promise<unknown>][] = [
    [
      "a lake's name",
      "lake-name-taken",
      () => app.write(office, (work) => addLake(work, { name: "lake travis", key: "travis-two" })),
    ],
    ["a lake's key", "lake-key-taken", () => app.write(office, (work) => addLake(work, { name: "Travis" }))],
    [
      "a ramp's name",
      "ramp-name-taken",
      () => app.write(office, (work) => addRamp(work, { lake: "canyon", name: "BOAT RAMP 22" })),
    ],
  ];
  for (const [label, code, add] of taken) {
    test(`${label} is taken once`, () => assert.rejects(add(), { kind: "conflict", code }));
  }

  test("a visitor adds none", () =>
    assert.rejects(
      app.write(visitor, (work) => addLake(work, { name: "Mine" })),
      { kind: "forbidden" },
    ));

  test("a retired lake is offered no more, and still known", async () => {
    const seen = await app.rehearse(office, async (work) => {
      await importClubLakes(work);
      (await work.em.findOneOrFail(Lake, { key: "inks" })).retire();
      await work.em.flush();
      const keys = async (retired?: "included") =>
        (await listLakes(work, { retired })).filter(({ key }) => key === "inks").length;
      return [await keys(), await keys("included"), (await resolveLake(work, { reference: "inks" })).retired];
    });
    assert.deepEqual(seen, [0, 1, true]);
  });
});

describe("the key of a lake", () => {
  const rows: [string, string][] = [
    ["Lake Travis", "travis"],
    ["Choke Canyon Reservoir", "choke-canyon"],
    ["Lake Walter E. Long (Decker)", "walter-e-long-decker"],
    ["Lac D'Été", "lac-dete"],
    ["The Lake", "the-lake"],
    ["湖", "lake"],
  ];
  for (const [name, key] of rows) test(`of ${name} is ${key}`, () => assert.equal(makeLakeKey(name), key));
});

describe("what is sent of a lake", () => {
  const rows: [string, object, string][] = [
    ["no name", { name: " " }, "name: must not be empty"],
    ["a latitude alone", { name: "X", latitude: 30 }, "latitude: needs latitude and longitude, or neither"],
    [
      "a place off the Earth",
      { name: "X", latitude: 91, longitude: 0 },
      "latitude: must be at most 90 degrees",
    ],
    ["a word more", { name: "X", depth: 3 }, ': Unrecognized key: "depth"'],
  ];
  for (const [label, input, problem] of rows) {
    test(`is refused with ${label}`, () => {
      const issues = addLakeSchema.safeParse(input).error?.issues ?? [];
      assert.deepEqual(
        issues.map(({ path, message }) => `${path.join(".")}: ${message}`),
        [problem],
      );
    });
  }

  test("is refused when a list has a lake or a ramp twice", () => {
    const ramps = [{ name: "North" }, { name: "NORTH" }];
    const { error } = lakesFileSchema.safeParse([{ key: "one", name: "One", ramps }]);
    assert.deepEqual(
      error?.issues.map(({ path }) => path.join(".")),
      ["0.ramps"],
    );
    const twice = lakesFileSchema.safeParse([
      { key: "one", name: "One" },
      { key: "two", name: "ONE" },
    ]);
    assert.equal(twice.error?.issues[0]?.message, "must not have a lake twice");
  });
});
