import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { command as edit } from "../../../../cli/commands/page/edit.command.ts";
import { command as list } from "../../../../cli/commands/page/list.command.ts";
import { command as show } from "../../../../cli/commands/page/show.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc page", [
  ["list", list, [], {}],
  ["show", show, ["about"], { slug: "about" }],
  ["show as it was", show, ["about", "--revision", "3"], { slug: "about", revision: 3 }],
]);

test("sabc page: arguments → input: edit", async () => {
  const words = ["bylaws", "-", "--revision", "3"];
  const input = await inputOf(edit, words, { stdin: "# Bylaws\r\n\r\nI. Name\r\n" });
  assert.deepEqual(input, { slug: "bylaws", body: "# Bylaws\n\nI. Name", revision: 3 });
});

const listed = {
  slug: "about" as const,
  title: "About the club",
  revision: 2,
  savedAt: "2026-03-22T15:10:00.000-05:00",
  savedBy: "root",
};
const unwritten = {
  ...listed,
  slug: "join" as const,
  title: "Join the club",
  revision: 0,
  savedAt: null,
  savedBy: null,
};
const page = { ...listed, body: "# Us", html: "<h1>Us</h1>" };
const input = { slug: "about" as const, body: "# Us" };
const line = { mark: "+" as const, text: "x" };

testOutputs("sabc page", [
  [
    "list",
    list.output([listed, unwritten], {}),
    {
      stdout: "about\tAbout the club\t2\t2026-03-22 15:10\troot\njoin\tJoin the club\t0\t\t\n",
      said: ["Not written yet: join. See sabc page edit."],
    },
  ],
  [
    "show",
    show.output(page, { slug: "about" }),
    {
      stdout: "# Us\n",
      said: [
        "Revision 2, saved 2026-03-22 15:10 by root.",
        "To change it: sabc page edit about FILE --revision 2",
      ],
    },
  ],
  [
    "show what nobody wrote",
    show.output({ ...page, ...unwritten }, { slug: "join" }),
    {
      stdout: "# Us\n",
      said: [
        "Nobody has written it yet; this is what it says until then.",
        "To change it: sabc page edit join FILE --revision 0",
      ],
    },
  ],
  [
    "edit",
    edit.output({ ...listed, changed: true, difference: [{ mark: " ", text: "" }, line] }, input),
    { stdout: "\n+ x\n", said: ["Saved about, revision 2."] },
  ],
  [
    "edit much",
    edit.output({ ...listed, changed: true, difference: Array.from({ length: 50 }, () => line) }, input),
    { stdout: `${"+ x\n".repeat(40)}… and 10 more lines\n`, said: ["Saved about, revision 2."] },
  ],
  [
    "edit nothing",
    edit.output({ ...listed, changed: false, difference: [] }, input),
    { stdout: "", said: ["Nothing to change: about says so already."] },
  ],
]);

describe("sabc page on a club", async () => {
  const home = await clubHome();
  const club = (...words: string[]) => sabc(["page", ...words, "--home", home]);
  const save = (text: string, ...words: string[]) =>
    sabc(["page", "edit", "join", "-", ...words, "--home", home], { typed: text.split("\n") });

  test("is saved, shown as it is and as it was, and never over somebody else's words", async () => {
    assert.equal((await save("Come.\n\nSoon.", "--revision", "0")).code, 0);
    assert.equal((await save("Come!", "--dry-run")).code, 0);
    assert.equal((await club("show", "join")).stdout, "Come.\n\nSoon.\n");
    assert.equal((await save("Come!", "--revision", "1")).code, 0);
    assert.equal((await club("show", "join", "--revision", "1")).stdout, "Come.\n\nSoon.\n");
    const late = await save("Mine.", "--revision", "1");
    assert.equal(late.code, 5);
    assert.match(late.stderr, /not at revision 1: it is at revision 2, saved by/);
    assert.equal((await save("Come!")).stderr, "Nothing to change: join says so already.\n");
    assert.equal((await club("show", "rules")).code, 2);
    assert.equal((await club("show", "join", "--revision", "9")).code, 3);
  });
});
