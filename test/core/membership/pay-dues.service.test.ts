import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { DomainError } from "#core/errors.ts";
import type { DuesDraft } from "#core/membership/dues.schemas.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { recordDues } from "#core/membership/pay-dues.service.ts";
import { showMember } from "#core/membership/roster.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { createSeason } from "#core/seasons/seasons.service.ts";
import { presets } from "#core/seasons/presets.rules.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { countQueries } from "../../support/query-count.ts";
import { refused, tester } from "../../support/small-club.ts";

const app = await openTestApp();
await moveClock(app, "2026-11-10");
const team = presets["sabc-team"];
await app.write(tester, async (work) => {
  await createSeason(work, { year: 2025, rules: { ...team, club: { ...team.club, dues: { amount: 20 } } } });
  await createSeason(work, { year: 2026, rules: team });
  const since = { status: "member" as const, joinedOn: "2024-02-01" };
  await addMembers(work, {
    members: [
      { name: "Ann Lee", email: "ann@club.example", ...since },
      { name: "Bob Cruz", ...since },
      { name: "Cal Cove", status: "member", joinedOn: "2026-11-01" },
      { name: "Dee Dunn", status: "applicant" },
      { name: "Eve Ells", status: "guest" },
      { name: "Fay Fork", ...since },
    ],
  });
});

const record = (payments: DuesDraft[], receipts?: "none") =>
  app.write(tester, (work) => recordDues(work, { payments, ...(receipts ? { receipts } : {}) }));
const rehearse = (payments: DuesDraft[]) => app.rehearse(tester, (work) => recordDues(work, { payments }));
const cash = { method: "cash" } as const;

describe("dues that are paid", () => {
  const year = (of: number) => ["2500", `${of}-01-01`, `${of}-12-31`];
  const rows: [string, DuesDraft[], (string | null)[]][] = [
    ["are the year's amount", [{ angler: "Ann Lee", ...cash }], [...year(2026), "2026-12-31"]],
    [
      "are an earlier season's amount",
      [{ angler: "Ann Lee", ...cash, year: 2025 }],
      ["2000", "2025-01-01", "2025-12-31", "2025-12-31"],
    ],
    ["are ahead the newest season's", [{ angler: "Ann Lee", ...cash, year: 2027 }], [...year(2027), null]],
    [
      "count ahead once the year is paid too",
      [
        { angler: "Ann Lee", ...cash },
        { angler: "ann@club.example", ...cash, year: 2027 },
      ],
      [...year(2027), "2027-12-31"],
    ],
    [
      "cover the next year of who is new since October",
      [{ angler: "Cal Cove", ...cash }],
      ["2500", "2026-11-10", "2027-12-31", "2027-12-31"],
    ],
    [
      "cover the next year of an applicant, before approval",
      [{ angler: "Dee Dunn", ...cash }],
      ["2500", "2026-11-10", "2027-12-31", "2027-12-31"],
    ],
    [
      "cover this year of who was new before October",
      [{ angler: "Dee Dunn", ...cash, paidOn: "2026-09-30" }],
      [...year(2026), "2026-12-31"],
    ],
    [
      "cover this year of a member of old",
      [{ angler: "Bob Cruz", ...cash, paidOn: "2026-10-20" }],
      [...year(2026), "2026-12-31"],
    ],
    [
      "may be waived",
      [{ angler: "Bob Cruz", method: "waived" }],
      ["0", "2026-01-01", "2026-12-31", "2026-12-31"],
    ],
    [
      "may be another amount with a note",
      [{ angler: "Bob Cruz", ...cash, cents: 1500, note: "the rest in June" }],
      ["1500", "2026-01-01", "2026-12-31", "2026-12-31"],
    ],
    [
      "are the rest where a part was paid",
      [
        { angler: "Bob Cruz", ...cash, cents: 1500, note: "half" },
        { angler: "Bob Cruz", ...cash },
      ],
      ["1000", "2026-01-01", "2026-12-31", "2026-12-31"],
    ],
    [
      "are as another book has them",
      [
        {
          angler: "Bob Cruz",
          ...cash,
          cents: 3000,
          paidOn: "2019-01-02",
          covers: { from: "2019-01-02", to: "2020-01-01" },
        },
      ],
      ["3000", "2019-01-02", "2020-01-01", "2020-01-01"],
    ],
  ];
  for (const [label, drafts, expected] of rows) {
    test(label, async () => {
      const last = (await rehearse(drafts)).at(-1)!;
      assert.deepEqual([String(last.cents), last.coversFrom, last.coversTo, last.paidThrough], expected);
    });
  }
});

