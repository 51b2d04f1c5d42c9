import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as list } from "../../../../cli/commands/audit/list.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc audit", [
  ["list", list, [], {}],
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
      stdout: "7\t2026-03-22 15:10\troot\trenameLake\tlake 3\tupdate\tname: Travis → Lake Travis\ta slip\n",
      said: [],
    },
  ],
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
    assert.match(stdout, /^\d+\t\S+ \S+\t[^\t]+\taddLake\tlake \d+\tcreate\t[^\t]*name: Lake One[^\t]*\t\n$/);
  });
});
