import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { authorize } from "#core/actor.ts";
import { openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { messageIdOf } from "#core/notices/mail-text.rules.ts";
import { notify } from "#core/notices/notify.service.ts";
import { moveClockTo } from "../support/clock.ts";
import { mailClub, officer } from "../support/mail-club.ts";
import { startSabc, until } from "../support/process.ts";
import { clubHome } from "../support/sabc.ts";
import { startSmtp } from "../support/smtp.ts";

const mails = 1_000;
const kills = 5;

const smtp = await startSmtp({ manner: () => ({ delay: 1 }) });
const home = await clubHome();
const file = join(home, ".env");
writeFileSync(file, `${readFileSync(file, "utf8")}SMTP_URL=${smtp.url}\n`);
const app = await openApp(loadConfig({ home, env: {} }));
after(() => app.close());

/** Until what a killed worker had in hand is free again. */
const leaseLater = () =>
  app.write(officer, async (work) => {
    authorize(work, "later", { roles: [] });
    await work.em.execute("update clock_offset set shift = shift + interval '6 minutes'");
  });

const copies = (): Map<string, number> =>
  new Map(
    [...Map.groupBy(smtp.arrived, ({ mail }) => mail.messageId ?? "")].map(([id, all]) => [id, all.length]),
  );

describe(`${mails} mails, their worker killed ${kills} times`, () => {
  test("none is lost, hardly any is doubled, and a second copy says that it is one", async () => {
    await moveClockTo(app, "2026-11-23T12:00:00-06:00");
    const names = Array.from({ length: mails }, (_, at) => `Angler ${at}`);
    const people = [...(await mailClub(app, names)).values()];
    await app.write(officer, (work) =>
      notify(work, {
        purpose: "dues-reminder",
        occasion: "2027",
        recipients: people,
        facts: { year: 2027, cents: 2500, paidThrough: null },
      }),
    );
    for (let kill = 1; kill <= kills; kill += 1) {
      const enough = (mails / (kills + 1)) * kill + Math.random() * 20;
      const worker = startSabc(kill % 2 === 0 ? ["notice", "send"] : ["run", "due", "--quiet"], { home });
      await until(() => smtp.arrived.length >= enough, { within: 120_000, what: `${enough} mails` });
      worker.child.kill("SIGKILL");
      assert.equal((await worker.ended).signal, "SIGKILL");
      await leaseLater();
    }
    const last = await startSabc(["run", "due", "--quiet"], { home }).ended;
    assert.deepEqual([last.code, last.stdout, last.stderr], [0, "", ""]);
    await leaseLater();
    assert.equal((await startSabc(["run", "due", "--quiet"], { home }).ended).code, 0);

    const notices = await app.read(officer, (work) => work.em.find(Notice, {}));
    assert.deepEqual(
      notices.filter(({ state }) => state !== "sent"),
      [],
    );
    const counted = copies();
    assert.deepEqual(
      notices.map(({ token }) => messageIdOf(token, "club.example")).filter((id) => !counted.has(id)),
      [],
    );
    assert.equal(counted.size, mails);
    const twice = [...counted.values()].filter((count) => count > 1);
    assert.ok(twice.length <= mails / 100 && Math.max(...counted.values()) <= 2, `${twice.length} twice`);
    process.stderr.write(`${twice.length} of ${mails} arrived twice\n`);
  });

  test("told to stop it ends after the mail on its way: nothing twice, and the rest waits", async () => {
    smtp.arrived.length = 0;
    const first = await app.read(officer, (work) => work.em.findOneOrFail(Notice, { occasion: "2027" }));
    const { id } = first.recipient;
    await app.write(officer, async (work) => {
      for (let year = 2028; year < 2128; year += 1)
        await notify(work, {
          purpose: "dues-reminder",
          occasion: String(year),
          recipients: [id],
          facts: { year, cents: 2500, paidThrough: null },
        });
    });
    for (const [signal, code] of [
      ["SIGTERM", 143],
      ["SIGINT", 2],
    ] as const) {
      const before = smtp.arrived.length;
      const worker = startSabc(["run", "due", "--quiet"], { home });
      await until(() => smtp.arrived.length > before + 5, { what: "some went out" });
      worker.child.kill(signal);
      const { code: ended, stderr } = await worker.ended;
      assert.deepEqual([ended, stderr], [code, ""]);
    }
    const waiting = await app.read(officer, (work) => work.em.count(Notice, { state: "waiting" }));
    assert.equal(smtp.arrived.length + waiting, 100);
    assert.equal((await startSabc(["notice", "send"], { home }).ended).code, 0);
    assert.deepEqual([smtp.arrived.length, copies().size], [100, 100]);
  });
});
