import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { authorize, visitor } from "#core/actor.ts";
import { recomputeResults, rebuildResults } from "#core/results/recompute.service.ts";
import { loadFacts } from "#core/results/facts.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { Bag } from "#core/tournaments/bag.entity.ts";
import { Crew } from "#core/tournaments/crew.entity.ts";
import { Entry } from "#core/tournaments/entry.entity.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { openTestApp } from "../../support/database.ts";
import { type Boat, holdTournament, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const solos = (count: number): Boat[] =>
  Array.from({ length: count }, (_, at) => ({
    crew: [`Angler ${at + 1}`],
    bags: [{ fish: 5, weight: `${40 - at / 4}`, big: "3" }],
  }));

describe("the copy of what the rules answer", () => {
  const ids: number[] = [];

  before(async () => {
    for (const day of ["2025-01-26", "2025-02-23", "2025-03-23"]) {
      ids.push(await holdTournament(app, { day, boats: solos(30) }));
    }
  });

  test("facts of many tournaments take as many queries as those of one", async () => {
    const one = await countQueriesOf(app, (work) => loadFacts(work, { tournamentIds: ids.slice(0, 1) }));
    const all = await countQueriesOf(app, (work) => loadFacts(work, { tournamentIds: ids }));
    assert.deepEqual([one, all], [2, 2]);
  });

  test("a copy that someone changed by hand is found out and mended", async () => {
    const wanted = await app.read(visitor, (work) => getResults(work, { tournament: ids[0]! }));
    await app.write(tester, async (work) => {
      authorize(work, "tamper", { roles: [] });
      const [first] = ids;
      await work.em.execute("update result set points = 1 where tournament_id = ? and place = 2", [first]);
      await work.em.execute("delete from result where tournament_id = ? and place = 3", [first]);
      await work.em.execute("delete from tournament_sum where tournament_id = ? and ranking = 'boat'", [
        first,
      ]);
    });
    const rebuilt = await app.write(tester, (work) => rebuildResults(work));
    // Both rankings have a line of each place, and their sum.
    assert.deepEqual(rebuilt, { tournaments: 3, results: 180, differed: 5 });
    assert.deepEqual(await app.read(visitor, (work) => getResults(work, { tournament: ids[0]! })), wanted);
    assert.equal((await app.write(tester, (work) => rebuildResults(work))).differed, 0);
  });

  test("two officers who enter boats at once both end up in the results", async () => {
    const tournament = ids[0]!;
    const enter = (angler: number) =>
      app.write(tester, async (work) => {
        authorize(work, "enter", { roles: [] });
        const entry = work.em.create(Entry, { tournament });
        work.em.create(Crew, { entry, tournament, angler, wasMember: true });
        work.em.create(Bag, { entry, angler, fish: 1, gross: 10_000, bigBass: 10_000 });
        await recomputeResults(work, { tournamentIds: [tournament] });
      });
    await holdTournament(app, {
      day: "2025-04-27",
      boats: [{ crew: ["Late"] }, { crew: ["Later"] }, { crew: ["Latest"] }],
    });
    await Promise.all([enter(31), enter(32), enter(33)]);
    const { anglers } = await app.read(visitor, (work) => getResults(work, { tournament }));
    assert.deepEqual(
      anglers.slice(30).map(({ place }) => place),
      [31, 31, 31],
    );
    assert.equal((await app.write(tester, (work) => rebuildResults(work))).differed, 0);
  });
});
