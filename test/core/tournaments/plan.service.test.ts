import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { addEvent } from "#core/events/events.service.ts";
import { importClubLakes } from "#core/lakes/import.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { closeSeason, createSeason } from "#core/seasons/seasons.service.ts";
import { cancelTournament } from "#core/tournaments/cancel.service.ts";
import { addTournaments } from "#core/tournaments/new-tournaments.service.ts";
import { planSeason } from "#core/tournaments/plan.service.ts";
import { planSeasonSchema, type PlanSeason } from "#core/tournaments/plan.schemas.ts";
import { getTournament } from "#core/tournaments/tournaments.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2026-11-23");
const team = presets["sabc-team"];
const withSchedule = (schedule: object | null) => ({ ...team, club: { ...team.club, schedule } });
await app.write(tester, async (work) => {
  await importClubLakes(work);
  await createSeason(work, { year: 2026, rules: team });
  await createSeason(work, { year: 2027, rules: team });
  await createSeason(work, { year: 2028, rules: withSchedule(null) });
  const months = [1, 3, 4, 10];
  await createSeason(work, { year: 2029, rules: withSchedule({ weekday: "sunday", week: "last", months }) });
  await addTournaments(work, {
    year: 2026,
    tournaments: [
      { name: "Frost 2026", firstDay: "2026-01-25", firstCast: "07:30", weighIn: "15:00", lake: "travis" },
      { name: "Night Owl", firstDay: "2026-07-11", firstCast: "19:00" },
      { name: "Summer", firstDay: "2026-07-26", changes: { fishLimit: 3, purse: 10_000 } },
      { name: "Classic", firstDay: "2026-10-24", lastDay: "2026-10-25" },
    ],
  });
  await addEvent(work, { kind: "holiday", name: "Easter", firstDay: "2027-03-28" });
  await addEvent(work, { kind: "other", name: "Boat show", firstDay: "2027-01-23", lastDay: "2027-01-24" });
});

const rehearse = (input: PlanSeason) => app.rehearse(tester, (work) => planSeason(work, input));
const plan = (input: PlanSeason) => app.write(tester, (work) => planSeason(work, input));
const days = ({ tournaments }: Awaited<ReturnType<typeof plan>>) =>
  tournaments.map((one) => `${one.number ?? "-"} ${one.firstDay} ${one.name} ${one.plan}`);

