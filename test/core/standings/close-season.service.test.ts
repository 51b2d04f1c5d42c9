import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { adjustPot } from "#core/pots/adjust-pot.service.ts";
import { explainPot } from "#core/pots/pots.service.ts";
import { endSeason } from "#core/standings/close-season.service.ts";
import { makeOfficial } from "#core/results/official.service.ts";
import { rebuildResults, recomputeResults } from "#core/results/recompute.service.ts";
import { getResults } from "#core/results/results.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import type { RulesDocument } from "#core/seasons/rules.schemas.ts";
import { listAnglers } from "#core/standings/angler-page.service.ts";
import { getRecords } from "#core/standings/records.service.ts";
import { listYears } from "#core/standings/years.service.ts";
import { cancelTournament } from "#core/tournaments/cancel.service.ts";
import { addTournament } from "#core/tournaments/new-tournaments.service.ts";
import { openTestApp } from "../../support/database.ts";
import { type Boat, holdTournament, refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
const team: RulesDocument = presets["sabc-team"];
const seasonLong = (unwon: "rolls-over" | "club"): RulesDocument => ({
  ...team,
  money: {
    ...team.money!,
    pots: [
      { name: "Lunker", share: 3, over: 5, every: "season", unwon },
      { name: "Big bass", share: 5, over: 5 },
    ],
  },
});
const boats = (big: string): Boat[] => [
  { crew: ["Ann", "Bob"], bags: [{ fish: 3, weight: "12", big }] },
  { crew: ["Cal"], bags: [{ fish: 2, weight: "6", big: "3" }] },
];
const hold = (day: string, big: string, rules: RulesDocument) =>
  holdTournament(app, { day, boats: boats(big), rules });
const official = (tournament: number) => app.write(tester, (work) => makeOfficial(work, { tournament }));
const end = (year: number) => app.write(tester, (work) => endSeason(work, { year }));
const ofAllTime = () =>
  app.read(tester, async (work) => ({
    records: await getRecords(work),
    years: await listYears(work),
    anglers: await listAnglers(work),
  }));
const lunker = () => app.read(tester, (work) => explainPot(work, { pot: "Lunker" }));

describe("a pot of the season", () => {
  const rolling = seasonLong("rolls-over");
  const ids: number[] = [];

  test("is fed by every tournament and paid by none, not even the last", async () => {
    for (const [day, big] of [
      ["2025-01-26", "5.5"],
      ["2025-02-23", "7"],
      ["2025-03-23", "6"],
    ] as const) {
      ids.push(await hold(day, big, rolling));
    }
    await official(ids[0]!);
    await official(ids[1]!);
    const { balance, movements } = await lunker();
    assert.deepEqual([balance, movements.map(({ kind }) => kind)], [12_00, ["fees", "fees"]]);
  });

  test("is not paid, and the season not closed, while a tournament is not official", async () => {
    assert.deepEqual(await refused(end(2025)), [
      "conflict",
      "season-not-over",
      "The season 2025 cannot be closed while tournaments are neither official nor cancelled: 2025-03-23. Make them official or cancel them first.",
    ]);
  });

  test("goes to the heaviest of the year when it ends, with what was put in, without the next year's fees", async () => {
    await official(ids[2]!);
    await app.write(tester, (work) => adjustPot(work, { pot: "lunker", cents: 2_00, reason: "found" }));
    await official(await hold("2026-01-25", "8", rolling));
    assert.deepEqual(await end(2025), {
      year: 2025,
      closed: true,
      pots: [
        {
          name: "Lunker",
          paid: [
            {
              to: [
                { id: 1, name: "Ann" },
                { id: 2, name: "Bob" },
              ],
              cents: 20_00,
            },
          ],
          keptByClub: 0,
        },
      ],
    });
    const { balance, movements } = await lunker();
    assert.deepEqual(
      [balance, movements.at(-1)?.words],
      [
        6_00,
        "Paid out at 2025-03 Tournament of 2025-03-23 to Ann + Bob: -$20.00 (The end of the season 2025).",
      ],
    );
  });

  test("is paid once, and what is scored again leaves it", async () => {
    assert.deepEqual(await end(2025), { year: 2025, closed: true, pots: [] });
    await app.write(tester, (work) => rebuildResults(work));
    await app.write(tester, (work) => recomputeResults(work, { tournamentIds: ids }));
    assert.equal((await lunker()).balance, 6_00);
    const { payouts, pots } = await app.read(tester, (work) => getResults(work, { tournament: ids[2]! }));
    assert.deepEqual(
      payouts.filter(({ words }) => words === "Lunker").map(({ cents }) => cents),
      [20_00],
    );
    assert.deepEqual(
      pots.map(({ name, paid, after }) => [name, paid, after]),
      [
        ["Lunker", 20_00, 0],
        ["Big bass", 10_00, 0],
      ],
    );
  });

  test("that nobody won rolls over, or is the club's", async () => {
    const kept = (year: number) =>
      app.rehearse(tester, async (work) => {
        const { pots } = await endSeason(work, { year });
        return [
          pots.map(({ paid, keptByClub }) => [paid.length, keptByClub]),
          (await explainPot(work, { pot: "Lunker" })).balance,
        ];
      });
    await official(await hold("2027-01-24", "4", seasonLong("club")));
    await official(await hold("2028-01-23", "4", rolling));
    assert.deepEqual(await kept(2028), [[], 18_00]);
    assert.deepEqual(await kept(2027), [[[0, 12_00]], 6_00]);
  });

  test("a season without one is closed on the same terms, and what is cancelled holds nothing up", async () => {
    await official(await hold("2029-01-21", "6", team));
    const ahead = await app.write(tester, (work) =>
      addTournament(work, { year: 2029, name: "February", firstDay: "2029-02-25" }),
    );
    assert.equal((await refused(end(2029)))[1], "season-not-over");
    await app.write(tester, (work) => cancelTournament(work, { tournament: ahead.id, reason: "drought" }));
    const open = await ofAllTime();
    assert.deepEqual(await end(2029), { year: 2029, closed: true, pots: [] });
    // From here on they are read from what was written down of it.
    assert.deepEqual(await ofAllTime(), open);
    assert.equal(open.anglers.total, 3);
  });
});
