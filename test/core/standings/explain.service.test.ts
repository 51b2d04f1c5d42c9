import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { recordRuling } from "#core/results/rulings.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { explainAngler, explainStanding } from "#core/standings/explain.service.ts";
import type { StandingExplained } from "#core/standings/standings.service.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { parseWeight } from "#core/weight.ts";
import { amend } from "../../support/amend.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";
import { type Boat, holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();

const explain = async (season: number, angler: string): Promise<StandingExplained> => {
  const [first] = await app.read(visitor, (work) => explainAngler(work, { season, angler }));
  return first!;
};

const alone = (name: string, weight: string | null, dead = 0): Boat => ({
  crew: [name],
  bags: [weight === null ? { fish: 0, weight: "0" } : { fish: 3, weight, dead }],
});

const words = ({ events }: StandingExplained) => events.map((event) => event.words);

describe("a total of points", () => {
  test("event by event, with what was dropped and what told the level apart", async () => {
    const rules: RulesDocument = {
      ...presets["sabc-individual"],
      season: { races: ["angler"], order: ["points", "total-weight"], keep: { best: 2 } },
    };
    const hold = (day: string, boats: Boat[]) =>
      holdTournament(app, { day, state: "official", rules, boats });
    await hold("2024-01-28", [alone("A", "15.2"), alone("B", "15")]);
    await hold("2024-02-25", [alone("B", "16"), alone("A", "15.25", 1), alone("G*", "15.1")]);
    await hold("2024-03-24", [alone("C", "9"), alone("D", "8"), alone("A", null), alone("B", null)]);

    const a = await explain(2024, "A");
    assert.deepEqual([a.place, a.points, a.weight, a.title], [2, 19_900, 302_000, "Angler of the Year"]);
    assert.deepEqual(words(a), [
      [
        "3 fish, 15.20 lb.",
        "1st of 2 with fish, 2 fished.",
        "Place 1, behind nobody who earns place points: 100.",
        "A win.",
      ],
      [
        "3 fish, 15.25 lb, less 1 dead fish: 0.25 lb, net 15.00 lb.",
        "3rd of 3 with fish, 3 fished.",
        "Place 3, behind 1 who earns place points: 99.",
      ],
      [
        "0 fish, 0.00 lb.",
        "Caught nothing: place 3 with all who caught nothing.",
        "Fished and caught nothing: 2 less than the last with fish: 97.",
        "Dropped: not among the best 2.",
      ],
    ]);
    assert.deepEqual(
      a.events.map(({ counts, points }) => [counts, points]),
      [
        [true, 10_000],
        [true, 9_900],
        [false, 9_700],
      ],
    );
    assert.deepEqual(a.totalWords, [
      "100 + 99 = 199 points.",
      "15.20 + 15.00 = 30.20 lb.",
      "Level with B on points; behind by total weight, 30.20 lb to 31.00 lb.",
    ]);
    assert.deepEqual(
      (await explain(2024, "B")).totalWords.at(-1),
      "Level with A on points; ahead by total weight, 31.00 lb to 30.20 lb.",
    );
  });

  test("by key, the same; four queries", async () => {
    const a = await explain(2024, "A");
    const byKey = await app.read(visitor, (work) => explainStanding(work, { season: 2024, key: a.key }));
    assert.deepEqual(byKey, a);
    const count = await app.read(visitor, (work) =>
      countQueries(() => explainStanding(work, { season: 2024, race: "angler", key: a.key })),
    );
    assert.equal(count, 4);
  });

  test("who is not in the table is not found", async () => {
    assert.deepEqual(await refused(explain(2024, "G")), [
      "not-found",
      "standing-not-found",
      "The standings of 2024 do not list G: they list what was fished as a member, or aboard with one. See sabc standings 2024.",
    ]);
    const crew = app.read(visitor, (work) =>
      explainStanding(work, { season: 2024, race: "crew", key: "1-2" }),
    );
    assert.deepEqual(await refused(crew), [
      "not-found",
      "standing-not-found",
      "The standings of 2024 list no 1-2. See sabc standings 2024.",
    ]);
  });

  test("what was earned as a guest is told and not counted; who shares a place hears with whom", async () => {
    const hold = (day: string, boats: Boat[]) => holdTournament(app, { day, state: "official", boats });
    await hold("2023-01-22", [alone("Joe*", "12"), alone("A", null)]);
    await hold("2023-02-26", [alone("Joe", null), alone("B", null)]);
    const joe = await explain(2023, "Joe");
    assert.deepEqual(
      joe.events.map(({ counts, points, words: [, , ...rest] }) => [counts, points, rest]),
      [
        [
          false,
          0,
          [
            "A guest that day, and guests earn no points: 0.",
            "A win.",
            "Not a member that day: the table adds up what members earned.",
          ],
        ],
        [true, 9_800, ["Fished and caught nothing: 2 less than the last with fish: 98."]],
      ],
    );
    assert.deepEqual(joe.totalWords, [
      "98 points.",
      "Level with A and B on points and all that breaks ties: they share 1st place.",
    ]);
  });

  test("a coin is told with who decided it, and other points are added", async () => {
    const rules: RulesDocument = {
      ...presets["sabc-individual"],
      season: {
        races: ["angler"],
        order: ["points", "best-place", "name"],
        minimumEvents: 2,
        attendance: { events: 1, points: 5 },
      },
    };
    const level = (name: string): Boat => ({ crew: [name], bags: [{ fish: 3, weight: "9.75", big: "3" }] });
    const held = await holdTournament(app, { day: "2022-01-23", rules, boats: [level("Dee"), level("Eve")] });
    await app.write(tester, async (work) => {
      const tournament = "2022-01";
      await recordRuling(work, { kind: "coin", tournament, order: ["Eve", "Dee"], decidedBy: "W. Master" });
      await makeOfficial(work, { tournament });
    });
    await amend(app, {
      tournaments: [held],
      change: async (work) => {
        const angler = await work.em.findOneOrFail(Angler, { name: "Eve" });
        const bag = await work.em.findOneOrFail(Bag, { angler });
        Object.assign(bag, {
          gross: parseWeight("10.75"),
          otherPenalty: parseWeight("1"),
          penaltyReason: "No kill switch",
        });
      },
    });
    assert.deepEqual(
      words(await explain(2022, "Eve"))[0]![0],
      "3 fish, 10.75 lb, less No kill switch: 1.00 lb, net 9.75 lb, biggest 3.00 lb.",
    );
    const dee = await explain(2022, "Dee");
    assert.deepEqual(words(dee), [
      [
        "3 fish, 9.75 lb, biggest 3.00 lb.",
        "2nd of 2 with fish, 2 fished.",
        "The same weight: behind Eve by the coin (W. Master).",
        "Place 2, behind 1 who earns place points: 99.",
      ],
    ]);
    assert.deepEqual(
      dee.added.map(({ points }) => points),
      [500],
    );
    assert.deepEqual(dee.totalWords, [
      "99 + 5 = 104 points.",
      "9.75 lb.",
      "Fished 1 of the 2 events that a place needs.",
    ]);
  });
});

test("missed events that are never dropped are told", async () => {
  const rules: RulesDocument = {
    ...presets["sabc-individual"],
    season: { races: ["angler"], order: ["points"], keep: { best: 2 }, neverDropped: ["missed"] },
  };
  const hold = (day: string, boats: Boat[]) => holdTournament(app, { day, state: "official", rules, boats });
  await hold("2021-01-24", [alone("A", "15"), alone("B", "14")]);
  await hold("2021-02-28", [alone("A", "15")]);
  await hold("2021-03-28", [alone("A", "15"), alone("B", "14")]);
  const b = await explain(2021, "B");
  assert.deepEqual(b.totalWords, [
    "99 points.",
    "14.00 + 14.00 = 28.00 lb.",
    "Missed 1 of 3 tournaments: never dropped, each takes the slot of a result that counts.",
  ]);
  assert.deepEqual(
    b.events.map(({ counts }) => counts),
    [true, false],
  );
});

describe("a total of wins", () => {
  test("event by event, without points", async () => {
    const hold = (day: string, boats: Boat[]) =>
      holdTournament(app, { day, state: "official", rules: "sabc-team", boats });
    await hold("2026-01-25", [
      { crew: ["Ann", "Bob"], bags: [{ fish: 5, weight: "15", big: "5.5" }] },
      { crew: ["Cal"], bags: [{ fish: 4, weight: "12" }] },
    ]);
    await hold("2026-02-22", [
      { crew: ["Ann", "Bob"], bags: [{ fish: 5, weight: "10" }] },
      { crew: ["Cal"], bags: [{ fish: 4, weight: "12" }] },
    ]);
    const ann = await explain(2026, "Ann");
    assert.deepEqual(
      [ann.race, ann.key, ann.wins, ann.points],
      ["crew", ann.crew.map(({ id }) => id).join("-"), 1, null],
    );
    assert.deepEqual(words(ann), [
      ["5 fish, 15.00 lb, biggest 5.50 lb, a limit.", "1st of 2 with fish, 2 fished.", "A win."],
      ["5 fish, 10.00 lb, a limit.", "2nd of 2 with fish, 2 fished."],
    ]);
    assert.deepEqual(ann.totalWords, [
      "1 win.",
      "15.00 + 10.00 = 25.00 lb.",
      "Level with Cal on wins; ahead by total weight, 25.00 lb to 24.00 lb.",
    ]);
  });

  test("in a race of anglers aboard, one disqualified has nothing of the boat's", async () => {
    const rules: RulesDocument = {
      ...presets["sabc-team"],
      limit: { fish: 5, per: "angler" },
      points: { place: { first: 50, step: 5 } },
      season: { races: ["angler"], order: ["points"] },
    };
    await holdTournament(app, {
      day: "2014-01-26",
      state: "official",
      rules,
      boats: [
        {
          crew: ["Ann", "Bob"],
          bags: [
            { fish: 3, weight: "9" },
            { fish: 2, weight: "5" },
          ],
          disqualified: ["Bob"],
        },
      ],
    });
    const bob = await explain(2014, "Bob");
    assert.deepEqual([bob.points, words(bob)], [0, [["Disqualified: nothing of the boat's result counts."]]]);
    assert.deepEqual((await explain(2014, "Ann")).points, 5_000);
  });
});
