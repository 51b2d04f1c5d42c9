import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { correctResult } from "#core/results/correct.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { setRules } from "#core/results/season-rules.service.ts";
import { closeSeason } from "#core/seasons/seasons.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const individual = presets["sabc-individual"];
const everyone = { ...individual, guests: { ...individual.guests, rank: "score" } };

describe("giving a season its rules", () => {
  let tournament = 0;

  before(async () => {
    tournament = await holdTournament(app, {
      day: "2025-01-26",
      boats: [
        { crew: ["Cal*"], bags: [{ fish: 5, weight: "12", big: "4" }] },
        { crew: ["Ann"], bags: [{ fish: 5, weight: "10", big: "3" }] },
      ],
    });
  });

  test("a year without a season gets one, with every default written out", async () => {
    const set = await app.rehearse(tester, (work) => setRules(work, { year: 2026, rules: "sabc-team" }));
    assert.deepEqual(
      [set.created, set.name, set.fields, set.figures],
      [true, presets["sabc-team"].name, [], { lines: [], pots: [], stays: [] }],
    );
  });

  test("other rules tell which fields and which figures change", async () => {
    const set = await app.rehearse(tester, (work) => setRules(work, { year: 2025, rules: everyone }));
    assert.deepEqual(set.fields, [{ path: "guests.rank", before: "placed", after: "score" }]);
    assert.deepEqual(
      set.figures.lines.map(({ crew, place, points }) => [crew[0]?.name, place, points]),
      [
        ["Cal", null, { before: 0, after: 10000 }],
        ["Ann", null, { before: 10000, after: 9900 }],
      ],
    );
  });

  test("a document with faults is refused with all of them", async () => {
    const broken = { ...individual, ranked: "team", limits: 5 };
    const [kind, code] = await refused(
      app.write(tester, (work) => setRules(work, { year: 2025, rules: broken })),
    );
    assert.deepEqual([kind, code], ["invalid", "rules-invalid"]);
  });

  test("an unknown preset is refused with those there are", async () => {
    const [kind, , sentence] = await refused(
      app.write(tester, (work) => setRules(work, { year: 2025, rules: "sabc" })),
    );
    assert.deepEqual(
      [kind, sentence],
      ["invalid", 'There is no preset "sabc". There are sabc-individual and sabc-team.'],
    );
  });

  test("once a tournament is official it takes a reason, and results follow", async () => {
    await app.write(tester, (work) => makeOfficial(work, { tournament }));
    const change = { year: 2025, rules: everyone };
    assert.deepEqual(await refused(app.write(tester, (work) => setRules(work, change))), [
      "conflict",
      "season-has-official-tournaments",
      "1 of 2025's tournaments is official. Give a reason to change the rules they were scored by.",
    ]);
    await app.write(tester, (work) => setRules(work, { ...change, reason: "Voted in March" }));
    const { anglers } = await app.read(visitor, (work) => getResults(work, { tournament }));
    assert.deepEqual(
      anglers.map(({ points }) => points),
      [10000, 9900],
    );
  });

  test("the figures of a closed season do not change any more", async () => {
    const correction = { tournament, angler: "Ann", gross: 130_000, reason: "The card said 13" };
    const tried = app.rehearse(tester, async (work) => {
      await closeSeason(work, { year: 2025 });
      await correctResult(work, correction);
    });
    assert.deepEqual((await refused(tried)).slice(0, 2), ["conflict", "season-closed"]);
  });

  test("a member may not", async () => {
    const member = { ...tester, kind: "angler" as const };
    const [kind] = await refused(
      app.write(member, (work) => setRules(work, { year: 2025, rules: everyone })),
    );
    assert.equal(kind, "forbidden");
  });
});
