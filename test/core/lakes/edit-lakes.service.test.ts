import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { editLake, offerLake, retireLake } from "#core/lakes/edit-lake.service.ts";
import { editRamp, offerRamp, retireRamp } from "#core/lakes/edit-ramp.service.ts";
import { editLakeSchema, editRampSchema } from "#core/lakes/lakes.schemas.ts";
import { addLake, listLakes, resolveLake } from "#core/lakes/lakes.service.ts";
import { addRamp, listRamps } from "#core/lakes/ramps.service.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();

await app.write(tester, async (work) => {
  await addLake(work, { name: "Lake Travs", key: "travis" });
  await addLake(work, { name: "Canyon Lake", latitude: 29.87, longitude: -98.23 });
  await addRamp(work, { lake: "travis", name: "Mansfield" });
  await addRamp(work, { lake: "travis", name: "Pace Bend" });
});
const lakes = (retired?: "included") =>
  app.read(visitor, (work) => listLakes(work, retired === undefined ? {} : { retired }));
const named = async (retired?: "included") => (await lakes(retired)).map(({ name }) => name);

describe("a lake and a ramp that were written wrong", () => {
  test("take another name and place, and keep their key", async () => {
    const lake = await app.write(tester, (work) =>
      editLake(work, { lake: "lake travs", name: "Lake Travis", latitude: 30.4, longitude: -97.9 }),
    );
    assert.deepEqual(
      [lake.key, lake.name, lake.latitude, lake.longitude],
      ["travis", "Lake Travis", 30.4, -97.9],
    );
    const ramp = await app.write(tester, (work) =>
      editRamp(work, { lake: "travis", ramp: "mansfield", name: "Mansfield Dam" }),
    );
    assert.deepEqual(ramp, {
      id: ramp.id,
      name: "Mansfield Dam",
      latitude: null,
      longitude: null,
      retired: false,
      lake: { id: lake.id, key: "travis", name: "Lake Travis" },
    });
  });

  test("keep what is not named, and lose a place by null", async () => {
    const moved = await app.write(tester, (work) =>
      editLake(work, { lake: "canyon", latitude: null, longitude: null }),
    );
    assert.deepEqual([moved.name, moved.latitude, moved.longitude], ["Canyon Lake", null, null]);
    const ramp = await app.write(tester, (work) =>
      editRamp(work, { lake: "travis", ramp: "Pace Bend", latitude: 30.5, longitude: -98 }),
    );
    assert.deepEqual([ramp.name, ramp.latitude, ramp.longitude], ["Pace Bend", 30.5, -98]);
  });

  test("never take the name of another, but their own in other letters", async () => {
    const twice = app.write(tester, (work) => editLake(work, { lake: "canyon", name: "lake  travis" }));
    assert.deepEqual((await refused(twice)).slice(0, 2), ["conflict", "lake-name-taken"]);
    const ramp = app.write(tester, (work) =>
      editRamp(work, { lake: "travis", ramp: "Pace Bend", name: "MANSFIELD DAM" }),
    );
    assert.deepEqual((await refused(ramp)).slice(0, 2), ["conflict", "ramp-name-taken"]);
    const own = await app.rehearse(tester, (work) => editLake(work, { lake: "canyon", name: "CANYON LAKE" }));
    assert.equal(own.name, "CANYON LAKE");
  });

  const faults: [string, object, string][] = [
    ["nothing said", { lake: "travis" }, "say what changes: the name, or latitude and longitude"],
    ["half a place", { lake: "travis", latitude: 30 }, "needs latitude and longitude, or neither"],
    ["an empty name", { lake: "travis", name: " " }, "must not be empty"],
  ];
  for (const [label, input, reason] of faults) {
    test(`are refused ${label}`, () => {
      const said = [editLakeSchema.safeParse(input), editRampSchema.safeParse({ ...input, ramp: "x" })];
      assert.deepEqual(
        said.map(({ error }) => error?.issues.map(({ message }) => message)),
        [[reason], [reason]],
      );
    });
  }
});

describe("a lake and a ramp that are not fished any more", () => {
  test("are no longer offered, and stay", async () => {
    await app.write(tester, (work) => retireLake(work, { lake: "Canyon Lake" }));
    const again = await app.write(tester, (work) => retireLake(work, { lake: "canyon" }));
    assert.deepEqual(
      [again.retired, await named(), await named("included")],
      [true, ["Lake Travis"], ["Canyon Lake", "Lake Travis"]],
    );
    await app.write(tester, (work) => retireRamp(work, { lake: "travis", ramp: "pace bend" }));
    const ramps = await app.read(visitor, (work) => listRamps(work, { lake: "travis" }));
    assert.deepEqual(
      ramps.map(({ name }) => name),
      ["Mansfield Dam"],
    );
    const travis = await app.read(visitor, (work) => resolveLake(work, { reference: "travis" }));
    assert.equal(travis.ramps.length, 2);
  });

  test("are offered again when that is said", async () => {
    await app.write(tester, (work) => offerLake(work, { lake: "canyon" }));
    const ramp = await app.write(tester, (work) => offerRamp(work, { lake: "travis", ramp: "Pace Bend" }));
    assert.deepEqual([await named(), ramp.retired], [["Canyon Lake", "Lake Travis"], false]);
  });

  test("are an officer's to retire", async () => {
    const verb = app.write(visitor, (work) => retireLake(work, { lake: "canyon" }));
    assert.deepEqual((await refused(verb)).slice(0, 2), ["forbidden", "role-required"]);
  });
});
