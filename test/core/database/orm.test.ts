import assert from "node:assert/strict";
import { test } from "node:test";
import { Lake } from "#core/lakes/lake.entity.ts";
import { Ramp } from "#core/lakes/ramp.entity.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { Tournament } from "#core/tournaments/tournament.entity.ts";
import { makeOneBoat, openTestOrm } from "../../support/one-boat.ts";

test("what was read and left alone is not written again", async () => {
  const orm = await openTestOrm();
  const making = orm.em.fork();
  const { tournament, entry, ann } = await makeOneBoat(making, 2026);
  const lake = making.create(Lake, { key: "travis", name: "Lake Travis" });
  tournament.holdOn({ lake, ramp: making.create(Ramp, { lake, name: "Mansfield Dam" }) });
  making.create(Bag, { entry, angler: ann, gross: 90_000, bigBass: 40_000, caughtBy: ann });
  await making.flush();

  const reading = orm.em.fork();
  for (const entity of [Tournament, Crew, Bag]) await reading.find<object>(entity, {});
  reading.getUnitOfWork().computeChangeSets();
  assert.deepEqual(reading.getUnitOfWork().getChangeSets(), []);
});
