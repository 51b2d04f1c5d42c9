import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as list } from "../../../../cli/commands/ruling/list.command.ts";
import { command as record } from "../../../../cli/commands/ruling/record.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { exampleClub } from "../../../support/example-club.ts";

const officers = ["--decided-by", "the officers"];

testInputs("sabc ruling", [
  [
    "coin",
    record,
    ["coin", "2025-03", "Dee", "Eve", ...officers, "--ranking", "angler"],
    {
      kind: "coin",
      tournament: "2025-03",
      order: ["Dee", "Eve"],
      ranking: "angler",
      decidedBy: "the officers",
    },
  ],
  [
    "disqualification",
    record,
    ["disqualification", "last", "Kay", ...officers, "--reason", "late", "--whole", "boat"],
    {
      kind: "disqualification",
      tournament: "last",
      angler: "Kay",
      whole: "boat",
      reason: "late",
      decidedBy: "the officers",
    },
  ],
  [
    "grace",
    record,
    ["grace", "last", "Kay", ...officers],
    { kind: "grace", tournament: "last", angler: "Kay", decidedBy: "the officers" },
  ],
  [
    "override",
    record,
    ["override", "last", ...officers, "--check", "the limit", "--reason", "a slip"],
    { kind: "override", tournament: "last", check: "the limit", reason: "a slip", decidedBy: "the officers" },
  ],
  [
    "award",
    record,
    ["award", "2025", "Ann", ...officers, "--title", "Officers' award"],
    { season: 2025, title: "Officers' award", angler: "Ann", decidedBy: "the officers" },
  ],
  ["list", list, ["last"], { tournament: "last" }],
]);

test("a ruling without who decided is not taken", async () => {
  await assert.rejects(inputOf(record, ["coin", "last", "Dee"]), { code: "missing" });
});

const ruling = {
  id: 4,
  kind: "coin",
  words: "The coin for place 4",
  decidedBy: "Bob",
  on: "2025-01-27",
  reason: null,
};
const dee = { id: 5, name: "Dee Dock" };
const change = {
  tournamentId: 1,
  ranking: "angler" as const,
  crew: [dee],
  place: null,
  points: { before: null, after: 9800 },
  net: null,
  payout: { before: 0, after: 1250 },
};

const stays = { tournamentId: 1, name: "Big bass", paid: [{ to: [dee], cents: 48_00 }], wanted: [] };

testOutputs("sabc ruling", [
  [
    "list",
    list.output([ruling], { tournament: "last" }),
    { stdout: "4\t2025-01-27\tcoin\tThe coin for place 4\tBob\t\n", said: [] },
  ],
  [
    "record",
    record.output(
      {
        rulings: [ruling],
        changes: { lines: [change], pots: [], stays: [stays] },
        rulingsNeeded: [{ words: "Coin for place 7", anglers: [dee], ranking: "angler", place: 7 }],
      },
      {} as never,
    ),
    {
      stdout: [
        "What changes",
        "Dee Dock\tangler\t\t– → 98\t\t$0.00 → $12.50",
        "",
        "Paid already, and stays so",
        "Big bass\tDee Dock $48.00\tnobody",
        "",
      ].join("\n"),
      said: [
        "Recorded: The coin for place 4, decided by Bob.",
        "Still waiting for a ruling: Coin for place 7.",
      ],
    },
  ],
  [
    "record an award",
    record.output({ season: 2025, title: "Officers' award", winner: dee }, {} as never),
    { stdout: "", said: ["Officers' award 2025: Dee Dock."] },
  ],
]);

describe("sabc ruling on a club", async () => {
  const club = await exampleClub();
  const coin = ["ruling", "record", "coin", "2025-01", "Dee Dock", "Eve East"];

  test("the tournament cannot become official before the coin", async () => {
    const { code, stderr } = await club("tournament", "official", "2025-01");
    assert.equal(code, 5);
    assert.match(stderr, /waits for a ruling: .*Dee Dock.*Eve East/);
  });

  test("a dry run shows the points to come, and changes nothing", async () => {
    const { stdout, stderr } = await club(...coin, "--as", "Bob Bay", "--dry-run");
    assert.match(stdout, /^Dee Dock\tangler\t\t– → 98\t.*\nEve East\tangler\t4 → 5\t– → 97\t/);
    assert.match(stderr, /Dry run: nothing was changed\.\n$/);
    assert.equal((await club("ruling", "list", "2025-01")).stdout, "");
  });

  test("recorded with who decided, and then official", async () => {
    assert.equal((await club(...coin)).code, 2);
    assert.equal((await club(...coin, "--as", "Bob Bay")).code, 0);
    assert.match((await club("ruling", "list", "2025-01")).stdout, /\tBob Bay\t\n$/);
    const official = await club("tournament", "official", "2025-01", "--json");
    assert.equal(JSON.parse(official.stdout).tournament.state, "official");
  });

  test("an official tournament asks for a reason", async () => {
    const { code, stderr } = await club(
      "ruling",
      "record",
      "grace",
      "2025-01",
      "Kay Key",
      "--decided-by",
      "the officers",
    );
    assert.equal(code, 4);
    assert.match(stderr, /a reason is needed/);
  });
});
