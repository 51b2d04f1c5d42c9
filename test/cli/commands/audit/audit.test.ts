import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as list } from "../../../../cli/commands/audit/list.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc audit", [
  ["list", list, [], {}],
  [
    "list by words",
    list,
    ["--verb", "make official", "--subject", "pot movement"],
    { verb: "makeOfficial", subject: "pot_movement" },
  ],
  [
    "list some",
    list,
    [
      "--limit",
      "5",
      "--verb",
      "addMember",
      "--subject",
      "angler",
      "--subject-id",
      "12",
      "--since",
      "2026-01-01",
    ],
    { limit: 5, verb: "addMember", subject: "angler", subjectId: "12", since: "2026-01-01" },
  ],
]);

const record = {
  id: 7,
  at: "2026-03-22T15:10:00.000-05:00",
  verb: "renameLake",
  actor: { kind: "operator" as const, name: "root", anglerId: null },
  channel: "terminal",
  reason: "a slip",
  subject: "lake",
  subjectId: "3",
  action: "update" as const,
  before: { name: "Travis", retired: false },
  after: { name: "Lake Travis", retired: false },
};

testOutputs("sabc audit", [
  [
    "list",
    list.output([record], {}),
    {
      stdout: "7\t2026-03-22 15:10\troot\trename lake\tlake 3\tupdate\tname: Travis → Lake Travis\ta slip\n",
      said: [],
    },
  ],
  [
    "a weight, and what was never said",
    list.output(
      [
        {
          ...record,
          subject: "bag",
          before: { gross: 150_800, late: 0 },
          after: { gross: 140_800, late: null },
        },
      ],
      {},
    ),
    {
      stdout:
        "7\t2026-03-22 15:10\troot\trename lake\tbag 3\tupdate\tgross: 15.08 → 14.08; late: 0 → –\ta slip\n",
      said: [],
    },
  ],
  [
    "something new: what is known of it",
    list.output(
      [
        {
          ...record,
          action: "create",
          before: null,
          after: { id: 3, cents: 2500, on: "2026-03-22", voidedAt: null },
        },
      ],
      {},
    ),
    {
      stdout:
        "7\t2026-03-22 15:10\troot\trename lake\tlake 3\tcreate\tamount: $25.00; on: 2026-03-22\ta slip\n",
      said: [],
    },
  ],
  ["nothing", list.output([], {}), { stdout: "", said: ["Nothing was changed so."] }],
]);

test("a limit that is no number is refused", async () => {
  await assert.rejects(inputOf(list, ["--limit", "many"]), { code: "number-not-understood" });
});

describe("sabc audit on a club", async () => {
  const home = await clubHome();

  test("tells what was done, and names cannot forge a line", async () => {
    await sabc(["lake", "add", "Lake One", "--home", home]);
    await sabc(["member", "add", "Bob Cruz", "--home", home]);
    const { stdout } = await sabc(["audit", "list", "--verb", "addLake", "--home", home]);
    assert.match(
      stdout,
      /^\d+\t\S+ \S+\t[^\t]+\tadd lake\tlake \d+\tcreate\t[^\t]*name: Lake One[^\t]*\t\n$/,
    );
  });
});
