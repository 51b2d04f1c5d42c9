import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { authorize } from "#core/actor.ts";
import { Angler } from "#core/anglers/angler.entity.ts";
import { unavailable } from "#core/errors.ts";
import { claimNotice, settleNotice } from "#core/notices/claim.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { setNoticePreference } from "#core/notices/preferences.service.ts";
import { retryNotices } from "#core/notices/notices.service.ts";
import { notify } from "#core/notices/notify.service.ts";
import type { Door } from "#core/work.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import {
  addressOf,
  deliverBy,
  forceAddress,
  forgetNotices,
  mailClub,
  officer,
  remindEach,
  standing,
} from "../../support/mail-club.ts";
import { type Manner, startSmtp } from "../../support/smtp.ts";

const app = await openTestApp();
const people = await mailClub(app, ["Ann Lee", "Bob Cruz", "Cal Cove"]);
const [ann, bob, cal] = [...people.values()] as [number, number, number];
const manners = new Map<string, Manner>();
const smtp = await startSmtp({ manner: (address) => manners.get(address) ?? "accept" });

beforeEach(async () => {
  manners.clear();
  smtp.arrived.length = 0;
  await forgetNotices(app);
  await moveClock(app, "2026-11-23");
});

const nothing = { sent: 0, later: 0, failed: 0, withheld: 0, obstacle: null };
const later = (minutes: number) =>
  app.write(officer, async (work) => {
    authorize(work, "later", { roles: [] });
    await work.em.execute("update clock_offset set shift = shift + ? * interval '1 minute'", [minutes]);
  });

