import assert from "node:assert/strict";
import { test } from "node:test";
import { seedPeople } from "#core/demo/seed-people.rules.ts";
import { seedBoats, seedTournaments } from "#core/demo/seed-season.rules.ts";
import { seedSizes } from "#core/demo/seed-sizes.rules.ts";

test("nobody is level with anybody, and two bags that keep step do not keep the scales open for ever", () => {
  const size = seedSizes.large;
  const people = seedPeople(size, "2026-11-23");
  for (const year of [1959, 1960, 1961]) {
    for (const tournament of seedTournaments(size, year)) {
      const bags = seedBoats({ size, year, tournament, people }).flatMap((boat) => boat.bags);
      const heaviest = bags.flatMap(({ fish }) => fish[0] ?? []);
      assert.equal(new Set(heaviest).size, heaviest.length, `${tournament.name} ${year}`);
    }
  }
});
