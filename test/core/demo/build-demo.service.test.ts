import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { operator } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { buildDemo } from "#core/demo/build-demo.service.ts";
import { findDemo } from "#core/demo/find-demo.service.ts";
import { listCalendar } from "#core/tournaments/list-calendar.service.ts";
import { listMembers, showMember } from "#core/membership/roster.service.ts";
import { explainPot, showPots } from "#core/pots/pots.service.ts";
import { getYearMoney } from "#core/results/year-money.service.ts";
import { type AnglerResult, getResults, type ResultsShown } from "#core/results/results.service.ts";
import { getAwards } from "#core/standings/awards.service.ts";
import { explainAngler } from "#core/standings/explain.service.ts";
import { rebuildFigures } from "#core/standings/keep-figures.service.ts";
import { getStandings } from "#core/standings/standings.service.ts";
import { listSeasons } from "#core/tournaments/seasons-overview.service.ts";
import type { Work } from "#core/work.ts";
import { openDemo } from "../../support/demo-day.ts";

const app = await openDemo();
const demo = operator("demo");
const today = "2026-11-23";

const read = <T>(verb: (work: Work) => Promise<T>): Promise<T> => app.read(demo, verb);
const resultsOf = (tournament: string): Promise<ResultsShown> =>
  read((work) => getResults(work, { tournament }));
const potOf = async (tournament: string) => (await resultsOf(tournament)).pots[0]!;
const linesOf = async (outcome: AnglerResult["outcome"], tournament: string) =>
  (await resultsOf(tournament)).anglers.filter((line) => line.outcome === outcome);

describe("the demo's seasons", () => {
  test("two by anglers that are over, the current one by crews, the next one planned", async () => {
    const seasons = await read((work) => listSeasons(work));
    assert.deepEqual(
      seasons.map(({ year, ranked, official, cancelled, current, closed }) =>
        Object.values({ year, ranked, official, cancelled, current, closed }),
      ),
      [
        [2027, "boat", 0, 0, false, false],
        [2026, "boat", 10, 0, true, false],
        [2025, "angler", 11, 0, false, true],
        [2024, "angler", 10, 1, false, true],
      ],
    );
  });

  test("last week's results are provisional until protests are over", async () => {
    const { tournament } = await resultsOf("last");
    assert.deepEqual([tournament.firstDay, tournament.state], ["2026-11-22", "provisional"]);
    assert.equal(tournament.protestDeadline, "2026-11-30T00:00:00Z");
  });

  test("the next tournament has a lake, a ramp and hours", async () => {
    const { tournament } = await resultsOf("next");
    assert.equal(tournament.firstDay, "2027-01-24");
    assert.ok(tournament.lake && tournament.ramp && tournament.firstCast && tournament.weighIn);
  });

  test("every result is as the rules say, and no tie waits", async () => {
    const { differed, tournaments } = await app.rehearse(demo, (work) => rebuildFigures(work));
    assert.deepEqual([differed, tournaments], [0, 32]);
  });

  test("every season has standings and awards, and Ann Lee can ask why", async () => {
    for (const season of [2024, 2025, 2026]) {
      const { races } = await read((work) => getStandings(work, { season }));
      assert.ok(races[0]!.rows.length > 30);
      const { awards } = await read((work) => getAwards(work, { season }));
      assert.ok(
        awards.every(({ winners }) => winners.length > 0),
        `${season}`,
      );
      const [explained] = await read((work) => explainAngler(work, { angler: "Ann Lee", season }));
      assert.equal(explained!.events.length, 10 + Number(season === 2025));
    }
  });
});

