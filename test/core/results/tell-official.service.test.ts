import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { addMembers } from "#core/membership/membership.service.ts";
import { setStatus } from "#core/membership/membership.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { factsSchemas } from "#core/notices/notices.schemas.ts";
import { correctResult } from "#core/results/correct.service.ts";
import { makeAllOfficial, makeOfficial } from "#core/results/official.service.ts";
import { parseWeight } from "#core/weight.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { type Boat, holdTournament, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2026-11-23");

// Where they stand: on the tournament's day, and today.
await app.write(tester, (work) =>
  addMembers(work, {
    members: [
      { name: "Ann", status: "member", from: "2020-01-01" },
      { name: "Former since", status: "member", from: "2020-01-01" },
      { name: "Member since", status: "guest", from: "2020-01-01" },
      { name: "Applicant", status: "applicant", from: "2026-11-01" },
      { name: "Guest of old", status: "guest", from: "2020-01-01" },
    ],
  }),
);
for (const [reference, status] of [
  ["Former since", "former"],
  ["Member since", "member"],
] as const)
  await app.write(tester, (work) => setStatus(work, { reference, status, from: "2026-11-01" }));

const boats: Boat[] = [
  { crew: ["Ann", "Cal*"], bags: [{ fish: 5, weight: "14.95", big: "5.10" }] },
  { crew: ["Dee"], bags: [{ fish: 3, weight: "9.75", big: "3" }] },
  { crew: ["Zero"], bags: [{ fish: 0, weight: "0" }] },
  { crew: ["Away"], outcome: "did-not-fish" },
];
const hold = (day: string, name: string) =>
  holdTournament(app, { day, name, boats, rules: "sabc-team", state: "provisional" });

const told = () =>
  app.read(tester, async (work) =>
    (await work.em.find(Notice, {}, { populate: ["recipient"], orderBy: { id: "asc" } })).map(
      ({ recipient, purpose, occasion, facts }) => ({ name: recipient.name, purpose, occasion, facts }),
    ),
  );

describe("official results", () => {
  test("of history taken in at once tell nobody", async () => {
    const ids = [await hold("2025-01-26", "January 2025")];
    const { official } = await app.write(tester, (work) => makeAllOfficial(work, { tournamentIds: ids }));
    assert.deepEqual([official, await told()], [ids, []]);
  });

  test("are told to members of that day and of today and to all who fished, once, corrected or not", async () => {
    const id = await hold("2026-03-22", "March");
    const official = () => app.write(tester, (work) => makeOfficial(work, { tournament: id }));
    await app.rehearse(tester, (work) => makeOfficial(work, { tournament: id }));
    assert.deepEqual(await told(), []);
    await official();
    const notices = await told();
    assert.deepEqual(notices.map(({ name }) => name).toSorted(), [
      "Ann",
      "Cal",
      "Dee",
      "Former since",
      "Member since",
      "Zero",
    ]);
    const facts = {
      tournament: "2026-01",
      name: "March",
      firstDay: "2026-03-22",
      podium: [
        { place: 1, crew: "Ann + Cal", weight: "14.95 lb" },
        { place: 2, crew: "Dee", weight: "9.75 lb" },
      ],
      bigBass: { crew: "Ann + Cal", weight: "5.10 lb" },
    };
    assert.deepEqual(factsSchemas["results-official"].parse(facts), facts);
    for (const { purpose, occasion, facts: said } of notices)
      assert.deepEqual([purpose, occasion, said], ["results-official", `tournament ${id}`, facts]);
    await official();
    await app.write(tester, (work) =>
      correctResult(work, { tournament: id, angler: "Dee", gross: parseWeight("10.00"), reason: "misread" }),
    );
    await official();
    assert.equal((await told()).length, notices.length);
  });
});
