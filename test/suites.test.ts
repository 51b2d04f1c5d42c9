import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { test } from "node:test";

test("npm test runs every test file once: by itself, or by the suite of its folder", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { test: string } };
  const patterns = [...scripts.test.replaceAll("$PWD", process.cwd()).matchAll(/'(.+?)'|"(.+?)"/g)];
  const run = globSync(patterns.map(([, given, whole]) => given ?? whole!)).map((file) => relative("", file));
  const folders = run.filter((file) => file.endsWith("/suite.ts")).map(dirname);
  const below = (file: string) => folders.some((folder) => file.startsWith(`${folder}/`));
  const tests = globSync("test/**/*.test.ts");
  const wrong = tests.filter((file) => below(file) === run.includes(file));
  assert.deepEqual(wrong, []);
  assert.deepEqual(run.length, new Set(run).size);
  assert.deepEqual(
    globSync("test/**/suite.ts").filter((file) => !run.includes(file)),
    [],
  );
  assert.ok(tests.length > 200 && folders.length > 10);
});
