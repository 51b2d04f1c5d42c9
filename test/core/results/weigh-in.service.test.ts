import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize } from "#core/actor.ts";
import type { DomainError } from "#core/errors.ts";
import { deleteBoat, undoLastBoat } from "#core/results/delete-boat.service.ts";
import { editBoat } from "#core/results/enter-boat.service.ts";
import type { EnterBoat } from "#core/results/enter-boat.schemas.ts";
import { listRulings } from "#core/results/rulings.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { getWeighIn } from "#core/results/weigh-in.service.ts";
import { Tournament } from "#core/tournaments/tournament.entity.ts";
import { openTestApp } from "../../support/database.ts";
import { holdTournament, refused, tester } from "../../support/small-club.ts";
import {
  bag,
  crews,
  enter as enterIn,
  problems,
  weighing as weighingIn,
  welcome,
} from "../../support/weigh-in.ts";

const app = await openTestApp();
await welcome(app);

const enter = (boat: EnterBoat) => enterIn(app, boat);
const weighing = (rules: "sabc-team" | "sabc-individual", state?: "weighing" | "scheduled") =>
  weighingIn(app, rules, state);
const words = async (tournament: number, on = 1) =>
  (await app.read(tester, (work) => getWeighIn(work, { tournament, day: on }))).boats.map(
    (boat) => boat.words,
  );

describe("a boat in the book", () => {
  test("is said anew: crew, number and weights, as strictly as it was entered", async () => {
    const tournament = await weighing("sabc-team");
    const { entry } = await enter({
      tournament,
      boat: 1,
      crew: ["Ann Lee", "Bob Cruz"],
      bags: [bag(5, "15.20", { big: "5.10", caughtBy: 2 })],
    });
    await enter({ tournament, boat: 2, crew: ["Cy Poe"], bags: [bag(5, "14")] });
    const edited = await app.write(tester, (work) =>
      editBoat(work, {
        tournament,
        entry,
        boat: 9,
        crew: ["Ann Lee", "Dee Ray"],
        bags: [bag(4, "12.20", { dead: 1 })],
      }),
    );
    assert.equal(edited.words, "Boat 9: Ann Lee + Dee Ray, 4 fish, 1 dead, 12.20 − 0.25 = 11.95 lb");
    assert.deepEqual(
      edited.results.boats.map(({ place, boatNumber }) => [place, boatNumber]),
      [
        [1, 2],
        [2, 9],
      ],
    );
    const again = { tournament, entry, crew: ["Cy Poe"], boat: 2, bags: [bag(4, "12.20")] };
    assert.deepEqual(await problems(app.write(tester, (work) => editBoat(work, again))), [
      ["angler", "Cy Poe is in boat 2 already, and can be in one only."],
      ["boat", "Boat 2 is in already: Cy Poe. Give this one another number, or edit that one."],
    ]);
    assert.equal((await app.write(tester, rebuildResults)).differed, 0);
  });

  test("is undone, the last one first; its rulings are void", async () => {
    const tournament = await weighing("sabc-individual");
    await enter({ tournament, crew: ["Ann Lee"], bags: [bag(5, "10")] });
    await enter({ tournament, crew: ["Bob Cruz"], bags: [bag(6, "12")], override: "so" });
    const undo = () => app.write(tester, (work) => undoLastBoat(work, { tournament }));
    assert.equal((await undo()).words, "Boat 2: Bob Cruz alone, 6 fish, 12.00 lb");
    assert.deepEqual(await app.read(tester, (work) => listRulings(work, { tournament })), []);
    assert.equal((await undo()).words, "Boat 1: Ann Lee alone, 5 fish, 10.00 lb");
    assert.deepEqual(await refused(undo()), [
      "not-found",
      "boat-not-found",
      "No boat is in yet; there is nothing to undo.",
    ]);
    assert.equal((await app.write(tester, rebuildResults)).differed, 0);
  });

  test("is deleted by its number or an angler aboard", async () => {
    const tournament = await weighing("sabc-individual");
    await enter({ tournament, boat: 5, crew: ["Ann Lee", "Cy Poe"], bags: [bag(5, "10"), bag(4, "8")] });
    await enter({ tournament, kind: "buy-in", crew: ["Bob Cruz"] });
    const remove = (which: { boat?: number; angler?: string }) =>
      app.write(tester, (work) => deleteBoat(work, { tournament, ...which }));
    assert.equal((await remove({ angler: "Bob Cruz" })).words, "Buy-in: Bob Cruz");
    assert.deepEqual((await refused(remove({ boat: 6 })))[1], "boat-not-found");
    assert.equal(
      (await remove({ boat: 5 })).words,
      "Boat 5: Ann Lee, 5 fish, 10.00 lb; Cy Poe, 4 fish, 8.00 lb",
    );
    assert.deepEqual(await words(tournament), []);
  });
});

