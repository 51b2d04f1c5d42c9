import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { scoreTournament } from "#core/results/tournament-score.rules.ts";
import type { Rules, RulesDocument } from "#core/seasons/rules.schemas.ts";
import { awards, type AwardTournament } from "#core/standings/award.rules.ts";
import { raceResults } from "#core/standings/race-result.rules.ts";
import type { StandingRow } from "#core/standings/standing-order.rules.ts";
import type { EntryFacts } from "#core/tournaments/facts.rules.ts";
import { aboard, alone, bag, boat, preset, rulesOf, team, tournament } from "../../support/facts.ts";

const teams = preset("sabc-team");
const individual = preset("sabc-individual");

function weighed(
  id: number,
  entries: EntryFacts[],
  { rules = teams, paper = false }: { rules?: Rules; paper?: boolean } = {},
): AwardTournament {
  const { bags } = scoreTournament(tournament(entries), rules);
  return { id, paper, bags, aboard: new Map(entries.map((entry) => [entry.id, entry.crew])) };
}

const row = (angler: number, place: number | null) =>
  ({ who: [angler], place, points: 100_00 }) as StandingRow;

function winners(
  title: string,
  {
    rules = teams,
    tournaments = [] as AwardTournament[],
    table = [] as StandingRow[],
    rookies = [] as number[],
    rulings = {},
  } = {},
) {
  const all = awards({
    rules,
    standings: table,
    tournaments,
    rookies: new Set(rookies),
    rulings: new Map(Object.entries(rulings)),
  });
  return all
    .find((award) => award.title === title)!
    .winners.map(({ who, weight, place }) => [who, weight ?? place]);
}

describe("Big Bass of the year", () => {
  const bass = (big: string, caughtBy: number | null = null) => ({ fish: 2, gross: "14.00", big, caughtBy });
  const table: [label: string, entries: EntryFacts[], expected: unknown[]][] = [
    [
      "a crew with a member aboard",
      [team(1, bass("6.00"), [true, false]), team(2, bass("5.50"))],
      [[[11, 12], 60_000]],
    ],
    ["and the catcher when recorded", [team(1, bass("6.00", 11), [true, false])], [[[11], 60_000]]],
    [
      "a recorded catcher who was a guest does not win",
      [team(1, bass("6.00", 12), [true, false]), team(2, bass("5.50"))],
      [[[21, 22], 55_000]],
    ],
    ["guests do not win", [team(1, bass("6.00"), [false, false])], []],
    ["strictly over 5 lb", [team(1, bass("5.00"))], []],
    [
      "equal fish share it",
      [team(1, bass("6.00", 11)), team(2, bass("6.00", 21))],
      [
        [[11], 60_000],
        [[21], 60_000],
      ],
    ],
    [
      "a disqualified boat's fish counts for nothing",
      [{ ...team(1, bass("9.00")), outcome: "disqualified" }],
      [],
    ],
  ];
  for (const [label, entries, expected] of table) {
    test(label, () =>
      assert.deepEqual(winners("Big Bass of the year", { tournaments: [weighed(1, entries)] }), expected),
    );
  }
});

describe("Heavy Stringer of the year", () => {
  test("the heaviest limit, not the heaviest bag", () => {
    const tournaments = [
      weighed(1, [team(1, { fish: 4, gross: "30.00" }), team(2, { fish: 5, dead: 1, gross: "20.00" })]),
    ];
    assert.deepEqual(winners("Heavy Stringer of the year", { tournaments }), [[[21, 22], 197_500]]);
  });

  test("paper events are excluded", () => {
    const heavy = [team(1, { fish: 5, gross: "30.00" })];
    const light = [team(2, { fish: 5, gross: "10.00" })];
    const tournaments = [weighed(1, heavy, { paper: true }), weighed(2, light)];
    assert.deepEqual(winners("Heavy Stringer of the year", { tournaments }), [[[21, 22], 100_000]]);
  });

  test("an angler's own bag, a member's", () => {
    const entries = [
      alone(1, { fish: 5, gross: "30.00" }, { wasMember: false }),
      alone(2, { fish: 5, gross: "20.00" }),
    ];
    const tournaments = [weighed(1, entries, { rules: individual })];
    assert.deepEqual(winners("Heavy Stringer of the year", { rules: individual, tournaments }), [
      [[2], 200_000],
    ]);
  });
});

