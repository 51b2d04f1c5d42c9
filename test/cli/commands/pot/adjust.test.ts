import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as adjust } from "../../../../cli/commands/pot/adjust.command.ts";
import { command as join } from "../../../../cli/commands/pot/join.command.ts";
import { command as leave } from "../../../../cli/commands/pot/leave.command.ts";
import { command as members } from "../../../../cli/commands/pot/members.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc pot", [
  [
    "joined",
    join,
    ["Side pot", "Ann Lee", "--paid-on", "2025-12-09", "--season", "2026"],
    { pot: "Side pot", angler: "Ann Lee", paidOn: "2025-12-09", season: 2026 },
  ],
  [
    "left",
    leave,
    ["Side pot", "Ann Lee", "--reason", "a slip"],
    { pot: "Side pot", angler: "Ann Lee", reason: "a slip" },
  ],
  ["members", members, ["2026"], { named: 2026 }],
  [
    "in",
    adjust,
    ["Big bass", "$12.50", "--reason", "found"],
    { pot: "Big bass", cents: 12_50, reason: "found" },
  ],
  [
    "out",
    adjust,
    ["Big bass", "-12.50", "--reason", "lost"],
    { pot: "Big bass", cents: -12_50, reason: "lost" },
  ],
]);

describe("what is no adjustment", () => {
  const cases: [string, string[], object][] = [
    ["nothing", ["Big bass", "0", "--reason", "x"], { name: "ZodError" }],
    ["words", ["Big bass", "ten", "--reason", "x"], { code: "money-not-understood" }],
    ["without a reason", ["Big bass", "10"], { code: "missing" }],
  ];
  for (const [label, words, error] of cases) {
    test(label, () => assert.rejects(inputOf(adjust, words), error));
  }
});

const done = { pot: "Big bass", season: 2026, before: 48_00, cents: -4_50, after: 43_50 };

const ann = { id: 7, name: "Ann Lee" };
const joined = {
  pot: "Side pot",
  season: 2026,
  angler: { ...ann, publicName: "Ann L." },
  paidOn: "2026-01-10",
  fee: 20_00,
};
const pots = [{ pot: "Side pot", fee: 20_00, members: [{ angler: ann, paidOn: "2026-01-10" }] }];

testOutputs("sabc pot", [
  [
    "joined",
    join.output(joined, {} as never),
    {
      stdout: "",
      said: ["Took $20.00: Ann Lee is in Side pot of 2026, at tournaments from 2026-01-10 on."],
    },
  ],
  [
    "left",
    leave.output(joined, {} as never),
    { stdout: "", said: ["Ann Lee is not in Side pot of 2026 any more. Give $20.00 back."] },
  ],
  [
    "members",
    members.output({ season: 2026, pots }, {} as never),
    { stdout: "Side pot\t7\tAnn Lee\t2026-01-10\n", said: ["Side pot of 2026: 1 in it."] },
  ],
  [
    "no optional pot",
    members.output({ season: 2026, pots: [] }, {} as never),
    { stdout: "", said: ["The rules of 2026 have no optional pot."] },
  ],
  ["out", adjust.output(done, {} as never), { stdout: "", said: ["Big bass: $48.00 − $4.50 = $43.50."] }],
]);

test("a pot is adjusted once it was asked", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  await club("season", "rules", "2025", "--set", "sabc-team");
  const opening = ["pot", "adjust", "Big bass", "48", "--reason", "the old book"];
  assert.deepEqual(await club(...opening), {
    code: 2,
    stdout: "",
    stderr: "sabc: Big bass: $0.00 + $48.00 = $48.00. Do it? Say --yes to go on without being asked.\n",
  });
  assert.equal((await club(...opening, "--dry-run")).code, 0);
  const { stdout } = await club(...opening, "--yes", "--json");
  assert.deepEqual(JSON.parse(stdout), {
    pot: "Big bass",
    season: 2025,
    before: "0.00",
    amount: "48.00",
    after: "48.00",
  });
  assert.equal((await club("pot", "adjust", "Big bass", "-48.01", "--reason", "x", "--yes")).code, 5);
  assert.equal((await club("pot", "show")).stdout.split("\t")[1], "48.00");
});
