import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as list } from "../../../../cli/commands/officer/list.command.ts";
import { command as set } from "../../../../cli/commands/officer/set.command.ts";
import { testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc officer", [
  ["list all", list, [], {}],
  ["list a year", list, ["2026"], { year: 2026 }],
  ["set", set, ["president", "Ann Lee"], { office: "president", reference: "Ann Lee" }],
  [
    "set of a year",
    set,
    ["tournament director", "12", "--year", "2027"],
    { office: "tournament director", reference: "12", year: 2027 },
  ],
  ["vacant", set, ["president", "--vacant"], { office: "president", reference: null }],
]);

const ann = { id: 1, name: "Ann Lee", publicName: "Ann L." };
const bob = { id: 2, name: "Bob Cruz", publicName: "Bob C." };
const term = { year: 2026, office: "president" };
const input = { office: "president", reference: "1" };

testOutputs("sabc officer", [
  [
    "list",
    list.output([{ ...term, angler: { id: 1, name: "Ann L." } }], {}),
    { stdout: "2026\tpresident\t1\tAnn L.\n", said: [] },
  ],
  ["nobody", list.output([], {}), { stdout: "", said: ["There are no officers."] }],
  [
    "set",
    set.output({ ...term, angler: ann, before: null, changed: true }, input),
    { stdout: "", said: ["Ann Lee (1) is president of 2026."] },
  ],
  [
    "put in another's place",
    set.output({ ...term, angler: ann, before: bob, changed: true }, input),
    { stdout: "", said: ["Ann Lee (1) is president of 2026, no longer Bob Cruz."] },
  ],
  [
    "left vacant",
    set.output({ ...term, angler: null, before: bob, changed: true }, input),
    { stdout: "", said: ["Nobody is president of 2026 now, no longer Bob Cruz."] },
  ],
  [
    "set before",
    set.output({ ...term, angler: ann, before: ann, changed: false }, input),
    { stdout: "", said: ["Ann Lee is president of 2026 already; nothing was changed."] },
  ],
]);

describe("offices of a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc([...words, "--home", home]);
  await club("member", "add", "Ann Lee");
  await club("member", "add", "Bob Cruz");
  await club("officer", "set", "president", "Ann Lee", "--year", "2026");
  const replace = ["officer", "set", "President", "Bob Cruz", "--year", "2026"];

  test("nobody is put out without a yes", async () => {
    const { code, stderr } = await club(...replace);
    assert.equal(code, 2);
    assert.equal(
      stderr,
      "sabc: Ann Lee is President of 2026. Put them out? Say --yes to go on without being asked.\n",
    );
    assert.equal((await club("officer", "list", "2026")).stdout, "2026\tpresident\t1\tAnn Lee\n");
  });

  test("with a yes they are", async () => {
    const { code, stderr } = await club(...replace, "--yes");
    assert.deepEqual([code, stderr], [0, "Bob Cruz (2) is president of 2026, no longer Ann Lee.\n"]);
    assert.equal((await club("officer", "list")).stdout, "2026\tpresident\t2\tBob Cruz\n");
  });

  test("neither a person nor vacant is said", async () => {
    const { code, stderr } = await club("officer", "set", "president");
    assert.deepEqual([code, stderr], [4, "sabc: Say who holds the office, or --vacant.\n"]);
  });
});
