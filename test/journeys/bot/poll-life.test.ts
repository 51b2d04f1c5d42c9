import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { livePolls } from "../../support/poll-lives.ts";

const readme = "bot/README.md";
const marks = ["<!-- life: begin -->", "<!-- life: end -->"] as const;
const { chapters, said } = await livePolls();
const scenes = chapters.flatMap((chapter) => chapter.scenes);

test("what people see of polls is what bot/README.md shows", () => {
  const text = readFileSync(readme, "utf8");
  const told = withLife(text);
  if (process.env["SABC_WRITE"] === readme) return writeFileSync(readme, told);
  assert.equal(
    text,
    told,
    `SABC_WRITE=${readme} npm run test:file -- ${import.meta.filename} writes it anew.`,
  );
});

test("nothing that people see names a number of Discord's, or the club's hidden counts", () => {
  for (const { title, look } of scenes) assert.doesNotMatch(look, /\d{15,}|undefined|null|\[object/, title);
  for (const { scenes: told } of chapters) {
    const close = told.findIndex(({ title }) => /\bclose[:,.]/.test(title));
    assert.ok(close >= 0);
    for (const { title, look } of told.slice(0, close)) assert.doesNotMatch(look, /▰|🏆/, title);
  }
});

function withLife(text: string): string {
  const [begin, end] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  assert.ok(begin >= 0 && end > begin, `${readme} has lost its marks: ${marks.join(", ")}`);
  const life = [
    ...chapters.flatMap(({ title, scenes: told }) => [`### ${title}`, ...told.map(scene)]),
    "### What is said when",
    [
      "| when | what is said |",
      "| --- | --- |",
      ...said.map(({ when, words }) => `| ${when} | ${words} |`),
    ].join("\n"),
  ];
  return `${text.slice(0, begin + marks[0].length)}\n\n${life.join("\n\n")}\n\n${text.slice(end)}`;
}

const scene = ({ title, look }: (typeof scenes)[0]): string =>
  `${title}\n\n${look.replaceAll(/^/gm, "    ").replaceAll(/ +$/gm, "")}`;
