import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { checkBoat } from "#core/results/enter-boat.service.ts";
import type { EnterBoat } from "#core/results/enter-boat.schemas.ts";
import { getResults, podiumOf } from "#core/results/results.service.ts";
import { listRulings } from "#core/results/rulings.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { getWeighIn } from "#core/results/weigh-in.service.ts";
import { DomainError } from "#core/errors.ts";
import { parseWeight } from "#core/weight.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";
import { bag, enter as enterIn, problems, weighing as weighingIn, welcome } from "../../support/weigh-in.ts";

const app = await openTestApp();
await welcome(app);

const enter = (boat: EnterBoat) => enterIn(app, boat);
const weighing = (rules: "sabc-team" | "sabc-individual", state?: "weighing" | "scheduled") =>
  weighingIn(app, rules, state);
const words = async (tournament: number, on = 1) =>
  (await app.read(tester, (work) => getWeighIn(work, { tournament, day: on }))).boats.map(
    (boat) => boat.words,
  );

describe("a boat of the weigh-in line", () => {
  test("is understood, saved and placed at once", async () => {
    const tournament = await weighing("sabc-team");
    const done = await enter({
      tournament,
      boat: 7,
      crew: ["Ann Lee", "Bob Cruz"],
      bags: [bag(5, "15.20", { dead: 1, big: "5.10" })],
    });
    assert.equal(done.words, "Boat 7: Ann Lee + Bob Cruz, 5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb, big 5.10");
    assert.deepEqual(
      done.results.boats.map(({ place, net, boatNumber }) => [place, net, boatNumber]),
      [[1, parseWeight("14.95"), 7]],
    );
    await enter({ tournament, crew: ["Cy Poe"], bags: [bag(5, "16-8")] });
    assert.deepEqual(await words(tournament), [
      "Boat 7: Ann Lee + Bob Cruz, 5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb, big 5.10",
      "Boat 1: Cy Poe alone, 5 fish, 16.50 lb",
    ]);
    assert.equal((await app.write(tester, rebuildResults)).differed, 0);
  });

  test("is no zero, and has no place, while it may still be weighed", async () => {
    const boats = [
      { crew: ["Ann Lee"], bags: [{ fish: 5, weight: "9" }] },
      { crew: ["Bob Cruz"], bags: [{ fish: 0, weight: "0" }] },
      { crew: ["Cy Poe"] },
    ];
    const zerosOf = async (day: string, state: "weighing" | "provisional") => {
      const tournament = await holdTournament(app, { day, rules: "sabc-team", state, boats });
      const results = await app.read(visitor, (work) => getResults(work, { tournament }));
      const places = podiumOf(results).map(({ crew }) => crew[0]?.name);
      return [
        results.zeros,
        results.boats.filter(({ zero }) => zero).map(({ boatNumber }) => boatNumber),
        places,
      ];
    };
    assert.deepEqual(await zerosOf("2026-07-04", "weighing"), [1, [2], ["Ann Lee"]]);
    assert.deepEqual(await zerosOf("2026-07-05", "provisional"), [2, [2, 3], ["Ann Lee"]]);
  });

  test("where each angler brings a bag, has one for each aboard", async () => {
    const tournament = await weighing("sabc-individual");
    const { words, results } = await enter({
      tournament,
      crew: ["Bob Cruz", "Ann Lee"],
      bags: [bag(4, "8.10", { big: "3.20" }), bag(0, "0")],
    });
    assert.equal(words, "Boat 1: Bob Cruz, 4 fish, 8.10 lb, big 3.20; Ann Lee, no fish");
    assert.deepEqual(
      results.anglers.map(({ angler, place, points }) => [angler.name, place, points]),
      [
        ["Bob Cruz", 1, 10_000],
        ["Ann Lee", 2, 9_800],
      ],
    );
  });

  test("may have a new guest aboard, who is kept with the boat or not at all", async () => {
    const tournament = await weighing("sabc-team");
    const crew: EnterBoat["crew"] = ["Ann Lee", { guest: "Zed New" }];
    await assert.rejects(enter({ tournament, crew, bags: [bag(6, "9.00")] }), { code: "boat-doubtful" });
    const { words, guests } = await enter({ tournament, crew, bags: [bag(5, "9.00")] });
    assert.equal(words, "Boat 1: Ann Lee + Zed New (guest), 5 fish, 9.00 lb");
    assert.deepEqual(
      guests.map(({ name }) => name),
      ["Zed New"],
    );
    assert.deepEqual(await problems(enter({ tournament, crew: [{ guest: "zed new" }] })), [
      ["angler", "The club knows a zed new already. Choose that one, or write the new guest's name in full."],
    ]);
  });

  test("may be a buy-in where the rules offer one, or have stayed at home", async () => {
    const tournament = await weighing("sabc-individual");
    const bought = await enter({ tournament, kind: "buy-in", crew: ["Gus Orr"] });
    assert.equal(bought.words, "Buy-in: Gus Orr");
    const stayed = await enter({
      tournament,
      boat: 4,
      crew: ["Ann Lee"],
      outcome: "did-not-fish",
      reason: "engine",
    });
    assert.equal(stayed.words, "Boat 4: Ann Lee alone, did not fish");
    const team = await weighing("sabc-team");
    assert.deepEqual(await problems(enter({ tournament: team, kind: "buy-in", crew: ["Gus Orr"] })), [
      ["angler", "This season offers no buy-in."],
    ]);
  });

  test("who caught a big bass of a common bag is kept", async () => {
    const tournament = await weighing("sabc-team");
    const { words } = await enter({
      tournament,
      crew: ["Dee Ray", "Eve Hall"],
      bags: [bag(5, "15.20", { big: "5.10", caughtBy: 2 })],
    });
    assert.equal(words, "Boat 1: Dee Ray + Eve Hall, 5 fish, 15.20 lb, big 5.10 by Eve Hall");
  });
});

