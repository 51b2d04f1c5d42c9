import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { addMembers, setStatus } from "#core/membership/membership.service.ts";
import { listOwing } from "#core/membership/owing.service.ts";
import { recordDues } from "#core/membership/pay-dues.service.ts";
import { reminderStage } from "#core/membership/remind-dues.rules.ts";
import { remindDues } from "#core/membership/remind-dues.service.ts";
import { voidDues } from "#core/membership/void-dues.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";
import { refused, tester } from "../../support/small-club.ts";

describe("how far unpaid dues are", () => {
  const rows: [string, string, number, string | null, string | null][] = [
    ["before the due month", "2026-02-28", 3, null, null],
    ["its first day", "2026-03-01", 3, null, "due"],
    ["its last day", "2026-03-31", 3, "2020-01-01", "due"],
    ["the next month", "2026-04-01", 3, null, "overdue"],
    ["due in December, still that year", "2026-12-31", 12, null, "due"],
    ["a member since yesterday", "2026-06-10", 1, "2026-06-09", null],
    ["a member for a week", "2026-06-16", 1, "2026-06-09", "due"],
    ["the month after a new member's week", "2026-07-01", 1, "2026-06-09", "overdue"],
    ["a member since the end of a month", "2026-07-06", 1, "2026-06-29", "due"],
  ];
  for (const [label, today, dueMonth, memberSince, stage] of rows) {
    test(label, () => assert.equal(reminderStage({ today, dueMonth, memberSince }), stage));
  }
});

const app = await openTestApp();
await moveClock(app, "2025-12-31");
await app.write(tester, async (work) => {
  await createSeason(work, { year: 2025, rules: presets["sabc-team"] });
  const member = { status: "member" as const, joinedOn: "2024-02-01" };
  await addMembers(work, {
    members: [
      { name: "Ann Lee", email: "ann@club.example", phone: "+15125550100", ...member },
      { name: "Bob Cruz", ...member },
      { name: "Cal Cove", ...member },
      { name: "Dee Dunn", ...member },
      { name: "Eve Ells", ...member },
      { name: "Gus Gulf", status: "guest" },
      { name: "Hal Hook", status: "applicant" },
    ],
  });
  const year = ["Ann Lee", "Bob Cruz", "Dee Dunn"].map((angler) => ({ angler, method: "cash" as const }));
  await recordDues(work, { payments: year, receipts: "none" });
  await setStatus(work, { reference: "Dee Dunn", status: "former", from: "2026-01-01" });
  work.em.assign(await work.em.findOneOrFail(Angler, { name: "Eve Ells" }), { erasedOn: "2025-12-31" });
  await work.em.flush();
});

const remind = (angler?: string) =>
  app.write(tester, (work) => remindDues(work, angler === undefined ? {} : { angler }));
const told = async (angler?: string) => {
  const { reminded, waits } = await remind(angler);
  return waits ?? reminded.map((one) => `${one.angler.name} ${one.stage} ${one.paidThrough}`);
};

describe("members who owe dues", () => {
  test("are reminded from nine on the first day, each once; paid ones, former ones and guests never", async () => {
    await moveClock(app, "2026-01-01", "08:59");
    assert.equal(await told(), "until-nine");
    assert.equal((await remind()).later.length, 3);
    await moveClock(app, "2026-01-01", "09:00");
    assert.deepEqual(await told("Bob Cruz"), ["Bob Cruz due 2025-12-31"]);
    assert.deepEqual(await told(), ["Ann Lee due 2025-12-31", "Cal Cove due null"]);
    assert.deepEqual(await told(), []);
    await moveClock(app, "2026-01-31", "23:30");
    assert.deepEqual(await told(), []);
  });

  test("are told what they owe", async () => {
    const [notice] = await app.read(tester, (work) =>
      work.em.find(Notice, { recipient: { name: "Cal Cove" } }, { orderBy: { id: "asc" } }),
    );
    assert.deepEqual(
      [notice!.purpose, notice!.occasion, notice!.facts],
      ["dues-reminder", "2026", { year: 2026, cents: 2500, paidThrough: null }],
    );
  });

  test("stand in a list for the officers, with how to reach them", async () => {
    const { members, ...rest } = await app.read(tester, (work) => listOwing(work));
    assert.deepEqual(rest, { year: 2026, cents: 2500 });
    const same = { stage: "due", remindedOn: "2026-01-01" };
    assert.deepEqual(
      members.map(({ id: _, ...one }) => one),
      [
        {
          name: "Ann Lee",
          email: "ann@club.example",
          phone: "+15125550100",
          paidThrough: "2025-12-31",
          owingSince: "2026-01-01",
          ...same,
        },
        {
          name: "Bob Cruz",
          email: null,
          phone: null,
          paidThrough: "2025-12-31",
          owingSince: "2026-01-01",
          ...same,
        },
        { name: "Cal Cove", email: null, phone: null, paidThrough: null, owingSince: "2024-02-01", ...same },
      ],
    );
    const visit = app.read(visitor, (work) => listOwing(work));
    assert.equal((await refused(visit))[1], "officers-only");
  });

  test("are reminded once more in the next month, unless they paid; a voided payment is none", async () => {
    const pay = (angler: string) =>
      app.write(tester, (work) => recordDues(work, { payments: [{ angler, method: "check" }] }));
    await pay("Bob Cruz");
    const slip = (await pay("Cal Cove"))[0]!.id;
    const voided = await app.write(tester, (work) => voidDues(work, { payment: slip, reason: "bounced" }));
    assert.deepEqual([voided.voided?.reason, voided.paidThrough, voided.current], ["bounced", null, false]);
    await moveClock(app, "2026-02-01", "09:00");
    assert.deepEqual(await told(), ["Ann Lee overdue 2025-12-31", "Cal Cove overdue null"]);
    await moveClock(app, "2026-11-23");
    assert.deepEqual(await told(), []);
    await moveClock(app, "2027-01-02");
    assert.deepEqual(await told("Bob Cruz"), ["Bob Cruz due 2026-12-31"]);
  });

  test("cost a quiet minute two questions", async () => {
    await remind();
    const transaction = await countQueries(() => app.write(tester, () => Promise.resolve()));
    assert.equal((await countQueries(() => remind())) - transaction, 2);
  });
});

test("dues are voided once, with a number that is known", async () => {
  const again = (payment: number) =>
    refused(app.write(tester, (work) => voidDues(work, { payment, reason: "twice" })));
  const { id } = (
    await app.write(tester, (work) =>
      recordDues(work, { payments: [{ angler: "Gus Gulf", method: "cash" }] }),
    )
  )[0]!;
  await app.write(tester, (work) => voidDues(work, { payment: id, reason: "slip" }));
  assert.deepEqual(await again(id), ["conflict", "dues-already-voided", `Payment ${id} is voided already.`]);
  assert.deepEqual((await again(9999)).slice(0, 2), ["not-found", "dues-not-found"]);
});