describe("planning a year", () => {
  test("puts each month on the schedule's day and tells what clashes, and what is free instead", async () => {
    const { season, tournaments, notCopied } = await rehearse({ year: 2027 });
    assert.deepEqual(
      [season, tournaments.length, new Set(tournaments.map((one) => one.plan)), notCopied],
      [2027, 12, new Set(["added"]), []],
    );
    const clashing = tournaments.filter(({ clashes }) => clashes.length > 0);
    assert.deepEqual(
      clashing.map(({ number, name, firstDay, clashes, instead }) => [
        number,
        name,
        firstDay,
        clashes,
        instead,
      ]),
      [
        [1, "January", "2027-01-24", ["Boat show"], ["2027-01-31", "2027-01-10"]],
        [3, "March", "2027-03-28", ["Easter"], ["2027-03-21", "2027-03-14"]],
        [11, "November", "2027-11-28", ["Thanksgiving weekend"], ["2027-11-21", "2027-11-14"]],
      ],
    );
  });

  test("takes over names, hours, days and rules of another year, and lakes where that is asked for", async () => {
    const { tournaments, notCopied } = await rehearse({ year: 2027, copyFrom: 2026 });
    assert.deepEqual(
      [tournaments[0], tournaments[9]].map((one) => [
        one?.name,
        one?.firstDay,
        one?.lastDay,
        one?.lake,
        one?.firstCast,
      ]),
      [
        ["Frost 2027", "2027-01-24", "2027-01-24", null, "07:30"],
        ["Classic", "2027-10-23", "2027-10-24", null, null],
      ],
    );
    assert.deepEqual([tournaments[6]?.name, notCopied], ["Summer", ["Night Owl (2026-07-11)"]]);
    const withLakes = await rehearse({ year: 2027, copyFrom: 2026, lakes: "copied" });
    assert.equal(withLakes.tournaments[0]?.lake, "Lake Travis");
  });

  test("holds a month on the day it is moved to; again changes nothing", async () => {
    const input: PlanSeason = { year: 2027, copyFrom: 2026, moves: [{ month: 3, day: "2027-03-21" }] };
    const made = await plan(input);
    assert.deepEqual(days(made).slice(1, 3), ["2 2027-02-28 February added", "3 2027-03-21 March added"]);
    const july = await app.read(visitor, (work) => getTournament(work, { reference: "2027-07" }));
    assert.equal(july.limit.fish, 3);
    const again = await plan(input);
    assert.deepEqual(
      days(again),
      days(made).map((line) => line.replace("added", "kept")),
    );
  });

  test("does not plan anew what was cancelled", async () => {
    await app.write(tester, (work) => cancelTournament(work, { tournament: "2027-05", reason: "drought" }));
    const again = await plan({ year: 2027 });
    assert.equal(days(again)[4], "5 2027-05-23 May cancelled");
    assert.equal(again.tournaments.filter((one) => one.plan === "kept").length, 11);
  });

  test("leaves months out whose day is over", async () => {
    const { tournaments } = await rehearse({ year: 2026 });
    const states = tournaments.map((one) => `${one.month} ${one.plan}`);
    assert.deepEqual(
      [states.filter((state) => /over/.test(state)).length, states.at(-1), states[6]],
      [8, "12 added", "7 kept"],
    );
  });

  test("by two officers at once plans it once", async () => {
    const both = await Promise.all([plan({ year: 2029 }), plan({ year: 2029 })]);
    assert.deepEqual(both.map(({ tournaments }) => tournaments.map((one) => one.plan).join(" ")).toSorted(), [
      "added added added added",
      "kept kept kept kept",
    ]);
    assert.deepEqual(
      days(both[0]).map((line) => line.slice(0, 12)),
      ["1 2029-01-28", "2 2029-03-25", "3 2029-04-29", "4 2029-10-28"],
    );
  });

  const vain: [string, PlanSeason, string, RegExp][] = [
    ["a year without rules", { year: 2031 }, "season-not-found", /sabc season rules 2031 --set/],
    ["rules without a schedule", { year: 2028 }, "season-has-no-schedule", /club\.schedule/],
    ["a year with nothing to copy", { year: 2027, copyFrom: 2028 }, "nothing-to-copy", /2028/],
    [
      "a month that the schedule does not have",
      { year: 2029, moves: [{ month: 2, day: "2029-02-04" }] },
      "month-not-scheduled",
      /February/,
    ],
    [
      "a day outside of the month",
      { year: 2027, moves: [{ month: 3, day: "2027-04-04" }] },
      "move-leaves-its-month",
      /not in March 2027/,
    ],
    [
      "a month that stands on another day",
      { year: 2027, moves: [{ month: 3, day: "2027-03-14" }] },
      "month-is-planned",
      /March on 2027-03-21\. Move it with sabc event move \d+ --to 2027-03-14/,
    ],
    [
      "a day that is over",
      { year: 2026, moves: [{ month: 11, day: "2026-11-15" }] },
      "event-day-over",
      /2026-11-15 is over/,
    ],
  ];
  for (const [label, input, code, sentence] of vain) {
    test(`refuses ${label}`, async () => {
      const [, found, words] = await refused(plan(input));
      assert.equal(found, code);
      assert.match(words, sentence);
    });
  }

  test("refuses what contradicts itself, by field", () => {
    const faults = [
      { year: 2027, copyFrom: 2027 },
      {
        year: 2027,
        moves: [
          { month: 3, day: "2027-03-07" },
          { month: 3, day: "2027-03-14" },
        ],
      },
    ].map((input) => planSeasonSchema.safeParse(input).error?.issues[0]?.path.join());
    assert.deepEqual(faults, ["copyFrom", "moves"]);
  });

  test("refuses a closed season with something to plan, and a visitor", async () => {
    await app.write(tester, (work) => closeSeason(work, { year: 2026 }));
    assert.equal((await refused(plan({ year: 2026 })))[1], "season-closed");
    const asked = app.write(visitor, (work) => planSeason(work, { year: 2027 }));
    assert.equal((await refused(asked))[1], "role-required");
  });
});