describe("what is due", () => {
  test("goes out once, the longest waiting first, over one connection, to one person each", async () => {
    const before = smtp.connections();
    await remindEach(app, [bob, ann, cal]);
    assert.deepEqual(await deliverBy(app, smtp.url), { ...nothing, sent: 3 });
    assert.deepEqual(await deliverBy(app, smtp.url), nothing);
    assert.deepEqual(
      smtp.arrived.map(({ to }) => to),
      ["Bob Cruz", "Ann Lee", "Cal Cove"].map((name) => [addressOf(name)]),
    );
    assert.equal(smtp.connections() - before, 1);
    assert.deepEqual(
      await standing(app),
      people
        .values()
        .toArray()
        .map(() => ["sent", 1, null]),
    );
  });

  test("says who, from whom, what, and how to end it, as text and as HTML", async () => {
    await remindEach(app, [ann]);
    await deliverBy(app, smtp.url);
    const { mail, raw } = smtp.arrived[0]!;
    const { token, sentAt } = await app.read(officer, (work) =>
      work.em.findOneOrFail(Notice, { recipient: ann }),
    );
    assert.equal(mail.subject, "Your club dues for 2027");
    assert.deepEqual(mail.from?.value, [{ name: "Lake Club", address: "info@club.example" }]);
    assert.match(mail.messageId ?? "", /^<[0-9a-f]{32}@club\.example>$/);
    assert.equal(mail.date?.toISOString().slice(0, 13), sentAt?.toISOString().slice(0, 13));
    assert.match(mail.text ?? "", /^Hello Ann Lee,\n\nYour dues for 2027 are open: \$25\.00\.\n/);
    assert.match(String(mail.html), /<p>Hello Ann Lee,<\/p>/);
    const headers = raw.replaceAll(/\r\n[ \t]+/g, " ").split("\r\n\r\n")[0]!;
    assert.match(
      headers,
      new RegExp(`^List-Unsubscribe: <https://club\\.example/unsubscribe/${token}>\r$`, "m"),
    );
    assert.match(headers, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    assert.match(headers, /^Auto-Submitted: auto-generated\r$/m);
    assert.doesNotMatch(headers, /^(Bcc|Cc):/im);
    assert.ok(!mail.messageId?.includes(token));
  });

  test("a receipt is about the person alone: there is nothing to switch off", async () => {
    await app.write(officer, (work) =>
      notify(work, {
        purpose: "dues-receipt",
        occasion: "payment 1",
        recipients: [ann],
        facts: {
          payment: 1,
          cents: 2500,
          method: "cash",
          paidOn: "2026-11-23",
          coversFrom: "2026-11-23",
          coversTo: "2027-12-31",
        },
      }),
    );
    await deliverBy(app, smtp.url);
    assert.equal(smtp.arrived[0]?.mail.subject, "Dues received: $25.00");
    assert.doesNotMatch(smtp.arrived[0].raw, /List-Unsubscribe/);
  });
});

describe("who is not mailed", () => {
  test("no address, an erased person, a category switched off: withheld, and said why", async () => {
    const [zed] = [...(await mailClub(app, ["Zed Pier"])).values()];
    await forceAddress(app, bob, null);
    await app.write(officer, (work) =>
      setNoticePreference(work, { angler: cal, category: "dues", wanted: false }),
    );
    await app.write(officer, async (work) => {
      authorize(work, "erase", { roles: [] });
      Object.assign(await work.em.findOneOrFail(Angler, zed!), { email: null, erasedOn: "2026-11-01" });
    });
    await remindEach(app, [ann, bob, cal, zed!]);
    assert.deepEqual(await deliverBy(app, smtp.url), { ...nothing, sent: 1, withheld: 3 });
    assert.deepEqual(await standing(app), [
      ["sent", 1, null],
      ["withheld", 0, "there is no address"],
      ["withheld", 0, "they do not want such mail"],
      ["withheld", 0, "the person was erased"],
    ]);
    await forceAddress(app, bob, addressOf("Bob Cruz"));
    await app.write(officer, (work) =>
      setNoticePreference(work, { angler: cal, category: "dues", wanted: true }),
    );
  });

  test("an address that is more than one is refused before any server hears of it", async () => {
    // What the table itself lets in; the rest is tried on the gateway.
    const hostile = ["bob,evil@x.example", "bob@club.example;a", "bòb@club.example", "<bob@club.example>"];
    for (const address of hostile) {
      await forgetNotices(app);
      await forceAddress(app, bob, address);
      await remindEach(app, [bob]);
      assert.deepEqual(await deliverBy(app, smtp.url), { ...nothing, failed: 1 }, address);
      assert.deepEqual(await standing(app), [
        ["failed", 1, "The address is not one that mail can be sent to."],
      ]);
    }
    assert.deepEqual(smtp.arrived, []);
    await forceAddress(app, bob, addressOf("Bob Cruz"));
  });
});

describe("what does not go through", () => {
  const refusals: [string, Manner, string, [string, number, string]][] = [
    ["450 at the recipient", { rcpt: 450 }, "later", ["waiting", 1, "450 no"]],
    ["452 after the mail", { data: 452 }, "later", ["waiting", 1, "452 no"]],
    ["550 at the recipient", { rcpt: 550 }, "failed", ["failed", 1, "550 no"]],
    ["554 after the mail", { data: 554 }, "failed", ["failed", 1, "554 no"]],
    [
      "an answer with an address in it",
      { rcpt: 550, say: "5.1.1 <ann.lee@club.example>: user unknown" },
      "failed",
      ["failed", 1, "550 5.1.1 <(address)>: user unknown"],
    ],
  ];
  for (const [label, manner, became, stands] of refusals) {
    test(`${label}: ${became}, and the others get theirs`, async () => {
      manners.set(addressOf("Ann Lee"), manner);
      await remindEach(app, [ann, bob]);
      assert.deepEqual(await deliverBy(app, smtp.url), { ...nothing, sent: 1, [became]: 1 });
      assert.deepEqual(await standing(app), [stands, ["sent", 1, null]]);
    });
  }

  test("a slow server is waited for", async () => {
    manners.set(addressOf("Ann Lee"), { delay: 300 });
    await remindEach(app, [ann]);
    assert.equal((await deliverBy(app, smtp.url)).sent, 1);
  });

  test("is tried again after 1, 5, 30 minutes, 2 and 6 hours, and then flagged", async () => {
    manners.set(addressOf("Ann Lee"), { rcpt: 450 });
    await remindEach(app, [ann]);
    await deliverBy(app, smtp.url);
    const seen = [];
    for (const minutes of [1, 5, 30, 120, 360]) {
      await later(minutes - 0.5);
      assert.deepEqual(await deliverBy(app, smtp.url), nothing, `before ${minutes} minutes`);
      await later(1);
      seen.push(await deliverBy(app, smtp.url));
    }
    assert.deepEqual(
      seen.map(({ later, failed }) => [later, failed]),
      [
        [1, 0],
        [1, 0],
        [1, 0],
        [1, 0],
        [0, 1],
      ],
    );
    assert.deepEqual(await standing(app), [["failed", 6, "450 no"]]);
    await later(10_000);
    assert.deepEqual(await deliverBy(app, smtp.url), nothing);
  });

  test("once it is taken, the same mail has the same Message-ID whatever went before", async () => {
    manners.set(addressOf("Ann Lee"), "take-and-vanish");
    await remindEach(app, [ann]);
    assert.equal((await deliverBy(app, smtp.url)).obstacle?.kind, "away");
    manners.clear();
    await later(2);
    assert.equal((await deliverBy(app, smtp.url)).sent, 1);
    const [first, second, ...more] = smtp.arrived.map(({ mail }) => mail.messageId);
    assert.equal(first, second);
    assert.deepEqual(more, []);
  });

  const aways: [string, Manner | "refuse", RegExp][] = [
    ["hangs up in the middle of the mail", "vanish", /^it hung up$|ECONNRESET/],
    ["does not let the sender in", { mail: 553 }, /^553 no$/],
    ["is not there", "refuse", /ECONNREFUSED/],
  ];
  for (const [label, manner, says] of aways) {
    test(`a server that ${label} is not asked again for the others; they wait untried`, async () => {
      if (manner !== "refuse") for (const address of ["", addressOf("Ann Lee")]) manners.set(address, manner);
      await remindEach(app, [ann, bob]);
      const url = manner === "refuse" ? "smtp://127.0.0.1:9" : smtp.url;
      const { obstacle, ...counts } = await deliverBy(app, url);
      assert.deepEqual({ ...counts, obstacle: null }, { ...nothing, later: 1 });
      assert.equal(obstacle?.kind, "away");
      assert.match(obstacle?.words ?? "", says);
      const [first, second] = await standing(app);
      assert.deepEqual(
        [first?.slice(0, 2), second],
        [
          ["waiting", 1],
          ["waiting", 0, null],
        ],
      );
      manners.clear();
      assert.equal((await deliverBy(app, smtp.url)).sent, 1);
      await later(2);
      assert.equal((await deliverBy(app, smtp.url)).sent, 1);
    });
  }

  test("what is over when the server is back goes to nobody, nor when it is tried again", async () => {
    manners.set(addressOf("Ann Lee"), { rcpt: 550 });
    const cancelled = (recipients: number[], occasion: string) =>
      app.write(officer, (work) =>
        notify(work, {
          purpose: "event-cancelled",
          occasion,
          recipients,
          facts: { event: "Fish fry", firstDay: "2026-11-24", lastDay: "2026-11-24", reason: "storm" },
        }),
      );
    await cancelled([ann], "event 1 revision 1");
    await deliverBy(app, smtp.url);
    await cancelled([ann, bob], "event 1 revision 3");
    await moveClock(app, "2026-11-25");
    assert.deepEqual(await deliverBy(app, smtp.url), { ...nothing, withheld: 2 });
    const [failed] = await app.write(officer, (work) => retryNotices(work, { failed: "all" }));
    assert.equal(failed?.state, "withheld");
    const late = "too late: what it says is over";
    assert.deepEqual(await standing(app), [
      ["withheld", 1, late],
      ["withheld", 0, late],
      ["withheld", 0, late],
    ]);
    await assert.rejects(
      app.write(officer, (work) => retryNotices(work, { notice: failed.id })),
      { code: "notice-too-late" },
    );
    assert.deepEqual(smtp.arrived, []);
  });

  test("a worker that dies with a mail in hand leaves it to the next, five minutes later, until it wears out", async () => {
    await remindEach(app, [ann]);
    for (let death = 1; death <= 6; death += 1) {
      assert.equal((await app.write(officer, claimNotice)).kind, "mail");
      assert.deepEqual(await deliverBy(app, smtp.url), nothing);
      await later(5.1);
    }
    assert.deepEqual(await deliverBy(app, smtp.url), { ...nothing, failed: 1 });
    assert.deepEqual(await standing(app), [
      ["failed", 6, "Every try was cut short before it was known what became of it."],
    ]);
    assert.deepEqual(smtp.arrived, []);
  });

  test("a failure that comes late does not undo what another worker did since", async () => {
    await remindEach(app, [ann]);
    const claim = await app.write(officer, claimNotice);
    assert.ok(claim.kind === "mail");
    await later(5.1);
    assert.equal((await deliverBy(app, smtp.url)).sent, 1);
    const verdict = { kind: "refused", failure: "550 no" } as const;
    await app.write(officer, (work) => settleNotice(work, { claimed: claim.mail, verdict }));
    assert.deepEqual(await standing(app), [["sent", 2, null]]);
  });

  test("a database that is away when a mail was taken is waited for, so that it is not sent again", async () => {
    await remindEach(app, [ann]);
    let writes = 0;
    const flickering: Door = {
      read: (actor, verb) => app.read(actor, verb),
      write: (actor, verb) => {
        writes += 1;
        if (writes === 2 || writes === 3) throw unavailable("database-away", "It cannot be reached.");
        return app.write(actor, verb);
      },
    };
    assert.equal((await deliverBy(flickering, smtp.url)).sent, 1);
    await later(10);
    assert.deepEqual(await deliverBy(app, smtp.url), nothing);
    assert.equal(smtp.arrived.length, 1);
  });

  test("without a server, a sender or a club nothing is tried, and it is said what is missing", async () => {
    await remindEach(app, [ann]);
    const { obstacle } = await deliverBy(app, null);
    assert.deepEqual(obstacle, { kind: "not-set-up", words: "Mail is not set up: SMTP_URL is empty." });
    assert.deepEqual(await standing(app), [["waiting", 0, null]]);
  });

  test("what it was told that no mail can say is flagged, and stops nobody", async () => {
    await remindEach(app, [ann, bob]);
    await app.write(officer, async (work) => {
      authorize(work, "spoil", { roles: [] });
      (await work.em.findOneOrFail(Notice, { recipient: ann })).facts = { year: "soon" };
    });
    assert.deepEqual(await deliverBy(app, smtp.url), { ...nothing, sent: 1, failed: 1 });
    assert.equal((await standing(app))[0]?.[2], "The mail could not be written: dues-reminder.");
  });

  test("told to stop, it ends after the mail on its way", async () => {
    const stop = new AbortController();
    manners.set(addressOf("Ann Lee"), { delay: 100 });
    await remindEach(app, [ann, bob]);
    const delivering = deliverBy(app, smtp.url, stop.signal);
    stop.abort();
    const { sent, obstacle } = await delivering;
    assert.equal(obstacle?.kind, "stopped");
    assert.ok(sent <= 1);
    assert.equal((await deliverBy(app, smtp.url)).sent, 2 - sent);
  });
});
