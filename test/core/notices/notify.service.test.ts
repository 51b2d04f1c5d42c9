import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { operator } from "#core/actor.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { notify } from "#core/notices/notify.service.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();
const officer = operator("ann");

describe("telling anglers something", () => {
  test("is done once for each person and occasion", async () => {
    const [one, other] = await app.write(officer, (work) =>
      addMembers(work, {
        members: [
          { name: "Ann Lee", status: "member" },
          { name: "Bob Cruz", status: "guest" },
        ],
      }),
    );
    const remind = (occasion: string, recipients: number[]) =>
      app.write(officer, (work) =>
        notify(work, {
          purpose: "dues-reminder",
          occasion,
          recipients,
          facts: { year: 2027, cents: 2500, paidThrough: null },
        }),
      );
    await remind("2027", [one!.id, one!.id]);
    await remind("2027", [one!.id, other!.id]);
    await remind("2028", [one!.id]);
    await remind("2029", []);
    const told = await app.read(officer, (work) => work.em.find(Notice, {}, { orderBy: { id: "asc" } }));
    assert.deepEqual(
      told.map(({ purpose, recipient, occasion, state, attempts }) => [
        purpose,
        recipient.id,
        occasion,
        state,
        attempts,
      ]),
      [
        ["dues-reminder", one!.id, "2027", "waiting", 0],
        ["dues-reminder", other!.id, "2027", "waiting", 0],
        ["dues-reminder", one!.id, "2028", "waiting", 0],
      ],
    );
    assert.equal(new Set(told.map(({ token }) => token)).size, 3);
    assert.deepEqual(told[0]!.facts, { year: 2027, cents: 2500, paidThrough: null });
  });
});
