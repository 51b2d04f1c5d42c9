import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { App } from "#core/app.ts";
import { operator } from "#core/actor.ts";
import { type Seeded, seedClub } from "#core/demo/seed-club.service.ts";
import { seedPeople } from "#core/demo/seed-people.rules.ts";
import { seedTournaments } from "#core/demo/seed-season.rules.ts";
import { seedSizes } from "#core/demo/seed-sizes.rules.ts";
import { addMember } from "#core/membership/membership.service.ts";
import { rebuildFigures } from "#core/standings/keep-figures.service.ts";
import { listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";

const officer = operator("tester");
const today = "2026-11-23";
const seed = (app: App, size: "small" | "large", report: (fraction: number) => void = () => undefined) =>
  seedClub(app, { actor: officer, size, report });

/** Every line of results, by names: ids differ where a run was stopped. */
const linesOf = (app: App): Promise<unknown[]> =>
  app.read(officer, ({ em }) =>
    em.execute(
      `select concat_ws(' ', e.first_day, e.name, a.name, r.ranking, r.place, r.points, r.net, r.payout) as line
       from result r join tournament t on t.id = r.tournament_id join event e on e.id = t.event_id
       left join angler a on a.id = r.angler_id order by 1`,
    ),
  );

describe("a seeded club", async () => {
  const app = await openTestApp();
  const fractions: number[] = [];
  let made: Seeded;
  before(async () => {
    await moveClock(app, today);
    made = await seed(app, "small", (fraction) => fractions.push(fraction));
  });

  test("has its size, and says how far it is on the way", () => {
    assert.deepEqual(made, { size: "small", today, people: 48, seasons: 3, tournaments: 36, bags: 354 });
    assert.deepEqual(
      fractions,
      fractions.toSorted((one, other) => one - other),
    );
    assert.equal(fractions.at(-1), 1);
  });

  test("is official as far as its days are over, and its past seasons are closed", async () => {
    const seasons = await app.read(officer, (work) => listSeasons(work));
    assert.deepEqual(
      seasons.map(({ year, ranked, official, closed }) => [year, ranked, official, closed]),
      [
        [2026, "boat", 11, false],
        [2025, "angler", 12, true],
        [2024, "angler", 12, true],
      ],
    );
  });

  test("has the figures that the rules give", async () => {
    const { differed, results } = await app.write(officer, (work) => rebuildFigures(work));
    assert.equal(differed, 0);
    assert.ok(results > 300);
  });

  test("made again is the same, also when it was stopped on the way", async () => {
    const other = await openTestApp();
    await moveClock(other, today);
    const stopped = seed(other, "small", (fraction) => {
      if (fraction > 0.5) throw new Error("stopped");
    });
    await assert.rejects(stopped, { message: "stopped" });
    assert.deepEqual(await seed(other, "small"), made);
    assert.deepEqual(await linesOf(other), await linesOf(app));
    assert.deepEqual(await seed(other, "small"), made);
  });

  test("is not put into a club of its own, or over another size", async () => {
    await assert.rejects(seed(app, "large"), { code: "seeded-otherwise" });
    const own = await openTestApp();
    await own.write(officer, (work) => addMember(work, { name: "Ann Lee", status: "member" }));
    await assert.rejects(seed(own, "small"), { code: "club-not-seeded" });
  });
});

describe("the sizes of a seeded club", () => {
  for (const [name, size] of Object.entries(seedSizes)) {
    test(`${name}: nobody is called like another, and boats are full every year`, () => {
      const people = seedPeople(size, today);
      assert.equal(new Set(people.map((person) => person.name)).size, size.people);
      assert.equal(new Set(people.map(({ email }) => email)).size, size.people);
      for (let year = 2027 - size.seasons; year <= 2026; year += 1) {
        const members = people.filter(({ firstYear, endYear }) => firstYear <= year && year < endYear);
        assert.ok(members.length >= 2 * size.boats, `${members.length} in ${year}`);
        const days = seedTournaments(size, year).map(({ firstDay }) => firstDay);
        assert.equal(new Set(days).size, 12 * size.monthly);
        assert.deepEqual(days, days.toSorted());
      }
    });
  }
});
