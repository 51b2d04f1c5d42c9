import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { authorize, operator } from "#core/actor.ts";
import { sealAudit } from "#core/audit/seal.service.ts";
import { verifyAudit } from "#core/audit/verify.service.ts";
import { openTestApp } from "../../support/database.ts";

const app = await openTestApp();
const office = operator("tester");

describe("an audit log of 200,000 records", () => {
  test("is sealed and verified in little memory", async (t) => {
    await app.write(office, async (work) => {
      authorize(work, "fill", { roles: [] });
      for (let part = 0; part < 10; part += 1) await work.em.execute(fill);
    });
    const before = process.memoryUsage.rss();
    const began = performance.now();
    assert.deepEqual(await app.write(office, (work) => sealAudit(work, {})), { sealed: 200_000 });
    const { broken, records } = await app.read(office, (work) => verifyAudit(work, {}));
    assert.deepEqual([broken, records], [[], 200_000]);
    t.diagnostic(`sealed and verified in ${Math.round(performance.now() - began)} ms`);
    assert.ok(process.memoryUsage.rss() - before < 300_000_000);
  });
});

const fill = `
  insert into audit_record (verb, actor_kind, actor_name, channel, subject, subject_id, action, after)
  select 'fill', 'operator', 'tester', 'terminal', 'lake', lake::text, 'create',
         jsonb_build_object('id', lake, 'name', repeat('x', 200))
  from generate_series(1, 20000) lake`;
