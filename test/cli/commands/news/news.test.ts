import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { command as archive } from "../../../../cli/commands/news/archive.command.ts";
import { command as edit } from "../../../../cli/commands/news/edit.command.ts";
import { command as list } from "../../../../cli/commands/news/list.command.ts";
import { command as post } from "../../../../cli/commands/news/post.command.ts";
import { command as show } from "../../../../cli/commands/news/show.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { clubHome, sabc } from "../../../support/sabc.ts";

testInputs("sabc news", [
  ["list", list, [], {}],
  ["list all", list, ["--all"], { which: "all", limit: 200 }],
  ["show", show, ["banquet"], { slug: "banquet" }],
  [
    "post",
    post,
    ["Banquet", "--text", "On **Friday**."],
    { title: "Banquet", body: "On **Friday**.", mail: "members" },
  ],
  [
    "post all there is to say",
    post,
    ["Banquet", "--text", "X", "--priority", "high", "--last-day", "2026-04-05", "--no-mail"],
    { title: "Banquet", body: "X", priority: "high", lastDay: "2026-04-05", mail: "none" },
  ],
  [
    "edit the title",
    edit,
    ["banquet", "--title", "Moved"],
    { post: "banquet", title: "Moved", mail: "none" },
  ],
  [
    "edit, without an end, and tell again",
    edit,
    ["banquet", "--text", "Y", "--last-day", "none", "--mail", "--revision", "2"],
    { post: "banquet", body: "Y", lastDay: null, mail: "members", revision: 2 },
  ],
  ["archive", archive, ["banquet"], { post: "banquet" }],
]);

const shown = {
  id: 3,
  slug: "banquet",
  title: "Banquet",
  body: "On **Friday**.",
  html: "<p>On <strong>Friday</strong>.</p>",
  priority: "normal" as const,
  postedAt: "2026-03-22T15:10:00.000-05:00",
  editedAt: null,
  lastDay: "2026-04-05",
  archivedAt: null,
  current: true,
  revision: 0,
};
const kept = { post: shown, changed: true, told: 2 };

testOutputs("sabc news", [
  [
    "list",
    list.output([shown], {}),
    { stdout: "3\tbanquet\tBanquet\tnormal\t2026-03-22 15:10\tuntil 2026-04-05\n", said: [] },
  ],
  ["list of nothing", list.output([], {}), { stdout: "", said: ["Nothing is news today. Older: --all."] }],
  [
    "show",
    show.output({ ...shown, current: false }, { slug: "banquet" }),
    {
      stdout: "On **Friday**.\n",
      said: ['"Banquet", posted 2026-03-22 15:10, over since 2026-04-05, revision 0.'],
    },
  ],
  [
    "post",
    post.output(kept, { title: "Banquet", body: "X" }),
    { stdout: "", said: ["Posted as banquet. 2 members are told by mail."] },
  ],
  [
    "edit",
    edit.output({ ...kept, told: 0 }, { post: "banquet" }),
    { stdout: "", said: ["Changed banquet. Nobody is told by mail."] },
  ],
  [
    "edit that says the same",
    edit.output({ ...kept, changed: false, told: 0 }, { post: "banquet" }),
    { stdout: "", said: ["Nothing to change: banquet says so already."] },
  ],
  ["archive", archive.output(kept, { post: "banquet" }), { stdout: "", said: ["Archived banquet."] }],
  [
    "archive again",
    archive.output({ ...kept, changed: false }, { post: "banquet" }),
    { stdout: "", said: ["Nothing to do: banquet is archived already."] },
  ],
]);

describe("what is refused before anything is asked of the club", () => {
  const cases: [string, Parameters<typeof inputOf>[0], string[], object][] = [
    ["no text", post, ["Banquet"], { code: "missing" }],
    ["two texts", post, ["Banquet", "a.md", "--text", "b"], { code: "text-twice" }],
    ["no such file", post, ["Banquet", "/nowhere/a.md"], { code: "file-not-found" }],
    ["nothing to change", edit, ["banquet"], { code: "nothing-to-change" }],
    ["an empty text", post, ["Banquet", "--text", "  "], { name: "ZodError" }],
    ["a text without end", post, ["Banquet", "--text", "x".repeat(20_001)], { name: "ZodError" }],
    ["a title of two lines", post, ["Ban\nquet", "--text", "x"], { name: "ZodError" }],
    [
      "a day that does not exist",
      post,
      ["B", "--text", "x", "--last-day", "2026-02-30"],
      { name: "ZodError" },
    ],
  ];
  for (const [label, command, words, error] of cases)
    test(label, () => assert.rejects(inputOf(command, words), error));
});

describe("sabc news on a club", async () => {
  const home = await clubHome();
  const folder = await mkdtemp(join(tmpdir(), "sabc-news-"));
  after(() => rm(folder, { recursive: true, force: true }));
  const club = (...words: string[]) => sabc(["news", ...words, "--home", home]);

  test("a dry run tells who would be told, and posts nothing", async () => {
    await sabc(["member", "add", "Ann Lee", "--status", "member", "--home", home]);
    const { stdout } = await club("post", "Banquet", "--text", "On **Friday**.", "--dry-run", "--json");
    assert.equal(JSON.parse(stdout).told, 1);
    assert.deepEqual(JSON.parse((await club("list", "--all", "--json")).stdout).news, []);
  });

  test("from a file, from stdin, and archived", async () => {
    const file = join(folder, "news.md");
    await writeFile(file, "\uFEFFOn **Friday**.\r\n\r\nCome!\r\n");
    assert.equal((await club("post", "Banquet", file, "--no-mail")).code, 0);
    assert.equal((await club("show", "banquet")).stdout, "On **Friday**.\n\nCome!\n");
    const piped = await sabc(["news", "edit", "banquet", "-", "--home", home], { typed: ["On Saturday."] });
    assert.equal(piped.code, 0);
    assert.equal((await club("show", "banquet")).stdout, "On Saturday.\n");
    assert.equal((await club("archive", "banquet")).code, 0);
    assert.equal((await club("list")).stdout, "");
    assert.equal((await club("show", "banquett")).code, 3);
  });

  test("what is no text is refused", async () => {
    const file = join(folder, "picture.png");
    await writeFile(file, new Uint8Array([0x89, 0x50, 0xff, 0xfe]));
    const { code, stderr } = await club("post", "Picture", file);
    assert.equal(code, 4);
    assert.match(stderr, /is not text in UTF-8/);
  });

  test("a person at a terminal is asked for the text", async () => {
    const asked = await sabc(["news", "post", "Asked", "--no-mail", "--home", home], {
      terminal: { width: 80 },
      typed: ["It is **short**.\r"],
    });
    assert.equal(asked.code, 0);
    assert.equal((await club("show", "asked")).stdout, "It is **short**.\n");
  });
});
