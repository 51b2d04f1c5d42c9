import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { operator, visitor } from "#core/actor.ts";
import { editPage, getPage, listPages } from "#core/news/pages.service.ts";
import { saveClub } from "#core/seasons/club.service.ts";
import { openTestApp } from "../../support/database.ts";
import { differentLines } from "../../../core/news/text-difference.rules.ts";

const app = await openTestApp();
const office = operator("tester");
const edit = (body: string, revision?: number) =>
  app.write(office, (work) => editPage(work, { slug: "about", body, revision }));
const page = (slug: "about" | "bylaws" | "join", revision?: number) =>
  app.read(visitor, (work) => getPage(work, { slug, revision }));

describe("the club's texts", () => {
  test("say what is true of any club until somebody writes them", async () => {
    assert.match((await page("join")).body, /of The club as a guest/);
    await app.write(office, (work) =>
      saveClub(work, { name: "Bass *and* Co", contact: "club@club.example" }),
    );
    const { body, html, revision, savedAt } = await page("about");
    assert.match(body, /^Bass \\\*and\\\* Co is a bass-fishing club/);
    assert.match(html, /Bass \*and\* Co is .*href="mailto:club@club.example"/s);
    assert.deepEqual([revision, savedAt], [0, null]);
  });

  test("keep every wording, and tell what changed", async () => {
    const first = await edit("# Us\n\nWe fish.");
    assert.deepEqual([first.revision, first.changed, first.savedBy], [1, true, "tester"]);
    const second = await edit("# Us\n\nWe fish a lot.\n", 1);
    assert.deepEqual(second.difference, [
      { mark: " ", text: "" },
      { mark: "-", text: "We fish." },
      { mark: "+", text: "We fish a lot." },
      { mark: "+", text: "" },
    ]);
    assert.equal((await page("about")).revision, 2);
    assert.equal((await page("about", 1)).body, "# Us\n\nWe fish.");
    assert.match((await page("about", 0)).body, /bass-fishing club/);
    await assert.rejects(page("about", 9), { kind: "not-found", code: "page-revision-not-found" });
  });

  test("the same words again change nothing", async () => {
    const { revision, changed, difference } = await edit("# Us\n\nWe fish a lot.\n");
    assert.deepEqual({ revision, changed, difference }, { revision: 2, changed: false, difference: [] });
  });

  test("whoever builds on an earlier wording is refused, also when both save at once", async () => {
    await assert.rejects(edit("Mine.", 1), { kind: "conflict", code: "page-saved-meanwhile" });
    const both = await Promise.allSettled([edit("One.", 2), edit("Other.", 2)]);
    assert.deepEqual(new Set(both.map(({ status }) => status)), new Set(["fulfilled", "rejected"]));
  });

  test("are listed, who saved them for officers alone, and saved by editors alone", async () => {
    const listed = await app.read(visitor, (work) => listPages(work));
    assert.deepEqual(
      listed.map(({ slug, title, revision, savedBy }) => [slug, title, revision, savedBy]),
      [
        ["about", "About the club", 3, null],
        ["bylaws", "Bylaws", 0, null],
        ["join", "Join the club", 0, null],
      ],
    );
    assert.equal((await app.read(office, (work) => listPages(work)))[0]!.savedBy, "tester");
    await assert.rejects(
      app.write(visitor, (work) => editPage(work, { slug: "about", body: "X" })),
      { code: "role-required" },
    );
  });
});

describe("what differs between two texts", () => {
  const cases: [string, string, string, string[]][] = [
    ["nothing", "a\nb", "a\nb", []],
    ["a line in the middle, with its neighbours", "1\n2\n3\n4\n5", "1\n2\nx\n4\n5", [" 2", "-3", "+x", " 4"]],
    ["a line taken out at the end", "1\n2", "1", [" 1", "-2"]],
    ["a line put in first", "1", "0\n1", ["+0", " 1"]],
    ["two places", "a\nb\nc\nd\ne\nf", "A\nb\nc\nd\ne\nF", ["-a", "+A", " b", " e", "-f", "+F"]],
    ["repeated lines", "a\na\na", "a\na", [" a", "-a"]],
  ];
  for (const [label, before, after, lines] of cases) {
    test(label, () =>
      assert.deepEqual(
        differentLines(before, after).map(({ mark, text }) => mark + text),
        lines,
      ),
    );
  }

  test("two long texts with nothing in common are told at once", () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word} ${at}`).join("\n");
    assert.equal(differentLines(long("a"), long("b")).length, 40_000);
  });
});
