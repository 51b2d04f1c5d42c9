import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { Entry } from "#core/tournaments/entry.entity.ts";
import { inVain, makeOneBoat, openTestOrm } from "../../support/one-boat.ts";

const orm = await openTestOrm();
const { tournament, entry, ann, bob, cal } = await makeOneBoat(orm.em.fork(), 2026);
const other = await makeOneBoat(orm.em.fork(), 2027);

const aboard = { entry: entry.id, tournament: tournament.id, wasMember: true };

const third = (berth: number) =>
  inVain(orm, async (em) => em.create(Crew, { ...aboard, angler: cal.id, berth }));

describe("a crew", () => {
  test("is an angler once in a tournament, whatever the boat", async () => {
    const refusal = await inVain(orm, async (em) => {
      const boat = em.create(Entry, { tournament: tournament.id, boatNumber: 8 });
      em.create(Crew, { ...aboard, entry: boat, angler: ann.id });
    });
    assert.equal(refusal, "one_crew_place_per_angler");
  });

  test("may fish the next tournament", async () => {
    const boat = { entry: other.entry.id, tournament: other.tournament.id, angler: ann.id, wasMember: true };
    const refusal = await inVain(orm, async (em) => {
      await em.nativeDelete(Crew, { entry: other.entry.id, berth: 2 });
      em.create(Crew, { ...boat, berth: 2 });
    });
    assert.equal(refusal, null);
  });

  test("holds no third, in no berth", async () => {
    assert.deepEqual(
      [await third(1), await third(2), await third(3)],
      ["two_aboard_at_most", "two_aboard_at_most", "crew_is_one_or_two"],
    );
  });

  test("is in its boat's tournament", async () => {
    const refusal = await inVain(orm, async (em) =>
      em.create(Crew, { ...aboard, tournament: other.tournament.id, angler: cal.id }),
    );
    assert.equal(refusal, "two_aboard_at_most");
    const alone = await inVain(orm, async (em) => {
      const boat = em.create(Entry, { tournament: tournament.id });
      em.create(Crew, { entry: boat, tournament: other.tournament.id, angler: cal.id, wasMember: false });
    });
    assert.equal(alone, "crew_is_in_its_entrys_tournament");
  });

  test("stands in for another only, who then counts", async () => {
    const self = await inVain(orm, (em) =>
      em.nativeUpdate(Crew, { entry: entry.id, angler: bob.id }, { standsInFor: bob.id }),
    );
    assert.equal(self, "stand_in_is_another_angler");
    const em = orm.em.fork();
    const crew = await em.findOneOrFail(Crew, { entry: entry.id, angler: bob.id }, { populate: ["entry"] });
    assert.equal(crew.countsFor().id, bob.id);
    crew.standsInFor = cal;
    assert.equal(crew.countsFor().id, cal.id);
  });

  test("has the boat's outcome until it has its own", async () => {
    const em = orm.em.fork();
    const crew = await em.findOneOrFail(Crew, { entry: entry.id, angler: bob.id }, { populate: ["entry"] });
    assert.equal(crew.outcomeThatDay(), "fished");
    crew.entry.disqualify("late");
    assert.deepEqual([crew.outcomeThatDay(), crew.entry.reason], ["disqualified", "late"]);
    crew.outcome = "fished";
    assert.equal(crew.outcomeThatDay(), "fished");
  });

  test("keeps an angler in the results they are in", async () => {
    assert.equal(
      await inVain(orm, (em) =>
        em
          .getConnection()
          .execute("delete from angler where id = ?", [ann.id], "run", em.getTransactionContext()),
      ),
      "crew_is_an_angler",
    );
  });
});

const made = (values: object) =>
  inVain(orm, async (em) => em.create(Entry, { tournament: tournament.id, ...values }));

describe("an entry", () => {
  const cases: [string, object, string | null][] = [
    ["another boat", { boatNumber: 8, weighInOrder: 1 }, null],
    ["an imported boat without a number", {}, null],
    ["a buy-in", { kind: "buy-in" }, null],
    ["a second boat of the number", { boatNumber: 7 }, "one_boat_per_number"],
    ["a buy-in with a boat", { kind: "buy-in", boatNumber: 9 }, "buy_in_has_no_boat"],
    ["boat number zero", { boatNumber: 0 }, "entry_numbers_count_from_one"],
    ["grace for one who fished", { grace: true }, "entry_grace_is_for_the_disqualified"],
    ["grace for the disqualified", { grace: true, outcome: "disqualified" }, null],
    ["a published place between two", { publishedPlace: 4.5 }, null],
    ["an outcome nobody knows", { outcome: "sank" }, "entry_outcome_is_known"],
  ];
  for (const [label, values, refusal] of cases) {
    test(`${refusal === null ? "may be" : "is never"} ${label}`, async () =>
      assert.equal(await made(values), refusal));
  }
});
