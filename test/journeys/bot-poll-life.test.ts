import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { livePoll, type Scene } from "../support/poll-life.ts";

const readme = "bot/README.md";
const marks = ["<!-- life: begin -->", "<!-- life: end -->"] as const;
const scenes = await livePoll();

test("what people see of a poll is what bot/README.md shows", () => {
  const text = readFileSync(readme, "utf8");
  const told = withScenes(text, scenes);
  if (process.env["SABC_WRITE"] === readme) return writeFileSync(readme, told);
  assert.equal(
    text,
    told,
    `SABC_WRITE=${readme} npm run test:file -- ${import.meta.filename} writes it anew.`,
  );
});

test("nothing that people see names a number of Discord's, or the club's hidden counts", () => {
  for (const { title, look } of scenes) assert.doesNotMatch(look, /\d{15,}|undefined|null|\[object/, title);
  const beforeTheClose = scenes.slice(
    0,
    scenes.findIndex(({ title }) => title.startsWith("The close")),
  );
  for (const { title, look } of beforeTheClose) assert.doesNotMatch(look, /▰|🏆/, title);
});

function withScenes(text: string, told: readonly Scene[]): string {
  const [begin, end] = marks.map((mark) => text.indexOf(mark)) as [number, number];
  assert.ok(begin >= 0 && end > begin, `${readme} has lost its marks: ${marks.join(", ")}`);
  const shown = told.map(
    ({ title, look }) => `${title}\n\n${look.replaceAll(/^/gm, "    ").replaceAll(/ +$/gm, "")}`,
  );
  return `${text.slice(0, begin + marks[0].length)}\n\n${shown.join("\n\n")}\n\n${text.slice(end)}`;
}