describe("a tournament of two days", () => {
  test("takes a boat on each day, and offers those that have not weighed", async () => {
    const tournament = await holdTournament(app, { day: "2026-05-02", rules: "sabc-team", boats: [] });
    await app.write(tester, async (work) => {
      authorize(work, "lengthen", { roles: [] });
      const { event } = await work.em.findOneOrFail(Tournament, tournament, { populate: ["event"] });
      event.lastDay = "2026-05-03";
    });
    await enter({ tournament, boat: 1, crew: ["Ann Lee", "Bob Cruz"], bags: [bag(5, "10")] });
    await enter({ tournament, boat: 2, crew: ["Cy Poe"], bags: [bag(5, "12")] });
    const second = () => app.read(tester, (work) => getWeighIn(work, { tournament, day: 2 }));
    assert.deepEqual(
      [(await second()).offered, (await second()).boats.map(({ waits }) => waits)],
      [1, [true, true]],
    );
    await enter({ tournament, day: 2, boat: 2, bags: [bag(2, "5")] });
    // Without a number the boat is found by who is aboard.
    const { words } = await enter({ tournament, day: 2, crew: ["Bob Cruz", "Ann Lee"], bags: [bag(3, "8")] });
    assert.equal(words, "Boat 1: Bob Cruz + Ann Lee, day 1: 5 fish, 10.00 lb; day 2: 3 fish, 8.00 lb");
    assert.deepEqual(
      [(await second()).offered, (await second()).boats.map(({ waits }) => waits)],
      [3, [false, false]],
    );
    assert.deepEqual(await problems(enter({ tournament, day: 2, boat: 2, bags: [bag(2, "5")] })), [
      [
        "boat",
        "Boat 2 (Cy Poe) has weighed already on day 2. Give this one another number, or edit that one.",
      ],
    ]);
  });
});

describe("two officers at once", () => {
  test("have their boats one after the other, and one of two with the same number hears of the other", async () => {
    const tournament = await weighing("sabc-team");
    const both = await Promise.allSettled([
      enter({ tournament, boat: 1, crew: ["Ann Lee"], bags: [bag(5, "10")] }),
      enter({ tournament, boat: 1, crew: ["Bob Cruz"], bags: [bag(5, "12")] }),
    ]);
    const lost = both.filter((one) => one.status === "rejected");
    assert.deepEqual(
      lost.map(({ reason }: { reason: DomainError }) => reason.code),
      ["boat-clashes"],
    );
    await Promise.all(crews.slice(2).map((name) => enter({ tournament, crew: [name], bags: [bag(1, "2")] })));
    const { boats, offered } = await app.read(tester, (work) => getWeighIn(work, { tournament }));
    assert.deepEqual(
      boats.map(({ boatNumber }) => boatNumber),
      [1, 2, 3, 4, 5, 6, 7],
    );
    assert.equal(offered, 8);
    assert.equal((await app.write(tester, rebuildResults)).differed, 0);
  });
});