describe("by standing and by ruling", () => {
  const table = [row(1, 1), row(2, 2), row(3, 2), row(4, 4), row(5, 5), row(6, 6), row(7, 7), row(8, null)];

  test("Angler of the Year and the top six", () => {
    assert.deepEqual(winners("Angler of the Year", { rules: individual, table }), [[[1], 1]]);
    assert.equal(winners("Top six", { rules: individual, table }).length, 6);
  });

  test("leading with nothing is no award", () => {
    const nothing = { ...row(1, 1), points: 0 };
    assert.deepEqual(winners("Angler of the Year", { rules: individual, table: [nothing] }), []);
  });

  test("the best rookies", () => {
    const document: RulesDocument = {
      version: 1,
      name: "A club",
      ranked: "angler",
      limit: { fish: 5, per: "angler" },
      points: {},
      season: { races: ["angler"] },
      awards: [{ title: "Rookie", by: "standing", rookies: true }],
    };
    assert.deepEqual(winners("Rookie", { rules: rulesOf(document), table, rookies: [3, 5, 8] }), [[[3], 1]]);
  });

  test("what the officers decide waits for them", () => {
    assert.deepEqual(winners("Officers' award", { rules: individual }), []);
    assert.deepEqual(winners("Officers' award", { rules: individual, rulings: { "Officers' award": 4 } }), [
      [[4], null],
    ]);
  });
});

describe("what a tournament brings to a race", () => {
  const pointed: RulesDocument = {
    version: 1,
    name: "A club",
    ranked: "boat",
    limit: { fish: 5, per: "boat" },
    points: { place: { first: 60, step: 1 } },
  };
  const results = (race: "angler" | "boater" | "co-angler" | "crew", entries: EntryFacts[]) => {
    const rules = rulesOf(pointed);
    const score = scoreTournament(tournament(entries), rules);
    return raceResults(race, { tournamentId: 1, score, rules }).map(({ who, member, points }) => [
      who,
      member,
      points! / 100,
    ]);
  };
  const seated = boat(1, {
    crew: [aboard(5, { seat: "co-angler", wasMember: false }), aboard(4, { seat: "boater", standsInFor: 9 })],
    bags: [bag({ fish: 5, gross: "9.00" })],
  });

  test("crew: the same anglers in any order, a stand-in counted as the one stood in for", () => {
    assert.deepEqual(results("crew", [seated]), [[[5, 9], true, 60]]);
  });

  test("angler: everyone aboard gets the boat's points, each a member or a guest that day", () => {
    assert.deepEqual(results("angler", [seated]), [
      [[5], false, 60],
      [[4], true, 60],
    ]);
  });

  test("boater and co-angler: by the seat that day", () => {
    assert.deepEqual(results("boater", [seated]), [[[4], true, 60]]);
    assert.deepEqual(results("co-angler", [seated]), [[[5], false, 60]]);
  });

  test("one of two aboard disqualified gets nothing of the boat's", () => {
    const crew = [aboard(1), aboard(2, { outcome: "disqualified" })];
    assert.deepEqual(results("angler", [boat(1, { crew, bags: [bag({ fish: 1, gross: "2.00" })] })]), [
      [[1], true, 60],
      [[2], true, 0],
    ]);
  });

  test("who stayed at home has no result", () => {
    assert.deepEqual(results("crew", [{ ...team(1, null), outcome: "did-not-fish" }]), []);
  });
});
