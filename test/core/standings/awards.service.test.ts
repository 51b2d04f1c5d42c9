import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { recordAward } from "#core/results/award-rulings.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { closeSeason } from "#core/seasons/seasons.service.ts";
import { getAwards } from "#core/standings/awards.service.ts";
import type { AwardsShown } from "#core/standings/standings.service.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { printWeight } from "#core/weight.ts";
import { amend } from "../../support/amend.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";
import { type Boat, holdTournament, tester, type TournamentGiven } from "../../support/small-club.ts";

const app = await openTestApp();

const awardsOf = (season: number) => app.read(visitor, (work) => getAwards(work, { season }));

const hold = (day: string, boats: Boat[], more: Partial<TournamentGiven> = {}) =>
  holdTournament(app, { day, state: "official", boats, ...more });

const alone = (name: string, weight: string, big?: string, fish = 3): Boat => ({
  crew: [name],
  bags: [{ fish, weight, ...(big !== undefined && { big }) }],
});

/** `=1. Ann + Bob 5.01 lb` of an award */
function winners({ awards }: AwardsShown, title: string): string[] {
  const award = awards.find((one) => one.title === title)!;
  return award.winners.map(({ place, tied, crew, points, wins, weight }) =>
    [
      `${tied ? "=" : ""}${place}. ${crew.map(({ name }) => name).join(" + ")}`,
      ...(points === null ? [] : [`${points / 100} pt`]),
      ...(wins === null ? [] : [`${wins} w`]),
      ...(weight === null ? [] : [`${printWeight(weight)} lb`]),
    ].join(" "),
  );
}

const [bass, stringer] = ["Big Bass of the year", "Heavy Stringer of the year"];

describe("a season of anglers", () => {
  test("a big bass of exactly 5.00 lb wins nothing, and a guest's never", async () => {
    await hold("2020-01-26", [
      alone("Ann", "12", "5"),
      alone("Gil*", "14", "8.1"),
      alone("Bob", "0", undefined, 0),
    ]);
    assert.deepEqual(winners(await awardsOf(2020), bass), []);
    const february = await hold("2020-02-23", [alone("Ann", "11", "5.01"), alone("Bob", "9", "4.99")]);
    const shown = await awardsOf(2020);
    assert.deepEqual(winners(shown, bass), ["1. Ann 5.01 lb"]);
    const { tournament } = shown.awards.find(({ title }) => title === bass)!.winners[0]!;
    assert.deepEqual([tournament!.id, tournament!.firstDay], [february, "2020-02-23"]);
    await hold("2020-03-22", [alone("Bob", "9", "5.01")]);
    assert.deepEqual(winners(await awardsOf(2020), bass), ["=1. Ann 5.01 lb", "=1. Bob 5.01 lb"]);
  });

  test("the first and the first six of the table", async () => {
    const shown = await awardsOf(2020);
    assert.deepEqual(winners(shown, "Angler of the Year"), ["1. Bob 297 pt 18.00 lb"]);
    assert.deepEqual(winners(shown, "Top six"), ["1. Bob 297 pt 18.00 lb", "2. Ann 200 pt 23.00 lb"]);
    assert.deepEqual(
      shown.awards.map(({ by, words }) => [by, words]),
      [
        ["standing", "First of the standings: points, then total weight."],
        ["standing", "First 6 of the standings: points, then total weight."],
        ["big-bass", "The heaviest bass strictly over 5.00 lb, of a member."],
        ["heavy-stringer", "The heaviest limit, of a member; paper tournaments do not count."],
        ["ruling", "The officers decide."],
      ],
    );
  });

  test("the heaviest limit of a member, paper tournaments excluded, those without points not", async () => {
    assert.deepEqual(winners(await awardsOf(2020), stringer), []);
    await hold("2020-04-26", [alone("Ann", "20", undefined, 5)], { changes: { paper: true } });
    await hold("2020-05-24", [
      alone("Ann", "10", undefined, 5),
      alone("Gil*", "18", undefined, 5),
      alone("Bob", "15"),
    ]);
    assert.deepEqual(winners(await awardsOf(2020), stringer), ["1. Ann 10.00 lb"]);
    await hold("2020-06-28", [alone("Joe", "11", undefined, 5)], { changes: { countsForPoints: false } });
    assert.deepEqual(winners(await awardsOf(2020), stringer), ["1. Joe 11.00 lb"]);
  });

  test("what the officers decided, the last word of it", async () => {
    assert.deepEqual(winners(await awardsOf(2020), "Officers' award"), []);
    await amend(app, {
      tournaments: [],
      change: async (work) => {
        work.em.create(Angler, { name: "Never Aboard", publicName: "Never" });
      },
    });
    for (const angler of ["Ann", "Never Aboard"]) {
      await app.write(tester, (work) =>
        recordAward(work, { season: 2020, title: "Officers' award", angler, decidedBy: "The officers" }),
      );
    }
    assert.deepEqual(winners(await awardsOf(2020), "Officers' award"), ["1. Never"]);
  });

  test("final once all is official, or the season closed; three queries", async () => {
    assert.equal((await awardsOf(2020)).final, true);
    await hold("2020-07-26", [], { state: "scheduled" });
    assert.equal((await awardsOf(2020)).final, false);
    await app.write(tester, (work) => closeSeason(work, { year: 2020 }));
    assert.equal((await awardsOf(2020)).final, true);
    const count = await app.read(visitor, (work) => countQueries(() => getAwards(work, { season: 2020 })));
    assert.equal(count, 3);
  });
});

