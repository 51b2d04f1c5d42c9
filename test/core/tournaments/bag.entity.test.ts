import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EntityManager, RequiredEntityData } from "@mikro-orm/postgresql";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { makeOneBoat, openTestOrm, inVain } from "../../support/one-boat.ts";

type Weighed = Partial<RequiredEntityData<Bag>>;

const orm = await openTestOrm();
const boat = await makeOneBoat(orm.em.fork(), 2026);

describe("a bag", () => {
  /** Weighs bags of the boat and takes them back: the refusal, or null. */
  const weigh = (...bags: Weighed[]): Promise<string | null> => inVain(orm, (em) => insert(em, bags));

  const sound: [string, Weighed][] = [
    ["five fish", { fish: 5, gross: 152_000, bigBass: 51_000 }],
    ["a big bass as heavy as the bag", { fish: 1, gross: 30_000, bigBass: 30_000 }],
    ["every fish dead", { fish: 2, dead: 2, gross: 30_000 }],
    ["nothing caught", { fish: 0, gross: 0 }],
    ["nothing caught and no weight noted", { fish: 0 }],
    ["a weight whose fish nobody counted", { gross: 120_000, bigBass: 40_000 }],
    ["dead fish of an unknown count", { gross: 120_000, dead: 1 }],
    ["neither count nor weight known", {}],
    ["a bass weighed beside a measured bag", { fish: 1, gross: 20_000, bigBass: 21_000, measured: true }],
    ["lengths of a measured bag", { fish: 2, gross: 40_000, lengths: [140_000, 155_000], measured: true }],
    [
      "a bass above a net of which penalties were taken",
      { fish: 1, gross: 0, bigBass: 2_000, netOnly: true },
    ],
    ["a penalty with its reason", { fish: 1, gross: 20_000, otherPenalty: 5_000, penaltyReason: "no vest" }],
  ];
  for (const [label, bag] of sound) {
    test(`holds ${label}`, async () => assert.equal(await weigh(bag), null));
  }

  const refused: [string, Weighed, string][] = [
    ["fewer than no fish", { fish: -1 }, "bag_fish_are_not_negative"],
    ["more dead fish than fish", { fish: 2, dead: 3 }, "dead_fish_within_fish"],
    ["fewer than no dead fish", { dead: -1 }, "dead_fish_within_fish"],
    ["fewer than no short fish", { short: -1 }, "short_fish_are_not_negative"],
    ["a weight below zero", { gross: -1 }, "gross_is_not_negative"],
    ["a weight without fish", { fish: 0, gross: 10 }, "no_fish_no_weight"],
    ["a big bass without fish", { fish: 0, measured: true, bigBass: 10 }, "no_fish_no_weight"],
    [
      "a big bass heavier than the bag",
      { fish: 2, gross: 30_000, bigBass: 30_001 },
      "big_bass_within_the_bag",
    ],
    ["a big bass of no weight", { fish: 2, gross: 30_000, bigBass: 0 }, "big_bass_weighs_something"],
    [
      "lengths of a weighed bag",
      { fish: 1, gross: 20_000, lengths: [140_000] },
      "lengths_are_of_a_measured_bag",
    ],
    ["a penalty without a reason", { fish: 1, gross: 20_000, otherPenalty: 5_000 }, "penalty_has_a_reason"],
    ["a penalty below zero", { otherPenalty: -1, penaltyReason: "a gift" }, "penalty_has_a_reason"],
    ["minutes late below zero", { late: -1 }, "late_minutes_are_not_negative"],
    ["a day before the first", { day: 0 }, "bag_day_counts_from_one"],
  ];
  for (const [label, bag, constraint] of refused) {
    test(`refuses ${label}`, async () => assert.equal(await weigh(bag), constraint));
  }

  test("is one per angler and day, and the boat's common one too", async () => {
    assert.equal(await weigh({ angler: boat.ann }, { angler: boat.bob }, { angler: boat.ann, day: 2 }), null);
    assert.equal(await weigh({ angler: boat.ann }, { angler: boat.ann }), "one_bag_per_angler_and_day");
    assert.equal(await weigh({}, {}), "one_bag_per_angler_and_day");
    assert.equal(await weigh({}, { day: 2 }), null);
  });

  test("belongs to someone aboard, and so does its big bass", async () => {
    const caught = { fish: 1, gross: 20_000, bigBass: 20_000 };
    assert.equal(await weigh({ ...caught, caughtBy: boat.bob }), null);
    assert.equal(await weigh({ ...caught, caughtBy: boat.cal }), "big_bass_catcher_is_aboard");
    assert.equal(await weigh({ angler: boat.cal }), "bag_angler_is_aboard");
    assert.equal(await weigh({ fish: 1, gross: 20_000, caughtBy: boat.bob }), "catcher_has_a_big_bass");
  });

  test("keeps its angler aboard, and follows when the crew place passes to another", async () => {
    const refusal = await inVain(orm, async (em) => {
      const [bag] = await insert(em, [
        { angler: boat.ann, fish: 1, gross: 9, bigBass: 9, caughtBy: boat.ann },
      ]);
      const passes = { angler: boat.cal.id };
      await em.nativeUpdate(Crew, { entry: boat.entry.id, angler: boat.ann.id }, passes);
      const moved = await em.fork({ keepTransactionContext: true }).findOneOrFail(Bag, bag?.id ?? 0);
      assert.deepEqual([moved.angler?.id, moved.caughtBy?.id], [boat.cal.id, boat.cal.id]);
      await em.nativeDelete(Crew, { entry: boat.entry.id, angler: boat.cal.id });
    });
    assert.match(String(refusal), /aboard/);
  });

  test("reads back as it was written, unknown as null", async () => {
    await inVain(orm, async (em) => {
      const [bag] = await insert(em, [{ gross: 120_000 }]);
      assert.deepEqual(
        [bag?.fish, bag?.bigBass, bag?.lengths, bag?.dead, bag?.isCommon()],
        [null, null, null, 0, true],
      );
      const read = await em.fork({ keepTransactionContext: true }).findOneOrFail(Bag, bag?.id ?? 0);
      assert.deepEqual(
        [read.fish, read.bigBass, read.lengths, read.dead, read.gross, read.isCommon()],
        [null, null, null, 0, 120_000, true],
      );
    });
  });
});

async function insert(em: EntityManager, bags: Weighed[]): Promise<Bag[]> {
  const made = bags.map((bag) => em.create(Bag, { ...bag, entry: boat.entry.id }));
  await em.flush();
  return made;
}