describe("what cannot be", () => {
  const cases: [string, Omit<EnterBoat, "tournament">, [string, string][]][] = [
    [
      "more dead than fish",
      { crew: ["Eve Hall"], bags: [bag(2, "4", { dead: 3 })] },
      [["dead", "3 dead of 2 fish cannot be."]],
    ],
    [
      "a big bass over its bag",
      { crew: ["Eve Hall"], bags: [bag(2, "4", { big: "4.10" })] },
      [["big-bass", "The big bass (4.10 lb) is heavier than the bag (4.00 lb) it was in."]],
    ],
    [
      "fish without a weight",
      { crew: ["Eve Hall"], bags: [{ fish: 3 }] },
      [["weight", "The weight of 3 fish is missing."]],
    ],
    ["nobody aboard", { bags: [bag(2, "4")] }, [["angler", "A boat has one or two anglers aboard."]]],
    [
      "the same one twice",
      { crew: ["Eve Hall", "eve hall"], bags: [bag(2, "4")] },
      [["partner", "Eve Hall is named twice. One alone is a boat of one."]],
    ],
    [
      "an angler of another boat",
      { crew: ["Eve Hall", "Ann Lee"], bags: [bag(2, "4")] },
      [["partner", "Ann Lee is in boat 7 already, and can be in one only."]],
    ],
    [
      "the number of another boat",
      { boat: 7, crew: ["Eve Hall"], bags: [bag(2, "4")] },
      [["boat", "Boat 7 is in already: Ann Lee + Bob Cruz. Give this one another number, or edit that one."]],
    ],
    [
      "a second bag of the day",
      { boat: 7, bags: [bag(2, "4")] },
      [
        [
          "boat",
          "Boat 7 (Ann Lee + Bob Cruz) has weighed already. Give this one another number, or edit that one.",
        ],
      ],
    ],
    [
      "a day too many",
      { day: 2, crew: ["Eve Hall"], bags: [bag(2, "4")] },
      [["day", "The tournament has one day."]],
    ],
    [
      "everything at once",
      { boat: 7, crew: ["Ann Lee", "Eve Hall"], bags: [bag(2, "4", { dead: 3, big: "9" })] },
      [
        ["boat", "Boat 7 is in already: Ann Lee + Bob Cruz. Give this one another number, or edit that one."],
        ["dead", "3 dead of 2 fish cannot be."],
        ["big-bass", "The big bass (9.00 lb) is heavier than the bag (4.00 lb) it was in."],
      ],
    ],
  ];
  test("is refused with its field, and nothing is saved", async (t) => {
    const tournament = await weighing("sabc-team");
    await enter({ tournament, boat: 7, crew: ["Ann Lee", "Bob Cruz"], bags: [bag(5, "15.20")] });
    for (const [label, boat, expected] of cases) {
      await t.test(label, async () => {
        assert.deepEqual(await problems(enter({ tournament, ...boat })), expected);
        const checked = await app.read(tester, (work) => checkBoat(work, { boat: { tournament, ...boat } }));
        assert.deepEqual(
          checked.problems.map(({ column, reason }) => [column, reason]),
          expected,
        );
      });
    }
    assert.deepEqual(await words(tournament), ["Boat 7: Ann Lee + Bob Cruz, 5 fish, 15.20 lb"]);
  });

  test("an unknown name is not found, with its field", async () => {
    const tournament = await weighing("sabc-team");
    const [kind, code] = await refused(enter({ tournament, crew: ["Ann Lee", "Bob Cruise"] }));
    assert.deepEqual([kind, code], ["not-found", "angler-not-found"]);
    assert.deepEqual(
      (await problems(enter({ tournament, crew: ["Ann Lee", "Bob Cruise"] }))).map(([column]) => column),
      ["partner"],
    );
  });

  test("nothing is entered before the scales are open, or where it is cancelled", async () => {
    const tournament = await weighing("sabc-team", "scheduled");
    assert.deepEqual(
      (await refused(enter({ tournament, crew: ["Ann Lee"], bags: [bag(1, "2")] })))[1],
      "scales-not-open",
    );
  });
});

