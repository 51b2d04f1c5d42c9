import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { explainPot, showPots } from "#core/pots/pots.service.ts";
import { correctResult } from "#core/results/correct.service.ts";
import { makeAllOfficial, makeOfficial, makeProvisional } from "#core/results/official.service.ts";
import { rebuildResults } from "#core/results/recompute.service.ts";
import { findLatestResults, getResults } from "#core/results/results.service.ts";
import { recordRuling } from "#core/results/rulings.service.ts";
import { getTournamentNeighbours } from "#core/tournaments/tournaments.service.ts";
import { countQueriesOf } from "../../support/query-count.ts";
import { openTestApp } from "../../support/database.ts";
import { type Boat, holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();

/** Boats of two members, the first with the big bass given, each lighter than the one before. */
const boats = (count: number, big: string): Boat[] =>
  Array.from({ length: count }, (_, at) => ({
    crew: [`Boater ${at + 1}`, `Partner ${at + 1}`],
    bags: [{ fish: 4, weight: `${18 - at}`, big: at === 0 ? big : "2" }],
  }));

const shown = (tournament: number) => app.read(visitor, (work) => getResults(work, { tournament }));
const official = (tournament: number) => app.write(tester, (work) => makeOfficial(work, { tournament }));
const potOf = async (tournament: number) => {
  const [pot] = (await shown(tournament)).pots;
  return [pot?.before, pot?.added, pot?.paid, pot?.after];
};
const balance = async () => (await app.read(visitor, (work) => showPots(work)))[0]?.balance;

const paidTo = ({ to, cents }: { to: { name: string }[]; cents: number }): string =>
  `${to.map(({ name }) => name).join(" + ")}: ${cents}`;

describe("worked example I: the pot rolls over until a bass is strictly over five pounds", () => {
  let [january, february, march, april] = [0, 0, 0, 0];

  before(async () => {
    const rules = "sabc-team";
    january = await holdTournament(app, { rules, day: "2026-01-25", boats: boats(6, "5.00") });
    february = await holdTournament(app, { rules, day: "2026-02-22", boats: boats(5, "4.10") });
    march = await holdTournament(app, { rules, day: "2026-03-22", boats: boats(7, "5.01") });
    april = await holdTournament(app, { rules, day: "2026-04-26", boats: boats(3, "3") });
  });

  test("a later one waits for the earlier ones of its pot", async () => {
    assert.deepEqual(await refused(official(march)), [
      "conflict",
      "earlier-not-official",
      'Earlier tournaments of the pot "Big bass" are not official or cancelled: 2026-01 Tournament of 2026-01-25, 2026-02 Tournament of 2026-02-22. Settle them first, or override with a reason.',
    ]);
  });

  test("a ruling may set that aside, and is kept", async () => {
    const override = { decidedBy: "the officers", reason: "January is disputed" };
    const told = await app.rehearse(tester, (work) => makeOfficial(work, { tournament: march, override }));
    assert.equal(told.tournament.state, "official");
    assert.deepEqual(
      told.rulings.map(({ kind, words, reason }) => [kind, words, reason]),
      [["override", "Set aside: the order of its pot", "January is disputed"]],
    );
  });

  test("48.00, then 88.00, then 144.00 paid and April starts at nothing", async () => {
    await official(january);
    assert.deepEqual(await potOf(january), [0, 4800, 0, 4800]);
    await official(february);
    assert.deepEqual(await potOf(february), [4800, 4000, 0, 8800]);
    assert.deepEqual(await potOf(march), [8800, 5600, 14400, 0]);
    await official(march);
    assert.deepEqual(await potOf(march), [8800, 5600, 14400, 0]);
    assert.deepEqual(await potOf(april), [0, 2400, 0, 2400]);
    assert.equal(await balance(), 0);
  });

  test("the page names the winners and what they take, odd cents to nobody's harm", async () => {
    const { payouts, bigBass } = await shown(march);
    assert.deepEqual(
      payouts.map(({ to, words, cents }) => [to.map(({ name }) => name), words, cents]),
      [
        [["Boater 1", "Partner 1"], "1st place", 14000],
        [["Boater 2", "Partner 2"], "2nd place", 9800],
        [["Boater 3", "Partner 3"], "3rd place", 5600],
        [["Boater 1", "Partner 1"], "Big bass", 14400],
      ],
    );
    assert.deepEqual(
      bigBass.map(({ weight, crew, caughtBy }) => [weight, crew.length, caughtBy]),
      [[50100, 2, null]],
    );
  });

  test("correcting an official one needs a reason", async () => {
    const correction = { tournament: march, angler: "Boater 1", bigBass: 49000 };
    const [kind, code] = await refused(app.write(tester, (work) => correctResult(work, correction)));
    assert.deepEqual([kind, code], ["invalid", "reason-required"]);
  });

  test("what a pot paid stays paid when the fish turns out lighter", async () => {
    const reason = "The scale was off";
    const correction = { tournament: march, angler: "Boater 1", bigBass: 49000, reason };
    const changes = await app.rehearse(tester, async (work) => {
      const told = await correctResult(work, correction);
      const { pots } = await getResults(work, { tournament: march });
      return { told, paid: pots[0]?.paid };
    });
    const { told, paid } = changes;
    assert.deepEqual([told.lines, told.pots, paid], [[], [], 14400]);
    assert.deepEqual(
      told.stays.map(({ name, paid: before, wanted }) => [name, before.map(paidTo), wanted]),
      [["Big bass", ["Boater 1 + Partner 1: 14400"], []]],
    );
  });

  test("the page goes on naming who was paid when another fish turns out heavier", async () => {
    const correction = { tournament: march, angler: "Boater 2", bigBass: 61000, reason: "Photo" };
    const seen = await app.rehearse(tester, async (work) => {
      const { stays } = await correctResult(work, correction);
      const { payouts, pots } = await getResults(work, { tournament: march });
      return { stays, payouts, pots };
    });
    const paid = "Boater 1 + Partner 1: 14400";
    assert.deepEqual(
      seen.stays.map((one) => [one.paid.map(paidTo), one.wanted.map(paidTo)]),
      [[[paid], ["Boater 2 + Partner 2: 14400"]]],
    );
    assert.deepEqual(
      seen.payouts.slice(3).map(({ words, ...one }) => [words, paidTo(one)]),
      [["Big bass, paid before a correction", paid]],
    );
    assert.deepEqual(
      seen.pots.map(({ winners }) => winners.map(({ name }) => name)),
      [["Boater 1", "Partner 1"]],
    );
  });

  test("a corrected weight moves places and payouts, and is told before it is saved", async () => {
    const reason = "The card said 15";
    const correction = { tournament: january, angler: "Partner 2", gross: 190000, reason };
    const told = await app.rehearse(tester, (work) => correctResult(work, correction));
    assert.deepEqual(
      told.lines.map(({ crew, place, payout }) => [crew[0]?.name, place, payout]),
      [
        ["Boater 2", { before: 2, after: 1 }, { before: 8400, after: 12000 }],
        ["Boater 1", { before: 1, after: 2 }, { before: 12000, after: 8400 }],
      ],
    );
    assert.equal((await shown(january)).boats[0]?.crew[0]?.angler.name, "Boater 1");
  });

  test("a fish of January found heavier after March was paid: January's is paid too, the next pot bears it", async () => {
    const correction = { tournament: january, angler: "Boater 1", bigBass: 52000, reason: "Photo" };
    const told = await app.rehearse(tester, async (work) => {
      const changes = await correctResult(work, correction);
      const { movements } = await explainPot(work, {});
      return [
        changes.pots,
        movements.at(-1)?.words,
        (await getResults(work, { tournament: april })).pots[0]?.before,
      ];
    });
    assert.deepEqual(told, [
      [{ name: "Big bass", cents: -4800 }],
      "Paid out at 2026-01 Tournament of 2026-01-25 to Boater 1 + Partner 1: -$48.00 (Photo).",
      -4800,
    ]);
  });

  test("what cannot be right is refused with the way out", async () => {
    const correction = { tournament: april, angler: "Boater 1", fish: 9 };
    const [kind, code, sentence] = await refused(
      app.write(tester, (work) => correctResult(work, correction)),
    );
    assert.deepEqual([kind, code], ["invalid", "bag-implausible"]);
    assert.equal(sentence, "9 fish, and a bag holds 5. If it is so, override it with a reason.");
  });

  test("the ledger tells each line in words", async () => {
    const { balance: left, movements } = await app.read(visitor, (work) =>
      explainPot(work, { pot: "big bass" }),
    );
    assert.equal(left, 0);
    assert.deepEqual(
      movements.map(({ words, balance: held }) => [words, held]),
      [
        ["Fees of 2026-01 Tournament of 2026-01-25: +$48.00.", 4800],
        ["Fees of 2026-02 Tournament of 2026-02-22: +$40.00.", 8800],
        ["Fees of 2026-03 Tournament of 2026-03-22: +$56.00.", 14400],
        ["Paid out at 2026-03 Tournament of 2026-03-22 to Boater 1 + Partner 1: -$144.00.", 0],
      ],
    );
  });

  test("a page is four queries, whatever the number of boats", async () => {
    const page = (tournament: number) =>
      countQueriesOf(app, async (work) => {
        const { tournament: found } = await getResults(work, { tournament });
        await getTournamentNeighbours(work, found);
      });
    assert.deepEqual([await page(march), await page(april)], [4, 4]);
    assert.equal(await countQueriesOf(app, (work) => findLatestResults(work)), 3);
  });

  test("the newest one that was weighed leads the home page with its podium", async () => {
    const latest = await app.read(visitor, (work) => findLatestResults(work));
    assert.deepEqual(
      [latest?.tournament.id, latest?.podium.map(({ place, crew, net }) => [place, crew[0]?.name, net])],
      [
        april,
        [
          [1, "Boater 1", 180000],
          [2, "Boater 2", 170000],
          [3, "Boater 3", 160000],
        ],
      ],
    );
  });

  test("rebuilding changes nothing", async () => {
    const { differed } = await app.write(tester, (work) => rebuildResults(work));
    assert.equal(differed, 0);
  });
});

test("a heavier bass of a boat of guests does not win the pot; equal boats wait for the coin", async () => {
  const id = await holdTournament(app, {
    rules: "sabc-team",
    day: "2026-05-24",
    boats: [
      { crew: ["Gil*", "Gwen*"], bags: [{ fish: 5, weight: "22.50", big: "6.10" }] },
      { crew: ["Boater 1", "Partner 1"], bags: [{ fish: 5, weight: "20", big: "5.40" }] },
      { crew: ["Boater 2"], bags: [{ fish: 5, weight: "20", big: "5.40" }] },
    ],
  });
  const { pots, rulingsNeeded } = await shown(id);
  assert.deepEqual(
    pots[0]?.winners.map(({ name }) => name),
    ["Boater 1", "Partner 1", "Boater 2"],
  );
  assert.deepEqual(
    rulingsNeeded.map(({ words }) => words),
    ["Coin between Boater 1 + Partner 1 and Boater 2 for place 2"],
  );
  const coin = {
    kind: "president",
    tournament: id,
    order: ["Boater 2"],
    decidedBy: "the president",
  } as const;
  const { rulings } = await app.write(tester, (work) => recordRuling(work, coin));
  assert.deepEqual(
    rulings.map(({ words }) => words),
    ["The president's vote for place 2: Boater 2 ahead of Boater 1 + Partner 1"],
  );
  assert.deepEqual(
    (await shown(id)).boats.map(({ crew, place }) => [crew[0]?.angler.name, place]),
    [
      ["Gil", 1],
      ["Boater 2", 2],
      ["Boater 1", 3],
    ],
  );
});

test("protests may come in until their deadline, which a ruling may set aside", async () => {
  const id = await holdTournament(app, { rules: "sabc-team", day: "2026-06-28", boats: boats(2, "2") });
  const later = new Date(Date.now() + 86_400_000).toISOString();
  await app.write(tester, (work) => makeProvisional(work, { tournament: id, protestDeadline: later }));
  const { waiting } = await app.rehearse(tester, (work) => makeAllOfficial(work, { tournamentIds: [id] }));
  assert.deepEqual(
    waiting[0]?.obstacles.map(({ kind }) => kind),
    ["protests-open", "earlier-not-official"],
  );
});