describe("dues that are refused", () => {
  const ann = { angler: "Ann Lee", ...cash };
  const rows: [string, DuesDraft[], [string, string, string]][] = [
    [
      "less without a note",
      [{ ...ann, cents: 2000 }],
      [
        "invalid",
        "dues-amount-differs",
        "Ann Lee pays $20.00; the dues of 2026 are $25.00. Pay that, or say in a note why it is another amount.",
      ],
    ],
    [
      "on a day to come",
      [{ ...ann, paidOn: "2026-11-11" }],
      [
        "invalid",
        "dues-paid-later",
        "Ann Lee pays on 2026-11-11, which is yet to come. Say the day of the payment.",
      ],
    ],
    [
      "for a year far ahead",
      [{ ...ann, year: 2062 }],
      ["invalid", "dues-year-far", "Ann Lee pays 2062, which is more than 5 years ahead. Check the year."],
    ],
    [
      "money where they are waived",
      [{ ...ann, method: "waived", cents: 2500 }],
      [
        "invalid",
        "dues-are-paid-or-waived",
        "Ann Lee pays nothing where the dues are waived. Leave the amount out.",
      ],
    ],
    [
      "of nobody known",
      [{ ...ann, angler: "Ann Le" }],
      ["not-found", "angler-not-found", 'There is no angler "Ann Le". Use an id, e-mail, name or alias.'],
    ],
  ];
  for (const [label, drafts, expected] of rows) {
    test(label, async () => assert.deepEqual(await refused(rehearse(drafts)), expected));
  }

  test("a year twice names the payment and the ways out, unless it was voided", async () => {
    const id = (await record([ann]))[0]!.id;
    assert.deepEqual(await refused(rehearse([ann])), [
      "conflict",
      "dues-paid",
      `Ann Lee has paid 2026 already: payment ${id} of 2026-11-10, $25.00 by cash, covers 2026-01-01 to 2026-12-31. If that was a slip, void it first; to pay ahead, say the year 2027.`,
    ]);
  });

  test("by all but one of those who take the same dues at once", async () => {
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => record([{ angler: "Fay Fork", ...cash }])));
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ["fulfilled", "rejected", "rejected"]);
  });

  test("all together, with their lines, and nothing is kept", async () => {
    const drafts: DuesDraft[] = [
      { angler: "Bob Cruz", ...cash },
      { angler: "Bob Cruz", ...cash },
      { angler: "Zed", ...cash, line: 9 },
    ];
    const error: unknown = await record(drafts).catch((reason: unknown) => reason);
    assert.ok(error instanceof DomainError);
    assert.deepEqual(
      [error.code, error.message, error.details?.problems?.map(({ line, value }) => [line, value])],
      [
        "dues-refused",
        "Nothing was recorded: 2 problems with 3 payments. See each one.",
        [
          [9, "Zed"],
          [2, "Bob Cruz"],
        ],
      ],
    );
    assert.deepEqual(
      (await app.read(tester, (work) => showMember(work, { reference: "Bob Cruz" }))).dues,
      [],
    );
  });

  test("of who was erased, and of anyone by a visitor", async () => {
    const erased = app.rehearse(tester, async (work) => {
      const [eve] = await recordDues(work, { payments: [{ angler: "Eve Ells", ...cash }] });
      const { angler } = eve!;
      work.em.assign(await work.em.findOneOrFail(Angler, angler.id), {
        erasedOn: "2026-11-09",
        email: null,
        phone: null,
      });
      return recordDues(work, { payments: [{ angler: angler.id, ...cash, year: 2027 }] });
    });
    assert.deepEqual((await refused(erased)).slice(0, 2), ["conflict", "angler-erased"]);
    const stranger = app.write(visitor, (work) => recordDues(work, { payments: [ann] }));
    assert.equal((await refused(stranger))[1], "role-required");
  });
});

test("everyone who pays gets a receipt, history brings none, and many cost no more queries than one", async () => {
  const receipts = (payments: DuesDraft[], silent?: "none") =>
    app.rehearse(tester, async (work) => {
      await recordDues(work, { payments, ...(silent ? { receipts: silent } : {}) });
      return work.em.find(Notice, { occasion: { $ne: "" } }, { orderBy: { id: "desc" } });
    });
  const payments = ["Bob Cruz", "Cal Cove", "Dee Dunn", "Eve Ells"].map((angler) => ({ angler, ...cash }));
  const [latest, ...others] = await receipts(payments);
  assert.deepEqual(
    [latest!.purpose, latest!.facts["cents"], latest!.facts["coversTo"]],
    ["dues-receipt", 2500, "2027-12-31"],
  );
  assert.equal(others.length, 5);
  assert.equal((await receipts(payments, "none")).length, 2);
  const cost = (drafts: DuesDraft[]) => countQueries(() => rehearse(drafts));
  assert.equal(await cost(payments), await cost(payments.slice(0, 1)));
});
