import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AuditRecord } from "#core/audit/audit-record.entity.ts";
import { PotMovement } from "#core/pots/pot-movement.entity.ts";
import { inVain, makeOneBoat, openTestOrm } from "../../support/one-boat.ts";

const orm = await openTestOrm();
const { season, tournament } = await makeOneBoat(orm.em.fork(), 2026);

const fees = {
  pot: "big bass",
  kind: "fees" as const,
  tournament: tournament.id,
  season: season.id,
  cents: 4800,
  recordedByKind: "operator" as const,
  recordedByName: "root",
};

const moved = (values: object) => inVain(orm, async (em) => em.create(PotMovement, { ...fees, ...values }));

const reversed = (times: number) =>
  inVain(orm, async (em) => {
    const line = em.create(PotMovement, fees);
    await em.flush();
    for (let time = 0; time < times; time += 1) {
      em.create(PotMovement, { ...fees, cents: -4800, reverses: line });
    }
  });

const changed = (change: (line: PotMovement) => string) =>
  inVain(orm, async (em) => {
    const line = em.create(PotMovement, fees);
    await em.flush();
    await em.execute(change(line));
  });

describe("a pot's ledger", () => {
  const cases: [string, object, string | null][] = [
    ["takes fees in", {}, null],
    ["pays out", { kind: "payout", cents: -14_400 }, null],
    ["is adjusted with a reason", { kind: "adjustment", tournament: null, reason: "found in the box" }, null],
    ["is not adjusted without one", { kind: "adjustment", tournament: null }, "pot_adjustment_has_a_reason"],
    ["does not move without a tournament", { tournament: null }, "pot_movement_has_a_tournament"],
    ["does not move by nothing", { cents: 0 }, "pot_movement_moves_money"],
    ["has a name", { pot: " " }, "pot_is_named"],
  ];
  for (const [label, values, refusal] of cases) {
    test(label, async () => assert.equal(await moved(values), refusal));
  }

  test("is only added to: a line is reversed by another, once", async () => {
    assert.equal(await changed(() => "update pot_movement set cents = 1"), "pot_movement_is_never_changed");
    assert.equal(await changed(() => "delete from pot_movement"), "pot_movement_is_never_changed");
    assert.equal(await changed(() => "truncate pot_movement"), "pot_movement_is_never_changed");
    assert.deepEqual([await reversed(1), await reversed(2)], [null, "pot_movement_is_reversed_once"]);
  });
});

const audited = (statement: string) =>
  inVain(orm, async (em) => {
    em.create(AuditRecord, {
      verb: "enterBoat",
      actorKind: "operator",
      actorName: "root",
      channel: "terminal",
      subject: "entry",
      subjectId: "1",
      action: "create",
    });
    await em.flush();
    await em.execute(statement);
  });

describe("the audit trail", () => {
  test("is only added to", async () => {
    assert.equal(await audited("select from audit_record"), null);
    assert.equal(await audited("update audit_record set verb = 'x'"), "audit_record_is_never_changed");
    assert.equal(await audited("delete from audit_record"), "audit_record_is_never_changed");
    assert.equal(await audited("truncate audit_record cascade"), "audit_record_is_never_changed");
  });
});