test("the first of those in their first season as a member", async () => {
  const rules: RulesDocument = {
    ...presets["sabc-individual"],
    awards: [{ title: "Rookie", by: "standing", rookies: true }],
  };
  await hold("2021-01-24", [alone("Old", "10"), alone("New*", "9")], { rules });
  await hold("2022-01-23", [alone("Old", "12"), alone("New", "11"), alone("Newer", "10")], { rules });
  assert.deepEqual(winners(await awardsOf(2022), "Rookie"), ["1. New 99 pt 11.00 lb"]);
});

describe("a season of crews", () => {
  const team = (crew: string[], weight: string, big?: string): Boat => ({
    crew,
    bags: [{ fish: 5, weight, ...(big !== undefined && { big }) }],
  });
  const held = (day: string, boats: Boat[]) => hold(day, boats, { rules: "sabc-team" });

  test("most wins are nobody's before a crew with a member has won", async () => {
    await held("2026-01-25", [team(["Gil*", "Hal*"], "20", "7.5"), team(["Ann", "Bob"], "12")]);
    const shown = await awardsOf(2026);
    assert.deepEqual(winners(shown, "Most wins"), []);
    assert.deepEqual(winners(shown, bass), []);
    assert.deepEqual(winners(shown, stringer), ["1. Ann + Bob 12.00 lb"]);
    await held("2026-02-22", [team(["Ann", "Bob"], "12")]);
    assert.deepEqual(winners(await awardsOf(2026), "Most wins"), ["1. Ann + Bob 1 w 24.00 lb"]);
  });

  test("a big bass needs a member aboard, and where the catcher is recorded the catcher", async () => {
    const march = await held("2026-03-22", [
      team(["Ann", "Gil*"], "14", "6.1"),
      team(["Cal", "Hal*"], "13", "6.5"),
      team(["Dee"], "9", "5.2"),
    ]);
    assert.deepEqual(winners(await awardsOf(2026), bass), ["1. Hal + Cal 6.50 lb"]);
    const caught = (name: string, bigBass: number) =>
      amend(app, {
        tournaments: [march],
        change: async (work) => {
          const bag = await work.em.findOneOrFail(Bag, { bigBass });
          bag.caughtBy = await work.em.findOneOrFail(Angler, { name });
        },
      });
    await caught("Hal", 65_000);
    assert.deepEqual(winners(await awardsOf(2026), bass), ["1. Ann + Gil 6.10 lb"]);
    await caught("Ann", 61_000);
    assert.deepEqual(winners(await awardsOf(2026), bass), ["1. Ann 6.10 lb"]);
  });
});
