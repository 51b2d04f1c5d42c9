import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { type DemoFacts, demoFacts } from "#core/demo/demo-facts.rules.ts";
import { isMemberOn } from "#core/membership/status.rules.ts";

const digest = (facts: DemoFacts): string =>
  createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 16);

/** Around a year's seams, and in its middle. */
const days = ["2026-01-05", "2026-01-26", "2026-06-15", "2026-11-23", "2026-12-31", "2028-02-29"];

const tournamentsOf = ({ seasons }: DemoFacts) => seasons.flatMap(({ tournaments }) => tournaments);
const bagsOf = (facts: DemoFacts) =>
  tournamentsOf(facts).flatMap((tournament) =>
    tournament.boats.flatMap(({ bags }) => bags.map((bag) => ({ bag, tournament }))),
  );

describe("the demo's facts", () => {
  test("are the same for the same day, always", () => {
    for (const day of days) assert.equal(digest(demoFacts(day)), digest(demoFacts(day)));
    assert.equal(new Set(days.map((day) => digest(demoFacts(day)))).size, days.length);
  });

  test("tell the same of the past on another day of the season", () => {
    const weighed = (today: string) =>
      bagsOf(demoFacts(today)).filter(({ tournament }) => tournament.lastDay < "2026-06-01");
    assert.deepEqual(
      weighed("2026-06-15").map(({ bag }) => bag),
      weighed("2026-09-30").map(({ bag }) => bag),
    );
  });

  for (const day of days) {
    test(`can be true (${day})`, () => {
      const facts = demoFacts(day);
      for (const tournament of tournamentsOf(facts)) {
        const names = [...tournament.boats.flatMap(({ crew }) => crew), ...tournament.buyIns];
        assert.equal(new Set(names).size, names.length, `${tournament.firstDay}: everyone once`);
        assert.ok(tournament.boats.every(({ crew }) => crew.length === 1 || crew.length === 2));
        assert.equal(tournament.boats.length > 8, tournament.held, tournament.firstDay);
      }
      for (const { bag, tournament } of bagsOf(facts)) {
        assert.ok(bag.fish.length <= (tournament.fishLimit ?? 5));
        assert.ok(bag.fish.every((fish) => fish >= 12_500 && fish <= 100_000 && fish % 100 === 0));
        assert.deepEqual(
          bag.fish,
          bag.fish.toSorted((one, other) => other - one),
        );
        assert.ok(bag.dead <= bag.fish.length);
      }
    });

    test(`know nothing of what is ahead (${day})`, () => {
      const facts = demoFacts(day);
      assert.ok(tournamentsOf(facts).every(({ held, lastDay }) => !held || lastDay < day));
      assert.ok(facts.people.every(({ statuses }) => statuses.every(({ from }) => from <= day)));
      assert.ok(facts.payments.every(({ paidOn }) => paidOn <= day));
    });
  }

  test("the people are about sixty, each with a name, an address and a number of their own", () => {
    const { people } = demoFacts("2026-11-23");
    assert.equal(people.length, 60);
    for (const key of ["name", "email", "phone"] as const) {
      assert.equal(new Set(people.map((person) => person[key])).size, 60, key);
    }
    assert.ok(people.every(({ email }) => /^[a-z.]+@example\.org$/.test(email)));
    assert.ok(people.every(({ phone }) => /^\+151255501\d\d$/.test(phone)));
    assert.ok(
      people.some(({ name }) => name === "Ann Lee") && people.some(({ name }) => name === "Bob Cruz"),
    );
  });

  test("Ann Lee and Bob Cruz never miss a tournament", () => {
    for (const { held, boats } of tournamentsOf(demoFacts("2026-11-23"))) {
      const aboard = boats.flatMap(({ crew }) => crew);
      assert.equal(aboard.includes("Ann Lee") && aboard.includes("Bob Cruz"), held);
    }
  });

  test("nobody fishes more than twice a year as a guest", () => {
    const facts = demoFacts("2026-11-23");
    const people = new Map(facts.people.map((person) => [person.name, person]));
    for (const { tournaments } of facts.seasons) {
      const guests = tournaments.flatMap(({ boats, firstDay }) =>
        boats.flatMap(({ crew }) => crew).filter((name) => !isMemberOn(people.get(name)!.statuses, firstDay)),
      );
      for (const times of Map.groupBy(guests, (name) => name).values()) assert.ok(times.length <= 2);
    }
  });

  test("the newest results wait for protests for a week, but for a season's first", () => {
    const latest = (today: string) => tournamentsOf(demoFacts(today)).findLast(({ held }) => held)!.official;
    assert.deepEqual(["2026-01-26", "2026-02-23", "2026-03-01", "2026-03-02"].map(latest), [
      true,
      false,
      false,
      true,
    ]);
  });

  test("most fish are small: a bass of eight pounds is news, one of ten a legend", () => {
    const fish = bagsOf(demoFacts("2026-11-23")).flatMap(({ bag }) => bag.fish);
    const over = (pounds: number) => fish.filter((one) => one > pounds * 10_000).length;
    assert.ok(fish.length > 2_000);
    assert.ok(over(4) < fish.length / 12, "over four pounds");
    assert.ok(over(8) >= 2 && over(8) <= 8, "over eight");
    assert.equal(over(10), 0);
  });
});
