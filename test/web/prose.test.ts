import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { nestHeadings } from "../../web/prose.ts";

describe("what an officer wrote stands under the page's title", () => {
  const texts: [string, string, string][] = [
    ["a first heading becomes a second", "<h1>A</h1><p>b</p>", "<h2>A</h2><p>b</p>"],
    ["no level is skipped", "<h2>A</h2><h5>B</h5><h3>C</h3>", "<h2>A</h2><h3>B</h3><h3>C</h3>"],
    ["what is written alike stays alike", "<h3>A</h3><h3>B</h3><h2>C</h2>", "<h2>A</h2><h2>B</h2><h2>C</h2>"],
    [
      "and none goes beyond the sixth",
      "<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>",
      "<h2>1</h2><h3>2</h3><h4>3</h4><h5>4</h5><h6>5</h6><h6>6</h6>",
    ],
    ["text that only looks like one stays", "<p>&lt;h1&gt;</p>", "<p>&lt;h1&gt;</p>"],
  ];
  for (const [label, html, expected] of texts) test(label, () => assert.equal(nestHeadings(html), expected));
});
