import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AnglerStatus } from "#core/membership/angler-status.entity.ts";
import { DuesPayment } from "#core/membership/dues-payment.entity.ts";
import { OfficerTerm } from "#core/membership/officer-term.entity.ts";
import { inVain, makeOneBoat, openTestOrm } from "../../support/one-boat.ts";

const orm = await openTestOrm();
const { ann, bob } = await makeOneBoat(orm.em.fork(), 2026);

const dues = {
  angler: ann.id,
  cents: 2500,
  method: "cash" as const,
  paidOn: "2026-01-10",
  coversFrom: "2026-01-01",
  coversTo: "2026-12-31",
  recordedByKind: "operator" as const,
  recordedByName: "root",
};

const paid = (values: object) => inVain(orm, async (em) => em.create(DuesPayment, { ...dues, ...values }));

describe("dues", () => {
  const cases: [string, object, string | null][] = [
    ["a year's money", {}, null],
    ["waived", { method: "waived", cents: 0 }, null],
    ["waived and paid", { method: "waived" }, "dues_are_paid_or_waived"],
    ["nothing in cash", { cents: 0 }, "dues_are_paid_or_waived"],
    ["a span that ends before it begins", { coversTo: "2025-12-31" }, "dues_cover_a_span"],
    ["voided without a reason", { voidedAt: new Date() }, "dues_are_voided_with_a_reason"],
    ["shells", { method: "shells" }, "dues_method_is_known"],
  ];
  for (const [label, values, refusal] of cases) {
    test(`are ${refusal === null ? "" : "never "}${label}`, async () =>
      assert.equal(await paid(values), refusal));
  }

  test("cover every day of their span until they are voided", () => {
    const payment = orm.em.fork().create(DuesPayment, dues);
    const days = ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"];
    assert.deepEqual(
      days.map((day) => payment.covers(day)),
      [false, true, true, false],
    );
    payment.void({ at: new Date(), reason: "bounced" });
    assert.equal(payment.covers("2026-01-01"), false);
    assert.throws(() => payment.void({ at: new Date(), reason: "twice" }), { code: "dues-already-voided" });
  });
});

const statuses = (...days: string[]) =>
  inVain(orm, async (em) => {
    for (const from of days) em.create(AnglerStatus, { angler: ann.id, status: "member", from });
  });

const terms = (...offices: string[]) =>
  inVain(orm, async (em) => {
    for (const [at, office] of offices.entries()) {
      em.create(OfficerTerm, { angler: at === 0 ? ann.id : bob.id, office, year: 2026 });
    }
  });

describe("membership", () => {
  test("changes once a day", async () => {
    assert.equal(await statuses("2026-01-01", "2026-02-01"), null);
    assert.equal(await statuses("2026-01-01", "2026-01-01"), "one_status_per_angler_and_day");
  });

  test("gives an office to one angler a year, however it is written", async () => {
    assert.equal(await terms("president", "treasurer"), null);
    assert.equal(await terms("president", "President"), "one_officer_per_office_and_year");
  });
});
