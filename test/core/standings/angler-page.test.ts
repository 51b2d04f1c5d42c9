import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { eraseAngler } from "#core/people/erase.service.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { type AnglerPage, getAnglerPage, listAnglers } from "#core/standings/angler-page.service.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const idOf = async (name: string): Promise<number> => {
  const [row] = await app.read(visitor, (work) =>
    work.em.execute<{ id: number }[]>("select id from angler where name = ?", [name]),
  );
  return row!.id;
};
const pageOf = (id: number) => app.read(visitor, (work) => getAnglerPage(work, { id }));
const hereOf = async (name: string): Promise<Extract<AnglerPage, { is: "here" }>> => {
  const page = await pageOf(await idOf(name));
  assert.ok(page.is === "here");
  return page;
};

before(async () => {
  await holdTournament(app, {
    day: "2025-03-23",
    state: "official",
    boats: [
      {
        crew: ["Ann", "Bob"],
        bags: [
          { fish: 5, weight: "12.25", big: "4.5" },
          { fish: 3, weight: "8.1", big: "3" },
        ],
      },
      { crew: ["Cal*"], bags: [{ fish: 0, weight: "0" }] },
      { crew: ["Dee"], kind: "buy-in" },
    ],
  });
  await holdTournament(app, {
    day: "2026-01-25",
    rules: "sabc-team",
    state: "official",
    boats: [
      { crew: ["Ann", "Bob"], bags: [{ fish: 5, weight: "14.5", big: "5.25" }] },
      { crew: ["Cal"], bags: [{ fish: 2, weight: "4", big: "2.5" }] },
    ],
  });
  await holdTournament(app, {
    day: "2026-02-22",
    state: "provisional",
    boats: [{ crew: ["Eve", "Ann"], bags: [{ fish: 5, weight: "20" }] }],
  });
  await app.write(tester, (work) =>
    addMembers(work, { members: [{ name: "Fay", status: "member", from: "2025-01-01" }] }),
  );
});

describe("an angler's page", () => {
  test("adds up what is official: the boat's figures where boats are ranked, a bass only where it is theirs", async () => {
    const { angler, total, bests, seasons, months, finishes } = await hereOf("Ann");
    assert.equal(angler.name, "Ann");
    assert.deepEqual(total, {
      events: 2,
      wins: 2,
      limits: 2,
      bestPlace: 1,
      weight: 267_500,
      bigBass: 45_000,
    });
    assert.deepEqual(
      [
        bests.bigBass?.weight,
        bests.bigBass?.tournament.season,
        bests.heaviestBag?.weight,
        bests.heaviestBag?.tournament.season,
      ],
      [45_000, 2025, 145_000, 2026],
    );
    assert.deepEqual(
      seasons.map(({ year, events, weight }) => [year, events, weight]),
      [
        [2026, 1, 145_000],
        [2025, 1, 122_500],
      ],
    );
    assert.deepEqual(
      months.filter(({ events }) => events > 0),
      [
        { month: 1, events: 1, wins: 1, mean: 145_000 },
        { month: 3, events: 1, wins: 1, mean: 122_500 },
      ],
    );
    assert.deepEqual(
      finishes.map(({ tournament, partners, place, points, net, fish, bigBass }) => [
        tournament.firstDay,
        partners.map(({ name }) => name),
        place,
        points,
        net,
        fish,
        bigBass,
      ]),
      [
        ["2026-01-25", ["Bob"], 1, null, 145_000, 5, null],
        ["2025-03-23", ["Bob"], 1, 10_000, 122_500, 5, 45_000],
      ],
    );
  });

  test("counts who fished alone with every bass of the bag, and a day without a fish as fished", async () => {
    const { total, bests } = await hereOf("Cal");
    assert.deepEqual([total.events, total.bigBass, bests.heaviestBag?.weight], [2, 25_000, 40_000]);
  });

  test("lists a buy-in as a finish that nobody fished", async () => {
    const { total, finishes } = await hereOf("Dee");
    assert.deepEqual(
      [total.events, total.bestPlace, finishes.map(({ outcome, points }) => [outcome, points])],
      [0, null, [["buy-in", 9500]]],
    );
  });

  test("says nothing of who has nothing official yet, and is not there for who never was aboard", async () => {
    assert.deepEqual((await hereOf("Eve")).finishes, []);
    const never = refused(pageOf(await idOf("Fay")));
    assert.deepEqual((await never)[0], "not-found");
    assert.deepEqual((await refused(pageOf(999_999)))[0], "not-found");
  });

  test("takes one query, as the list does", async () => {
    const id = await idOf("Ann");
    assert.equal(await countQueriesOf(app, (work) => getAnglerPage(work, { id })), 1);
    assert.equal(await countQueriesOf(app, (work) => listAnglers(work)), 1);
  });
});

test("the list has everyone with an official result, by name", async () => {
  const { anglers, ...all } = await app.read(visitor, (work) => listAnglers(work));
  assert.deepEqual(
    anglers.map(({ name, events, wins, firstYear, lastYear }) => [name, events, wins, firstYear, lastYear]),
    [
      ["Ann", 2, 2, 2025, 2026],
      ["Bob", 2, 1, 2025, 2026],
      ["Cal", 2, 0, 2025, 2026],
    ],
  );
  const letters = ["A", "B", "C"].map((letter, at) => ({ letter, at }));
  assert.deepEqual(all, { total: 3, letters });
  const second = await app.read(visitor, (work) => listAnglers(work, { from: 1, limit: 1 }));
  assert.deepEqual(second, { anglers: anglers.slice(1, 2), total: 3, letters });
  const beyond = await app.read(visitor, (work) => listAnglers(work, { from: 3 }));
  assert.deepEqual(beyond, { anglers: [], total: 3, letters });
});

test("a record made one with another's leads there; of who was erased nothing is told", async () => {
  const [ann, bob, eve] = [await idOf("Ann"), await idOf("Bob"), await idOf("Eve")];
  await app.write(tester, (work) => mergeAnglers(work, { keep: String(bob), gone: String(eve) }));
  assert.deepEqual(await pageOf(eve), { is: "kept-as", angler: { id: bob, name: "Bob" } });
  await app.write(tester, (work) => eraseAngler(work, { reference: String(bob) }));
  assert.deepEqual([await pageOf(bob), await pageOf(eve)], [{ is: "erased" }, { is: "erased" }]);
  assert.deepEqual(
    (await app.read(visitor, (work) => listAnglers(work))).anglers.map(({ name }) => name),
    ["Ann", "Cal"],
  );
  const page = await pageOf(ann);
  assert.ok(page.is === "here");
  assert.deepEqual(page.finishes[0]?.partners, [{ id: bob, name: `Former guest ${bob}` }]);
});
