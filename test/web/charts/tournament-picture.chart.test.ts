import assert from "node:assert/strict";
import { test } from "node:test";
import { clubPicture } from "../../../web/charts/club-picture.chart.ts";
import { tournamentPicture } from "../../../web/charts/tournament-picture.chart.ts";
import { parseWeight } from "#core/weight.ts";
import { individual } from "../examples/results.ts";

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);

const step = (name: string) => ({
  place: 1,
  tied: false,
  crew: [{ id: 1, name }],
  fish: 5,
  net: parseWeight("14.50"),
  bigBass: null,
});

test("a tournament's picture says who won where it was weighed, and cuts what is too long", () => {
  const drawn = tournamentPicture({
    club: "South Austin Bass Club",
    results: individual,
    podium: [step("Ann"), step(`Bo <script> ${"x".repeat(40)}`)],
  });
  assert.deepEqual(texts(drawn).slice(3, 5), [
    "1  Ann  14.50 lb",
    "1  Bo &#60;script&#62; xxxxxxxxxxxxxxxxx…  14.50 lb",
  ]);
  assert.doesNotMatch(drawn, /<script|undefined/);
});

test("before that it says when and where, and of a cancelled one nothing but that", () => {
  const { tournament } = individual;
  const ahead = { ...tournament, state: "scheduled" as const, firstCast: "06:30", weighIn: "15:00" };
  const draw = (shown: typeof ahead) =>
    texts(tournamentPicture({ club: "Club", results: { tournament: shown }, podium: [] })).slice(3);
  assert.ok(draw(ahead).includes("First cast 6:30 am"), draw(ahead).join());
  const off = { ...ahead, cancelled: { on: "2026-01-01", reason: "Storm" } };
  assert.deepEqual(draw(off), ["This tournament does not take place.", "Cancelled"]);
});

test("any other page's picture has the club's name, on two lines where it is long", () => {
  const draw = (club: string) => texts(clubPicture({ club, patch: "<svg ></svg>" }));
  assert.deepEqual(draw("Reed Bass Club"), ["Reed Bass Club"]);
  assert.deepEqual(draw("Mesquite Creek Bass Club"), ["Mesquite Creek", "Bass Club"]);
  assert.deepEqual(draw("A <b> and a club with a very long name"), [
    "A &#60;b&#62; and a club with",
    "a very long name",
  ]);
  assert.deepEqual(draw("x".repeat(60)), [`${"x".repeat(21)}…`]);
});
