import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pageOfAnglers } from "../../web/angler-pages.ts";

const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({
    id: from + at + 1,
    name: `Angler ${from + at + 1}`,
    events: 1,
    wins: 0,
    firstYear: 2026,
    lastYear: 2026,
  }));

const letters = [
  { letter: "A", at: 0 },
  { letter: "M", at: 201 },
  { letter: "Z", at: 399 },
];

describe("the list of anglers", () => {
  test("is one page for a club of two hundred, with no ways about in it", () => {
    const { anglers, ...all } = pageOfAnglers(
      { anglers: names(0, 200), total: 200, letters: letters.slice(0, 1) },
      1,
    );
    assert.equal(anglers.length, 200);
    assert.deepEqual(all, { total: 200, page: 1, here: null, previous: null, next: null, letters: [] });
  });

  test("is several for more, each with the ways to those beside it and to every letter", () => {
    const part = (page: number) =>
      pageOfAnglers(
        { anglers: names((page - 1) * 200, Math.min(page * 200, 450)), total: 450, letters },
        page,
      );
    const ways = ["/anglers#A", "/anglers/page/2#M", "/anglers/page/2#Z"];
    const expected = [
      { here: { first: 1, last: 200 }, previous: null, next: "/anglers/page/2" },
      { here: { first: 201, last: 400 }, previous: "/anglers", next: "/anglers/page/3" },
      { here: { first: 401, last: 450 }, previous: "/anglers/page/2", next: null },
    ];
    for (const [at, beside] of expected.entries()) {
      const { anglers: _, letters: told, total, page, ...rest } = part(at + 1);
      assert.deepEqual([total, page, told.map(({ path }) => path), rest], [450, at + 1, ways, beside]);
    }
    const begins = part(2).anglers.flatMap(({ id, begins: letter }) =>
      letter === null ? [] : [[id, letter]],
    );
    assert.deepEqual(begins, [
      [202, "M"],
      [400, "Z"],
    ]);
  });

  test("has no page after its last", () => {
    assert.throws(() => pageOfAnglers({ anglers: [], total: 200, letters }, 2), { code: "page-not-found" });
    assert.deepEqual(pageOfAnglers({ anglers: [], total: 0, letters: [] }, 1).anglers, []);
  });
});
