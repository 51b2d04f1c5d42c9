import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { freeSlug, slugOf } from "../../../core/news/slug.rules.ts";

describe("a title as an address", () => {
  const cases: [string, string][] = [
    ["Spring Banquet: Come!", "spring-banquet-come"],
    ["  Ann's Café – 2026  ", "anns-cafe-2026"],
    ["日本", "news"],
    ["../../etc/passwd", "etc-passwd"],
    ["%2e%2e%2f", "2e-2e-2f"],
    ["a".repeat(120), "a".repeat(60)],
    ["word ".repeat(30), Array(12).fill("word").join("-")],
  ];
  for (const [title, slug] of cases) test(slug, () => assert.equal(slugOf(title), slug));

  test("is free, or gets the first number that is", () => {
    assert.equal(freeSlug("a", new Set()), "a");
    assert.equal(freeSlug("a", new Set(["a", "a-2", "a-b"])), "a-3");
  });
});
