import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as merge } from "../../../../cli/commands/member/merge.command.ts";
import { command as unmerge } from "../../../../cli/commands/member/unmerge.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc member", [
  ["merge", merge, ["Bob Cruz", "31"], { keep: "Bob Cruz", gone: "31" }],
  ["unmerge the last of a person", unmerge, ["Bob Cruz"], { reference: "Bob Cruz" }],
  ["unmerge one", unmerge, ["--merge", "4"], { merge: 4 }],
]);

const kept = { id: 12, name: "Bob Cruz", publicName: "Bob C." };
const gone = { id: 31, name: "Bobby Cruz", publicName: "Bobby Cruz" };

testOutputs("sabc member", [
  [
    "merged",
    merge.output(
      {
        merge: 4,
        kept,
        gone,
        moved: ["3 boats fished in", "3 bags"],
        givenUp: ["role editor"],
        aliases: ["Bobby Cruz"],
        contact: [
          { field: "email", value: "bobby@club.example", taken: true },
          { field: "phone", value: "+15125550102", taken: false },
        ],
        statuses: [{ status: "member", from: "2024-02-01" }],
        tournaments: 3,
        print: "0",
        shown: false,
      },
      { keep: "12", gone: "31" },
    ),
    {
      stdout:
        "What changes\nMoves: 3 boats fished in, 3 bags.\nBoth had, so one of it goes: role editor.\nTakes over the e-mail bobby@club.example.\nLets go of the phone +15125550102; Bob Cruz has another.\nAlso known as Bobby Cruz from then on.\n\nStatus then\nmember\t2024-02-01\n",
      said: ["Bobby Cruz (31) is one with Bob Cruz (12). To take it back: sabc member unmerge --merge 4"],
    },
  ],
  [
    "taken back",
    unmerge.output({ merge: 4, kept, back: gone, moved: ["3 bags"], tournaments: 3 }, {}),
    {
      stdout: "",
      said: [
        "Merge 4 is taken back: Bobby Cruz (31) is a record of its own again, apart from Bob Cruz (12). Returned: 3 bags.",
      ],
    },
  ],
]);

describe("two records of a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  await club("member", "add", "Bob Cruz", "--email", "bob@club.example", "--from", "2024-02-01");
  await club("member", "add", "Bobby Cruz", "--status", "guest", "--email", "bobby@club.example");

  test("a dry run tells and changes nothing", async () => {
    const { code, stderr } = await club("member", "merge", "Bob Cruz", "Bobby Cruz", "--dry-run");
    assert.equal(code, 0);
    assert.match(stderr, /Dry run: nothing was changed\.\n$/);
    assert.equal((await club("member", "show", "2", "--json")).stdout.includes("Bobby Cruz"), true);
  });

  test("what changes is shown before it is asked about", async () => {
    const { code, stderr } = await club("member", "merge", "1", "2");
    assert.equal(code, 2);
    assert.match(stderr, /Lets go of the e-mail bobby@club\.example; Bob Cruz has another\./);
    assert.match(stderr, /Make Bobby Cruz \(2\) one with Bob Cruz \(1\)\? Say --yes/);
  });

  test("merged they are one, and taken back two again", async () => {
    const merged = await club("member", "merge", "1", "2", "--yes");
    assert.equal(merged.code, 0, merged.stderr);
    assert.match((await club("member", "show", "2")).stdout, /Bobby Cruz/);
    assert.equal((await club("member", "list")).stdout.split("\n").length, 2);
    const back = await club("member", "unmerge", "bobby cruz", "--yes");
    assert.equal(back.code, 0, back.stderr);
    assert.equal((await club("member", "list")).stdout.split("\n").length, 3);
    assert.equal((await club("member", "unmerge", "1", "--yes")).code, 3);
    assert.equal(
      (await club("member", "unmerge")).stderr,
      "sabc: ANGLER must name the person who was kept, or --merge its number.\n",
    );
  });
});
