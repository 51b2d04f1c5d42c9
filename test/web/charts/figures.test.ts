import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { apart } from "../../../web/charts/apart.chart.ts";
import { barsChart } from "../../../web/charts/bars.chart.ts";
import { raceChart } from "../../../web/charts/race.chart.ts";

const hostile = `<script>"&'`;
const number = (attribute: string, tag: string): number =>
  Number(new RegExp(` ${attribute}="([\\d.]+)%?"`).exec(tag)?.[1]);
const tags = (svg: string, pattern: RegExp): string[] => [...svg.matchAll(pattern)].map(([tag]) => tag);

describe("figures in columns", () => {
  const chart = (values: (number | null)[], labels = values.map((_, at) => `c${at}`)) =>
    barsChart({
      id: "x",
      title: hostile,
      description: hostile,
      labels,
      series: [
        { name: "mean", as: "bar", values },
        { name: hostile, as: "mark", values: values.map((value) => value && value + 1) },
      ],
      text: (value) => `${value} lb`,
      least: 1,
    });

  test("stand as high as they are, with a mark above, and none where there is none", () => {
    const svg = chart([10, null, 5]);
    const bars = tags(svg, /<rect class="bar[^>]*>/g);
    const [first, last] = bars.map((bar) => number("height", bar));
    assert.equal(bars.length, 2);
    assert.ok(Math.abs(first! - 2 * last!) < 0.02);
    const marks = tags(svg, /<line class="mark[^>]*>/g);
    assert.equal(marks.length, 2);
    assert.ok(number("y1", marks[0]!) < number("y", bars[0]!));
    assert.deepEqual(
      tags(svg, /<text class="value[^>]*>[^<]*/g).map((tag) => tag.split(">")[1]),
      ["10 lb", "5 lb"],
    );
  });

  test("never leave the drawing, one or forty of them, and their names have room", () => {
    for (const count of [1, 4, 12, 41]) {
      const svg = chart(Array.from({ length: count }, (_, at) => at + 1));
      for (const bar of tags(svg, /<rect[^>]*>/g)) {
        assert.ok(number("x", bar) >= 0 && number("x", bar) + number("width", bar) <= 100);
        assert.ok(number("y", bar) >= 0);
      }
      assert.ok(tags(svg, /<text class="foot"/g).length <= 12);
      assert.ok(tags(svg, /<line class="grid"/g).length <= 7);
    }
  });

  test("say what they are to who cannot see them, and whatever is said is text", () => {
    const svg = chart([1]);
    assert.match(svg, /^<figure class="chart"><svg role="img" [^>]*aria-labelledby="x-title x-words">/);
    assert.doesNotMatch(svg, /<script| style=/);
    assert.equal(svg.match(/&#60;script&#62;&#34;&#38;&#39;/g)?.length, 4);
  });

  test("of nothing at all are an empty drawing", () => {
    assert.doesNotMatch(chart([]), /NaN|Infinity|<rect/);
    assert.doesNotMatch(chart([0, null]), /NaN|Infinity/);
  });
});

describe("a race", () => {
  const steps = (...behind: (number | null)[]) =>
    behind.map((value, at) => (value === null ? null : { total: (at + 1) * 10_000 - value, behind: value }));
  const chart = (figure: "points" | "wins", rows: ReturnType<typeof steps>[]) =>
    raceChart({
      title: hostile,
      course: { figure, rows: rows.map((row, at) => ({ key: String(at), crew: [], steps: row })) },
      labels: ["Jan", "Feb", "Mar"],
      text: (value) => String(value / 100),
    });

  test("has a line for each, the leader's along the top", () => {
    const svg = chart("points", [steps(0, 0, 0), steps(100, 300, 500), steps(null, 400, 600)]);
    assert.equal(tags(svg, /<line class="line series-1"/g).length, 2);
    assert.equal(tags(svg, /<line class="line series-3"/g).length, 1);
    const dots = tags(svg, /<circle[^>]*series-[12]"[^>]*>/g).map((dot) => number("cy", dot));
    assert.equal(Math.min(...dots), dots.at(-1));
    assert.match(svg, />−6</);
  });

  test("of wins goes up", () => {
    const svg = chart("wins", [
      [
        { total: 0, behind: 0 },
        { total: 1, behind: 0 },
        { total: 2, behind: 0 },
      ],
    ]);
    const dots = tags(svg, /<circle[^>]*>/g).map((dot) => number("cy", dot));
    assert.ok(dots[0]! > dots[1]! && dots[1]! > dots[2]!);
  });

  test("keeps the letters of lines apart that end at one point", () => {
    const svg = chart("points", [steps(0, 0, 100), steps(0, 0, 100), steps(0, 0, 100)]);
    const ends = tags(svg, /<text class="end[^>]*>/g)
      .map((end) => number("y", end))
      .toSorted((one, other) => one - other);
    assert.deepEqual([ends[1]! - ends[0]!, ends[2]! - ends[1]!], [14, 14]);
  });

  test("draws lines of one figure side by side, and leads each to its letter", () => {
    const svg = chart("points", [steps(0, 200, 200), steps(0, 200, 600), steps(0, 100, 200)]);
    const dots = (series: number) =>
      tags(svg, new RegExp(`<circle class="dot series-${series}"[^>]*>`, "g")).map((dot) =>
        number("cy", dot),
      );
    const [first, second, third] = [dots(1), dots(2), dots(3)];
    assert.deepEqual([second[0]! - first[0]!, third[0]! - second[0]!], [4, 4]);
    assert.deepEqual([second[1]! - first[1]!, third[2]! - first[2]!], [4, 4]);
    assert.equal(tags(svg, /<line class="leader[^>]*>/g).length, 2);
  });

  test("moves apart no more than it must, and nothing out of the field", () => {
    const room = { gap: 5, top: 10, bottom: 100 };
    assert.deepEqual(apart([50, null, 20, 50, 48], room), [49.33, null, 20, 54.33, 44.33]);
    assert.deepEqual(apart([100, 99, 100, 91], room), [95, 90, 100, 85]);
    assert.deepEqual(apart([0, 0, 12], room), [10, 15, 20]);
  });

  test("that has only begun is no division by nothing", () => {
    assert.doesNotMatch(
      raceChart({
        title: "x",
        course: { figure: "points", rows: [{ key: "1", crew: [], steps: steps(0) }] },
        labels: ["Jan"],
        text: String,
      }),
      /NaN|Infinity/,
    );
  });
});