describe("the demo's story", () => {
  test("the pot rolls over twice, exactly five pounds does not win it, and then somebody does", async () => {
    assert.equal((await potOf("2024-01")).paid, 0);
    const second = await potOf("2024-02");
    assert.deepEqual([second.paid, second.before], [0, (await potOf("2024-01")).after]);
    assert.equal((await resultsOf("2024-02")).bigBass[0]!.weight, 50_000);
    const third = await potOf("2024-03");
    assert.deepEqual([third.paid, third.after], [third.before + third.added, 0]);
  });

  test("a guest's trophy wins no pot; the heaviest bass of a member does", async () => {
    for (const [tournament, trophy] of [
      ["2025-02", 93_800],
      ["2026-05", 61_000],
    ] as const) {
      const { bigBass, pots } = await resultsOf(tournament);
      assert.equal(bigBass[0]!.weight, trophy);
      assert.ok(pots[0]!.paid > 0);
      assert.ok(pots[0]!.winners.every(({ id }) => bigBass[0]!.crew.every((guest) => guest.id !== id)));
    }
  });

  test("the pot is not empty, and its ledger adds up", async () => {
    const [pot] = await read((work) => showPots(work));
    const { movements } = await read((work) => explainPot(work, {}));
    assert.ok(pot!.balance > 0);
    assert.equal(
      movements.reduce((sum, { cents }) => sum + cents, 0),
      pot!.balance,
    );
  });

  test("fees were paid, but for a few of the latest tournament, and every year's money adds up", async () => {
    for (const year of [2024, 2025, 2026]) {
      const { tournaments, balance } = await read((work) => getYearMoney(work, { year }));
      assert.equal(balance.difference, 0);
      for (const { tournament, unpaid, overpaid } of tournaments) {
        assert.deepEqual([unpaid > 0, overpaid], [tournament.state === "provisional", 0], tournament.name);
      }
    }
  });

  test("a genuine tie was decided by the coin, among anglers and among crews", async () => {
    for (const tournament of ["2025-03", "2026-02"]) {
      const { rulings, rulingsNeeded, tournament: held } = await resultsOf(tournament);
      const coin = rulings.filter(({ kind }) => kind === "coin");
      assert.equal(coin.length, 1);
      assert.equal(coin[0]!.on, held.firstDay);
      assert.deepEqual(rulingsNeeded, []);
    }
  });

  test("one is disqualified, and the partner is not", async () => {
    const [line, ...more] = await linesOf("disqualified", "2024-09");
    assert.deepEqual(
      [line!.points, line!.reason, more.length],
      [0, "Fished inside the buoys at the dam.", 0],
    );
    const { rulings } = await resultsOf("2024-09");
    assert.ok(rulings.some(({ kind }) => kind === "disqualification"));
  });

  test("officers show grace: one point less than a zero", async () => {
    const [line] = await linesOf("disqualified", "2025-09");
    const zero = (await resultsOf("2025-09")).anglers.find((one) => one.zero && one.member);
    assert.equal(line!.points, zero!.points! - 100);
  });

  test("a boat comes late to the scales: its day is void, and where that was the only one it is disqualified", async () => {
    assert.equal((await linesOf("disqualified", "2025-08")).length, 2);
    const { anglers } = await resultsOf("2024-10");
    const late = anglers.find(({ angler }) => angler.name === "Bob Cruz");
    assert.deepEqual([late!.outcome, late!.fish], ["fished", 5]);
  });

  test("a penalty beside the usual ones has its reason", async () => {
    const { anglers } = await resultsOf("2024-05");
    assert.ok(anglers.some(({ penaltyWords }) => /no-wake/.test(penaltyWords ?? "")));
  });

  test("one tournament is cancelled with a reason and has no results", async () => {
    const { tournament, boats } = await resultsOf("2024-04");
    assert.equal(tournament.state, "cancelled");
    assert.match(tournament.cancelled!.reason, /lightning/);
    assert.deepEqual(boats, []);
  });

  test("a weight is put right after the results were official, with the reason", async () => {
    const [record] = await read((work) => listAudit(work, { verb: "correctResult", subject: "bag" }));
    assert.match(record!.reason ?? "", /^The scale sheet says .* was typed\.$/);
    assert.equal(Number(record!.before!["gross"]) - Number(record!.after!["gross"]), 10_000);
    const { anglers } = await resultsOf("2025-05");
    assert.ok(anglers.some(({ gross }) => gross === record!.after!["gross"]));
  });

  test("in July and August three fish are a limit", async () => {
    for (const tournament of ["2024-07", "2025-08", "2026-07"]) {
      const { tournament: held, boats } = await resultsOf(tournament);
      assert.equal(held.limit.fish, 3);
      const aboard = held.limit.per === "angler" ? 2 : 1;
      assert.ok(boats.every(({ fish }) => (fish ?? 0) <= 3 * aboard));
    }
  });

  test("the championship is weighed on two days", async () => {
    const { tournament, boats } = await resultsOf("2026-10");
    assert.deepEqual([tournament.firstDay, tournament.lastDay], ["2026-10-24", "2026-10-25"]);
    assert.ok(boats.some(({ fish }) => (fish ?? 0) > 5));
  });

  test("there are buy-ins, guests, solos, dead fish, zeros and a boat that stayed ashore", async () => {
    assert.ok((await linesOf("buy-in", "2025-01")).length > 0);
    assert.equal(
      (await resultsOf("2025-11")).anglers.filter((one) => one.outcome === "did-not-fish").length,
      2,
    );
    const { anglers, boats } = await resultsOf("2025-09");
    assert.ok(anglers.some(({ member }) => !member));
    assert.ok(boats.some(({ crew }) => crew.length === 1) && boats.some(({ crew }) => crew.length === 2));
    assert.ok(anglers.some(({ dead }) => dead > 0) && anglers.some(({ zero }) => zero));
    const may = await resultsOf("2026-05");
    assert.ok(may.boats.some(({ crew }) => crew.length === 2 && crew.every(({ member }) => !member)));
  });

  test("who joins in June stays a guest in March and May", async () => {
    const lineOf = async (tournament: string) =>
      (await resultsOf(tournament)).anglers.find(({ angler }) => angler.name === "Paloma Reyes");
    assert.deepEqual((await lineOf("2025-03"))!.points, 0);
    assert.deepEqual((await lineOf("2025-05"))!.points, 0);
    assert.ok((await lineOf("2025-06"))!.points! > 0);
  });

  test("who left in August keeps the points of the spring", async () => {
    const { statuses } = await read((work) => showMember(work, { reference: "Vernon Tubbs" }));
    assert.deepEqual(statuses.at(-1), { status: "former", from: "2025-08-15" });
    const [explained] = await read((work) => explainAngler(work, { angler: "Vernon Tubbs", season: 2025 }));
    assert.ok(explained!.points! > 0);
    assert.ok(explained!.events.every(({ tournament }) => tournament.firstDay < "2025-08-15"));
  });
});

