import { describe, test } from "node:test";
import { demoOn, judgeDemo } from "../../support/demo-day.ts";

const day = { today: "2026-01-05", season: 2025, latest: "2025-11-23 official", next: "2026-01-25" };
const app = await demoOn(day.today);

describe("the demo on another day", () => {
  test("before the year's first tournament last year is the season", () => judgeDemo(app, day));
});