describe("what is hardly right", () => {
  test("is asked, and kept as a ruling with its reason when it is so", async () => {
    const tournament = await weighing("sabc-team");
    const boat = { tournament, boat: 3, crew: ["Ann Lee"], bags: [bag(6, "9.00")] };
    const error = await enter(boat).catch((reason: unknown) => reason);
    assert.ok(error instanceof DomainError);
    assert.deepEqual(error.details?.["doubts"], [
      { check: "over-limit:fish", column: "fish", sentence: "6 fish, and a bag holds 5." },
    ]);
    await enter({
      ...boat,
      accepted: [{ check: "over-limit:fish", reason: "counted twice" }],
      decidedBy: "Bob Cruz",
    });
    const [ruling, ...others] = await app.read(tester, (work) => listRulings(work, { tournament }));
    assert.deepEqual(others, []);
    assert.deepEqual(
      [ruling?.kind, ruling?.words, ruling?.decidedBy, ruling?.reason],
      ["override", "Set aside: Boat 3: 6 fish, and a bag holds 5.", "Bob Cruz", "counted twice"],
    );
  });

  test("one acceptance does not cover another doubt", async () => {
    const tournament = await weighing("sabc-team");
    const accepted = [{ check: "over-limit:fish", reason: "so" }];
    await assert.rejects(enter({ tournament, crew: ["Ann Lee"], bags: [bag(6, "2.00")], accepted }), {
      code: "boat-doubtful",
      message: /less than half a pound/,
    });
  });

  test("a guest's third event of the year waits for a word, whoever else is aboard", async () => {
    for (const _ of [1, 2]) {
      await enter({
        tournament: await weighing("sabc-team"),
        crew: ["Ivy Guest", "Ann Lee"],
        bags: [bag(1, "2")],
      });
    }
    const third = {
      tournament: await weighing("sabc-team"),
      crew: ["Ann Lee", "Ivy Guest"],
      bags: [bag(1, "2")],
    };
    assert.deepEqual(await problems(enter(third)), [
      [
        "partner",
        "Ivy Guest: A guest may fish 2 events a year, and this would be one more; it takes membership.",
      ],
    ]);
    const { accepted } = await enter({ ...third, override: "joined yesterday" });
    assert.equal(accepted.length, 1);
  });
});
