import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Event } from "#core/events/event.entity.ts";
import { Lake } from "#core/lakes/lake.entity.ts";
import { Ramp } from "#core/lakes/ramp.entity.ts";
import { Tournament } from "#core/tournaments/tournament.entity.ts";
import { inVain, makeOneBoat, openTestOrm } from "../../support/one-boat.ts";

const orm = await openTestOrm();
const { season, event, tournament } = await makeOneBoat(orm.em.fork(), 2026);

const held = (choose: (lakes: { canyon: Lake; travis: Lake; ramp: Ramp }) => object) =>
  inVain(orm, async (em) => {
    const [canyon, travis] = ["canyon", "travis"].map((key) => em.create(Lake, { key, name: key }));
    assert.ok(canyon && travis);
    const ramp = em.create(Ramp, { lake: canyon, name: "North" });
    await em.flush();
    const found = await em.findOneOrFail(Tournament, tournament.id);
    em.assign(found, choose({ canyon, travis, ramp }));
  });

describe("a tournament", () => {
  const day = { firstDay: "2026-04-26", lastDay: "2026-04-26" };

  test("is the only one of its event, and of its number in the season", async () => {
    const twice = { event: event.id, season: season.id, number: 2 };
    assert.equal(await inVain(orm, async (em) => em.create(Tournament, twice)), "one_tournament_per_event");
    const refusal = await inVain(orm, async (em) => {
      const april = em.create(Event, { kind: "tournament", name: "April", ...day });
      em.create(Tournament, { event: april, season: season.id, number: 1 });
    });
    assert.equal(refusal, "one_tournament_per_number_and_season");
  });

  test("is held at an event of its kind, which stays so", async () => {
    const refusal = await inVain(orm, async (em) => {
      const meeting = em.create(Event, { kind: "meeting", name: "April", ...day });
      em.create(Tournament, { event: meeting, season: season.id, number: 2 });
    });
    assert.equal(refusal, "tournament_event_is_a_tournament");
    const turned = await inVain(orm, (em) => em.nativeUpdate(Event, event.id, { kind: "meeting" }));
    assert.equal(turned, "event_keeps_its_kind");
  });

  test("starts from a ramp of its own lake", async () => {
    assert.equal(await held(({ canyon, ramp }) => ({ lake: canyon, ramp })), null);
    assert.equal(await held(({ canyon }) => ({ lake: canyon })), null);
    assert.equal(
      await held(({ travis, ramp }) => ({ lake: travis, ramp })),
      "tournament_ramp_is_on_its_lake",
    );
    assert.equal(await held(({ ramp }) => ({ ramp })), "tournament_ramp_has_a_lake");
  });

  test("says at once that a ramp is on another lake", async () => {
    const em = orm.em.fork();
    const found = await em.findOneOrFail(Tournament, tournament.id);
    const [canyon, travis] = [
      em.create(Lake, { key: "c", name: "C" }),
      em.create(Lake, { key: "t", name: "T" }),
    ];
    const ramp = em.create(Ramp, { lake: canyon, name: "North" });
    assert.throws(() => found.holdOn({ lake: travis, ramp }), { code: "tournament-ramp-is-on-its-lake" });
    found.holdOn({ lake: canyon, ramp });
    assert.deepEqual([found.lake, found.ramp], [canyon, ramp]);
  });

  test("goes one step at a time, and is cancelled with its event", async () => {
    const em = orm.em.fork();
    const found = await em.findOneOrFail(Tournament, tournament.id, { populate: ["event"] });
    assert.throws(() => found.moveTo("official"), { code: "tournament-step-skipped" });
    for (const state of ["weighing", "provisional", "official", "provisional"] as const) found.moveTo(state);
    assert.deepEqual([found.currentState(), found.isOfficial()], ["provisional", false]);
    found.event.cancel({ on: "2026-03-20", reason: "flood", at: new Date() });
    assert.equal(found.currentState(), "cancelled");
    assert.throws(() => found.moveTo("official"), { code: "tournament-cancelled" });
  });

  test("keeps its times as the club writes them", async () => {
    await inVain(orm, async (em) => {
      const found = await em.findOneOrFail(Tournament, tournament.id);
      assert.deepEqual([found.firstCast, found.changes], [null, {}]);
      found.firstCast = "06:30";
      await em.flush();
      const read = await em.fork({ keepTransactionContext: true }).findOneOrFail(Tournament, tournament.id);
      assert.deepEqual([read.firstCast, read.weighIn], ["06:30", null]);
    });
  });
});
