import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as awards } from "../../../../cli/commands/awards.command.ts";
import { command as potExplain } from "../../../../cli/commands/pot/explain.command.ts";
import { command as potShow } from "../../../../cli/commands/pot/show.command.ts";
import { command as records } from "../../../../cli/commands/records.command.ts";
import { command as explain } from "../../../../cli/commands/standings/explain.command.ts";
import { command as show } from "../../../../cli/commands/standings/show.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { exampleClub } from "../../../support/example-club.ts";

testInputs("standings, awards, records and pots", [
  ["standings of the current season", show, [], {}],
  ["standings of a year", show, ["2025"], { season: 2025 }],
  ["explain", explain, ["Ann Lee", "2025"], { angler: "Ann Lee", season: 2025 }],
  ["awards", awards, ["2025"], { season: 2025 }],
  ["records", records, ["--top", "3"], { top: 3 }],
  ["pot show", potShow, [], {}],
  ["pot explain", potExplain, ["Big bass"], { pot: "Big bass" }],
]);

const ann = { id: 1, name: "Ann Ace" };
const january = { id: 7, number: 1, firstDay: "2025-01-26", lake: null };
const counted = {
  tournament: january,
  place: 1,
  points: 10_000,
  weight: 152_000,
  win: true,
  outcome: "fished" as const,
  dropped: false,
};
const row = {
  key: "1",
  place: 1,
  tied: false,
  crew: [ann],
  points: 10_000,
  wins: null,
  weight: 152_000,
  events: 1,
  counted: [counted],
};
const race = {
  race: "angler" as const,
  title: "Angler of the Year",
  decidedBy: "points" as const,
  orderWords: "Points, then total weight.",
  keepWords: "All events count.",
  listed: 1,
  rows: [row],
};
const standings = {
  season: 2025,
  rulesName: "Ours",
  ranked: "angler" as const,
  measure: "weight" as const,
  closed: false,
  asOf: "2025-01-26",
  official: 1,
  planned: 9,
  tournaments: [],
  races: [race],
};

testOutputs("standings, awards, records and pots", [
  [
    "standings",
    show.output(standings, {} as never),
    {
      stdout: "1\tno\tAnn Ace\t100\t15.20\t1\n",
      said: [
        "After 1 of 9 tournaments, 2025-01-26.",
        "Angler of the Year: Points, then total weight. All events count.",
      ],
    },
  ],
  [
    "awards that are open",
    awards.output(
      {
        season: 2025,
        final: false,
        measure: "weight",
        awards: [{ title: "Officers' award", by: "ruling", winners: [], words: "Decided by the officers." }],
      },
      {} as never,
    ),
    { stdout: "Officers' award\t\tno\t\t\t\t\t\n", said: ["2025 is not over: this is how it stands."] },
  ],
  [
    "pots",
    potShow.output([{ name: "Big bass", balance: 4800, last: null, lastPaid: null }], {}),
    { stdout: "Big bass\t48.00\t\t\t\t\t\n", said: [] },
  ],
]);

test("standings as JSON are the documented object", () => {
  const { json } = show.output(standings, {} as never);
  assert.deepEqual(json, {
    season: 2025,
    asOf: "2025-01-26",
    official: 1,
    planned: 9,
    ranked: "angler",
    measure: "weight",
    race: "angler",
    title: "Angler of the Year",
    rows: [
      {
        place: 1,
        tied: false,
        angler: ann,
        points: 100,
        wins: null,
        weightLb: "15.20",
        events: 1,
        counted: [{ tournament: 7, place: 1, points: 100, weightLb: "15.20", win: true, dropped: false }],
      },
    ],
    otherRaces: [],
  });
});

describe("a season's figures on a club", async () => {
  const club = await exampleClub();
  await club("ruling", "record", "coin", "2025-01", "Dee Dock", "Eve East", "--as", "Bob Bay");
  await club("tournament", "official", "2025-01");

  test("standings alone show the current season, as standings show does", async () => {
    const alone = await club("standings", "2025", "--json");
    assert.equal((await club("standings", "show", "2025", "--json")).stdout, alone.stdout);
    const rows: { place: number; angler: { name: string }; points: number }[] = JSON.parse(alone.stdout).rows;
    assert.deepEqual(
      rows.slice(0, 4).map(({ place, angler, points }) => [place, angler.name, points]),
      [
        [1, "Ann Ace", 100],
        [2, "Bob Bay", 99],
        [3, "Dee Dock", 98],
        [4, "Eve East", 97],
      ],
    );
  });

  test("explain goes event by event, in words", async () => {
    const { stdout } = await club("standings", "explain", "Dee Dock", "2025");
    assert.match(
      stdout,
      /^Angler of the Year 2025\nDee Dock: place 3\.\n\n2025-01-26 January: 98 points, 9\.75 lb\n[\s\S]*\nTotal\n/,
    );
  });

  test("whoever is not listed is not found", async () => {
    assert.equal((await club("standings", "explain", "Cal Cove", "2025")).code, 3);
    assert.equal((await club("standings", "2019")).code, 3);
  });

  test("the pot's ledger ends with what it holds", async () => {
    const { pot, balance, movements } = JSON.parse((await club("pot", "explain", "--json")).stdout);
    assert.equal(pot, "Big bass");
    assert.equal(movements.at(-1).balance, balance);
    assert.ok(movements.every(({ amount }: { amount: string }) => /^-?\d+\.\d\d$/.test(amount)));
    assert.match((await club("pot")).stdout, /^Big bass\t/);
  });

  test("awards and records name who leads", async () => {
    const { awards: given } = JSON.parse((await club("awards", "2025", "--json")).stdout);
    assert.deepEqual(given[0].winners[0].crew, [{ id: given[0].winners[0].crew[0].id, name: "Ann Ace" }]);
    const book = JSON.parse((await club("records", "--top", "1", "--json")).stdout);
    assert.deepEqual([book.bigBass[0].weightLb, book.heaviestBags[0].weightLb], ["5.10", "15.20"]);
  });
});
