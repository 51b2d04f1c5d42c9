import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as add } from "../../../../cli/commands/tournament/add.command.ts";
import { command as list } from "../../../../cli/commands/tournament/list.command.ts";
import { command as official } from "../../../../cli/commands/tournament/official.command.ts";
import { command as open } from "../../../../cli/commands/tournament/open.command.ts";
import { command as provisional } from "../../../../cli/commands/tournament/provisional.command.ts";
import { command as show } from "../../../../cli/commands/tournament/show.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc tournament", [
  ["list the current season", list, [], {}],
  ["list a season", list, ["2025"], { season: 2025 }],
  ["show", show, ["2026-03"], { reference: "2026-03" }],
  ["open", open, ["next"], { tournament: "next" }],
  ["provisional", provisional, ["last"], { tournament: "last" }],
  [
    "provisional until",
    provisional,
    ["last", "--protests-until", "2026-03-29T18:00:00-05:00"],
    { tournament: "last", protestDeadline: "2026-03-29T18:00:00-05:00" },
  ],
  ["official", official, ["last"], { tournament: "last" }],
  [
    "official against the order",
    official,
    ["last", "--override", "agreed", "--decided-by", "the officers"],
    { tournament: "last", override: { decidedBy: "the officers", reason: "agreed" } },
  ],
  [
    "add",
    add,
    [
      "March",
      "2026-03-22",
      "--lake",
      "travis",
      "--ramp",
      "Mansfield Dam",
      "--first-cast",
      "06:30",
      "--weigh-in",
      "15:00",
    ],
    {
      name: "March",
      firstDay: "2026-03-22",
      year: 2026,
      lake: "travis",
      ramp: "Mansfield Dam",
      firstCast: "06:30",
      weighIn: "15:00",
    },
  ],
  [
    "add to another season",
    add,
    ["Classic", "2027-01-10", "--last-day", "2027-01-11", "--season", "2026"],
    { name: "Classic", firstDay: "2027-01-10", lastDay: "2027-01-11", year: 2026 },
  ],
]);

test("an override without who decided is not taken", async () => {
  await assert.rejects(inputOf(official, ["last", "--override", "agreed"]), { code: "missing" });
});

const march = {
  id: 3,
  season: 2026,
  number: 3,
  name: "March",
  firstDay: "2026-03-22",
  lastDay: "2026-03-22",
  state: "scheduled" as const,
  lake: { id: 1, key: "travis", name: "Lake Travis" },
  ramp: null,
  firstCast: "06:30",
  weighIn: null,
};

testOutputs("sabc tournament", [
  [
    "list",
    list.output({ season: 2026, tournaments: [march] }, { season: 2026 }),
    { stdout: "2026-03\t2026-03-22\t2026-03-22\tMarch\tLake Travis\t\tscheduled\t3\n", said: [] },
  ],
  [
    "list of an empty season",
    list.output({ season: 2026, tournaments: [] }, {} as never),
    { stdout: "", said: ["2026 has no tournaments yet."] },
  ],
  [
    "add",
    add.output({ tournament: march, clashes: [] }, {} as never),
    { stdout: "", said: ["Added March on 2026-03-22: 2026-03 (id 3)."] },
  ],
]);

describe("sabc tournament on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  await club("season", "rules", "2026", "--set", "sabc-team");

  test("a tournament is added, shown by any reference, opened and made provisional", async () => {
    await club("lake", "import");
    await club("tournament", "add", "March", "2026-03-22", "--lake", "travis");
    for (const reference of ["2026-01", "2026-03-22"]) {
      const { stdout } = await club("tournament", "show", reference, "--json");
      const { name, lake, fee } = JSON.parse(stdout).tournament;
      assert.deepEqual([name, lake.key, fee], ["March", "travis", { amount: "50.00", per: "boat" }]);
    }
    const opened = JSON.parse((await club("tournament", "open", "2026-01", "--json")).stdout);
    assert.equal(opened.tournament.state, "weighing");
    const made = await club("tournament", "provisional", "2026-01");
    assert.match(
      made.stderr,
      /^The results of March are provisional\.\n[\s\S]*Next: sabc tournament official \d+\n$/,
    );
  });

  test("without entries it does not become official", async () => {
    const { code, stderr } = await club("tournament", "official", "2026-01", "--quiet");
    assert.equal(code, 5);
    assert.match(stderr, /^sabc: March has no entries\.[^\n]*\n$/);
  });

  test("one that is not there is not found, and a slip is refused", async () => {
    assert.equal((await club("tournament", "show", "2026-09")).code, 3);
    assert.equal((await club("tournament", "show", "septembre")).code, 4);
  });

  test("a ramp needs its lake", async () => {
    const { code, stderr } = await club(
      "tournament",
      "add",
      "April",
      "2026-04-26",
      "--ramp",
      "Mansfield Dam",
    );
    assert.equal(code, 4);
    assert.match(stderr, /--ramp "Mansfield Dam" needs its lake/);
  });
});
