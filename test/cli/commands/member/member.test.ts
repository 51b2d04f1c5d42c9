import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as add } from "../../../../cli/commands/member/add.command.ts";
import { command as alias } from "../../../../cli/commands/member/alias.command.ts";
import { command as list } from "../../../../cli/commands/member/list.command.ts";
import { command as show } from "../../../../cli/commands/member/show.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc member", [
  ["add by name", add, ["Ann Lee"], { name: "Ann Lee", status: "member" }],
  [
    "add with everything",
    add,
    ["Bob Cruz", "--status", "guest", "--email", "bob@club.example", "--phone", "+15125550123"].concat([
      "--joined-on",
      "2024-02-01",
      "--public-name",
      "Bobby",
      "--alias",
      "B. Cruz",
      "--alias",
      "Bob C",
      "--same-name",
    ]),
    {
      name: "Bob Cruz",
      status: "guest",
      email: "bob@club.example",
      phone: "+15125550123",
      joinedOn: "2024-02-01",
      publicName: "Bobby",
      aliases: ["B. Cruz", "Bob C"],
      sameName: true,
    },
  ],
  ["list all", list, [], {}],
  ["list some", list, ["--status", "former"], { status: "former" }],
  ["show", show, ["Ann Lee"], { reference: "Ann Lee" }],
  ["alias of nobody in particular", alias, [], {}],
  ["alias to add", alias, ["12", "Bobby"], { angler: "12", alias: "Bobby" }],
  ["alias to take away", alias, ["--remove", "Bobby"], { remove: "Bobby" }],
]);

const ann = { id: 1, name: "Ann Lee", publicName: "Ann L." };
const person = {
  ...ann,
  email: "ann@club.example",
  phone: null,
  joinedOn: "2024-02-01",
  status: "member" as const,
  since: "2024-02-01",
  paidThrough: "2026-12-31",
  current: true,
};
const aliasShown = { angler: ann, alias: "Annie" };

testOutputs("sabc member", [
  [
    "list",
    list.output([person], {}),
    {
      stdout: "1\tAnn Lee\tmember\t2024-02-01\t2026-12-31\tyes\tann@club.example\t\t2024-02-01\tAnn L.\n",
      said: [],
    },
  ],
  [
    "add",
    add.output(ann, { name: "Ann Lee", status: "member" }),
    { stdout: "", said: ["Added Ann Lee (1) as member."] },
  ],
  [
    "aliases",
    alias.output({ aliases: [aliasShown] }, {} as never),
    { stdout: "Annie\t1\tAnn Lee\n", said: [] },
  ],
  [
    "an alias added",
    alias.output({ aliases: [aliasShown], said: "Annie now means Ann Lee (1)." }, {} as never),
    { stdout: "", said: ["Annie now means Ann Lee (1)."] },
  ],
]);

describe("sabc member on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);

  test("a person is added, found by any name, and shown", async () => {
    const added = await club("member", "add", "Ann Lee", "--email", "ann@club.example", "--json");
    const { id } = JSON.parse(added.stdout).angler;
    await club("member", "alias", "Ann Lee", "Annie");
    const shown = JSON.parse((await club("member", "show", "annie", "--json")).stdout).member;
    assert.deepEqual(
      { id: shown.id, aliases: shown.aliases, status: shown.status },
      { id, aliases: ["Annie"], status: "member" },
    );
  });

  test("facts stand one under the other on a terminal, without what goes without saying", async () => {
    const { stdout } = await sabc(["member", "show", "Ann Lee", "--home", home], { terminal: { width: 80 } });
    assert.match(
      stdout,
      /^Id {13}\d+\nName {11}Ann Lee\nAlso known as {2}Annie\nStatus {9}member\n[\s\S]*\nPhone {10}–\n$/,
    );
  });

  test("nobody of that name: not found, with the nearest", async () => {
    const { code, stderr } = await club("member", "show", "Anna Lee");
    assert.equal(code, 3);
    assert.match(stderr, /\nDid you mean:\n {2}Ann Lee/);
  });

  test("all that is wrong is told at once", async () => {
    const said = await club("member", "add", "X", "--email", "nobody", "--joined-on", "2024-02-30");
    assert.equal(said.code, 4);
    assert.match(
      said.stderr,
      /^sabc: 2 things cannot be right\.\n {2}--email: "nobody" [\s\S]*\n {2}--joined-on: "2024-02-30" /,
    );
  });

  test("the name is asked for at a terminal", async () => {
    const room = { terminal: { width: 80 }, typed: ["Cal Guest\r"] };
    const { code, stderr } = await sabc(["member", "add", "--status", "guest", "--home", home], room);
    assert.equal(code, 0);
    assert.match(stderr, /the full name[\s\S]*Added Cal Guest \(\d+\) as guest\./);
  });

  test("--as stands in the audit record, and must be somebody", async () => {
    await club("member", "add", "Dee Ray", "--as", "Annie");
    const { records } = JSON.parse((await club("audit", "list", "--json", "--limit", "1")).stdout);
    assert.deepEqual(records[0].actor.kind, "operator");
    assert.notEqual(records[0].actor.anglerId, null);
    assert.equal((await club("member", "add", "Eve Hall", "--as", "nobody")).code, 3);
  });
});
