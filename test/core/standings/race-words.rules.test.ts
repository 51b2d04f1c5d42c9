import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Race } from "#core/seasons/race.schemas.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { keepWords, orderWords, raceTitle } from "#core/standings/race-words.rules.ts";
import { rulesOf } from "../../support/facts.ts";

const rules = (season: RulesDocument["season"], awards: RulesDocument["awards"] = []) =>
  rulesOf({
    version: 1,
    name: "A club",
    ranked: "boat",
    limit: { fish: 5, per: "boat" },
    points: {},
    season,
    awards,
  });

describe("what a race is called", () => {
  const table: [string, Parameters<typeof rules>, Race, string][] = [
    ["points of anglers", [{ races: ["angler"] }], "angler", "Angler of the Year"],
    ["points of boaters", [{ races: ["boater", "co-angler"] }], "boater", "Boater of the Year"],
    ["points of crews", [{ races: ["crew"] }], "crew", "Team of the Year"],
    ["wins", [{ races: ["crew"], order: ["wins"] }], "crew", "Most wins"],
    [
      "weight of co-anglers",
      [{ races: ["co-angler"], order: ["total-weight"] }],
      "co-angler",
      "Most weight, co-anglers",
    ],
    [
      "the award it decides",
      [{ races: ["crew"] }, [{ title: "The Cup", by: "standing" }]],
      "crew",
      "The Cup",
    ],
    [
      "an award of another race",
      [{ races: ["crew", "angler"] }, [{ title: "The Cup", by: "standing" }]],
      "angler",
      "Angler of the Year",
    ],
    [
      "an award of rookies only",
      [{ races: ["angler"] }, [{ title: "Rookie", by: "standing", rookies: true }]],
      "angler",
      "Angler of the Year",
    ],
  ];
  for (const [label, given, race, title] of table) {
    test(label, () => assert.equal(raceTitle(race, rules(...given)), title));
  }
});

describe("how a race is decided", () => {
  const table: [string, RulesDocument["season"], string, string][] = [
    ["everything left out", {}, "Points.", "All events count."],
    [
      "a long order",
      { order: ["points", "wins", "best-place", "name"] },
      "Points, then wins, then best place, then name.",
      "All events count.",
    ],
    ["the best", { keep: { best: 8 } }, "Points.", "The best 8 count."],
    ["drops", { keep: { drop: 2 } }, "Points.", "All but the worst 2 of the planned events count."],
    ["no drop", { keep: { drop: 0 } }, "Points.", "All events count."],
    [
      "groups",
      { keep: { groups: { Spring: { best: 3 }, Fall: "all" } } },
      "Points.",
      "Of Spring: the best 3 count; of Fall: all events count.",
    ],
    [
      "never dropped, guests, a least number",
      { keep: { drop: 1 }, neverDropped: ["missed", "buy-in"], listed: "anyone", minimumEvents: 3 },
      "Points.",
      "All but the worst 1 of the planned events count. Missed events and buy-ins are never dropped. Guests are listed too. A place needs 3 events.",
    ],
  ];
  for (const [label, season, order, keep] of table) {
    test(label, () => {
      const own = rules(season);
      assert.deepEqual([orderWords(own), keepWords(own.season)], [order, keep]);
    });
  }

  test("weigh nothing where fish are measured", () => {
    const own = { ...rules({ order: ["total-weight", "big-bass"] }), measure: "length" as const };
    assert.equal(orderWords(own), "Total length, then biggest bass.");
    assert.equal(raceTitle("crew", { ...own, awards: [] }), "Most length");
  });
});