describe("the demo's people and calendar", () => {
  test("members, guests, applicants and former members, about sixty", async () => {
    const people = await read((work) => listMembers(work, {}));
    const counts = Map.groupBy(people, ({ status }) => status);
    assert.equal(people.length, 60);
    assert.deepEqual(
      ["member", "guest", "applicant", "former"].map((status) => counts.get(status as "member")?.length),
      [48, 8, 2, 2],
    );
    assert.equal(people.filter(({ status, current }) => status === "member" && !current).length, 3);
  });

  test("dues are paid, waived, voided and paid again; a new member's from October on reach through the next year", async () => {
    const duesOf = async (reference: string) => (await read((work) => showMember(work, { reference }))).dues;
    assert.deepEqual([...new Set((await duesOf("Otto Krueger")).map(({ method }) => method))], ["waived"]);
    const again = (await duesOf("Dusty Caldwell")).filter(({ paidOn }) => paidOn.startsWith("2025"));
    assert.deepEqual(again.map(({ voided }) => voided?.reason).filter(Boolean), ["The check did not clear."]);
    assert.equal(again.length, 2);
    const [first] = await duesOf("Shelby Nance");
    assert.deepEqual([first!.coversFrom, first!.coversTo], ["2025-10-12", "2026-12-31"]);
  });

  test("officers by year, with what they may do", async () => {
    const { offices, roles } = await read((work) => showMember(work, { reference: "Priya Raman" }));
    assert.deepEqual(offices.map(({ office, year }) => `${office} ${year}`).toSorted(), [
      "treasurer 2024",
      "treasurer 2025",
      "treasurer 2026",
    ]);
    assert.deepEqual(roles, ["treasurer"]);
  });

  test("meetings, holidays and other things stand on the calendar", async () => {
    const { events } = await read((work) => listCalendar(work, { year: 2026 }));
    const counts = Map.groupBy(events, ({ kind }) => kind);
    assert.deepEqual(
      ["tournament", "meeting", "holiday", "other"].map((kind) => counts.get(kind as "meeting")?.length),
      [11, 11, 4, 2],
    );
  });
});

describe("building it again", () => {
  test("on the same day changes nothing, on another is a conflict", async () => {
    const records = (await read((work) => listAudit(work, { limit: 1 })))[0]!.id;
    const again = await app.write(demo, (work) => buildDemo(work, { today }));
    assert.equal(again.people, 60);
    assert.equal((await read((work) => listAudit(work, { limit: 1 })))[0]!.id, records);
    await assert.rejects(
      app.write(demo, (work) => buildDemo(work, { today: "2026-11-24" })),
      { code: "demo-of-another-day" },
    );
    assert.deepEqual(await read((work) => findDemo(work)), { today });
  });

  test("the audit record tells who did what, one deed at a time", async () => {
    const verbs = new Set((await read((work) => listAudit(work, { limit: 10_000 }))).map(({ verb }) => verb));
    for (const verb of [
      "addMembers",
      "addTournament",
      "weighIn",
      "recordRuling",
      "makeOfficial",
      "closeSeason",
    ]) {
      assert.ok(verbs.has(verb), verb);
    }
  });
});
