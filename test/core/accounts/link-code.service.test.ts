import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { askLinkCodeSchema, tryLinkCodeSchema } from "#core/accounts/accounts.schemas.ts";
import { findDiscordActor, linkDiscord, unlinkDiscord } from "#core/accounts/discord-link.service.ts";
import { LinkCode } from "#core/accounts/link-code.entity.ts";
import { askLinkCode, tryLinkCode } from "#core/accounts/link-code.service.ts";
import { authorize, clock, operator, visitor } from "#core/actor.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { deliverNotices } from "#core/notices/deliver.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { notify } from "#core/notices/notify.service.ts";
import { retryNotices } from "#core/notices/notices.service.ts";
import { mergeAnglers } from "#core/people/merge.service.ts";
import { Secret } from "#core/config.ts";
import { moveClock } from "../../support/clock.ts";
import { openTestApp } from "../../support/database.ts";
import { addressOf, mailClub } from "../../support/mail-club.ts";
import { startSmtp } from "../../support/smtp.ts";

const app = await openTestApp();
const smtp = await startSmtp();
const office = operator("office");
const bot = { ...clock, name: "bot", channel: "discord" } as const;
const people = await mailClub(app, ["Ann Lee", "Bob Cruz", "Cal Ray", "Dee Fox", "Eve Orr"]);
const ref = (name: string): string => String(people.get(name));

let accounts = 0;
/** A Discord account that nothing was asked for before. */
const account = (): string => String(180_000_000_000_000_000n + BigInt((accounts += 1)));

const ask = (discordId: string, email: string) =>
  app.write(bot, (work) => askLinkCode(work, { discordId, discordName: "ann.lee", email }));
const attempt = (discordId: string, code: string) =>
  app.write(bot, (work) => tryLinkCode(work, { discordId, code }));
const whose = (discordId: string) => app.read(visitor, (work) => findDiscordActor(work, { discordId }));
const deliver = () =>
  deliverNotices(app, {
    actor: bot,
    settings: {
      smtpUrl: new Secret(smtp.url),
      mailFrom: null,
      publicUrl: new URL("https://club.example"),
    },
    purpose: "discord-code",
  });
/** The code in the newest mail to someone. */
async function mailed(name: string): Promise<string> {
  await deliver();
  const mail = smtp.arrived.findLast(({ to }) => to.includes(addressOf(name)))?.mail;
  return /^\d{6}$/m.exec(mail?.text ?? "")?.[0] ?? "";
}
const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const rows = () => app.read(office, (work) => work.em.find(LinkCode, {}, { orderBy: { id: "asc" } }));

describe("a code by mail", { concurrency: false }, () => {
  test("links the account that asked to whoever has the mail, once, and makes nobody an officer", async () => {
    await moveClock(app, "2026-03-12", "17:55");
    const mine = account();
    assert.deepEqual(await ask(mine, addressOf("Ann Lee").toUpperCase()), {
      validUntil: "2026-03-12T18:05:00-05:00",
    });
    const code = await mailed("Ann Lee");
    assert.equal((await attempt(mine, code)).outcome, "linked");
    assert.deepEqual(await whose(mine), {
      kind: "angler",
      name: "Ann Lee",
      channel: "discord",
      anglerId: people.get("Ann Lee"),
      roles: [],
    });
    await assert.rejects(attempt(mine, code), { code: "link-code-none" });
    const [linked] = await app.read(office, (work) => listAudit(work, { subject: "discord_link" }));
    assert.deepEqual(
      [linked?.verb, linked?.reason, linked?.actor.name],
      ["linkByCode", "by the code in a mail", "bot"],
    );
  });

  test("is answered and kept the same where nobody has the address, and opens nothing", async () => {
    const before = smtp.arrived.length;
    const [known, unknown] = [account(), account()];
    const answers = [await ask(known, addressOf("Bob Cruz")), await ask(unknown, "nobody@club.example")];
    assert.deepEqual(Object.keys(answers[0]!), Object.keys(answers[1]!));
    await deliver();
    assert.equal(smtp.arrived.length - before, 1);
    assert.deepEqual(await attempt(unknown, "000000"), { outcome: "wrong", triesLeft: 4 });
    const kept = (await rows()).slice(-2).map(({ hash, holder }) => [hash.length, holder === null]);
    assert.deepEqual(kept[0]?.[0], kept[1]?.[0]);
    assert.deepEqual([kept[0]?.[1], kept[1]?.[1]], [false, true]);
  });

  test("is good for the account that asked alone", async () => {
    const [mine, thief] = [account(), account()];
    await ask(mine, addressOf("Bob Cruz"));
    const code = await mailed("Bob Cruz");
    await assert.rejects(attempt(thief, code), { code: "link-code-none" });
    await ask(thief, "nobody@club.example");
    assert.equal((await attempt(thief, code)).outcome, "wrong");
    assert.equal((await attempt(mine, code)).outcome, "linked");
  });

  test("is tried five times, many at once counted one by one; then the right one is too late", async () => {
    const mine = account();
    await ask(mine, addressOf("Cal Ray"));
    const code = await mailed("Cal Ray");
    const tried = await Promise.allSettled(Array.from({ length: 7 }, () => attempt(mine, another(code))));
    assert.deepEqual(
      tried.flatMap((one) => (one.status === "fulfilled" ? [JSON.stringify(one.value)] : [])).toSorted(),
      [0, 1, 2, 3, 4].map((triesLeft) => JSON.stringify({ outcome: "wrong", triesLeft })),
    );
    await assert.rejects(attempt(mine, code), { code: "link-code-used-up" });
    assert.equal(await whose(mine), null);
  });

  test("ends after ten minutes, and where a newer one was asked for", async () => {
    await moveClock(app, "2026-03-12", "19:00");
    const mine = account();
    await ask(mine, addressOf("Dee Fox"));
    const old = await mailed("Dee Fox");
    await ask(mine, addressOf("Dee Fox"));
    const newer = await mailed("Dee Fox");
    if (old !== newer) assert.equal((await attempt(mine, old)).outcome, "wrong");
    await moveClock(app, "2026-03-12", "19:12");
    await assert.rejects(attempt(mine, newer), { code: "link-code-expired" });
  });

  test("is not mailed any more once it is over, and stands nowhere once it was mailed", async () => {
    await ask(account(), addressOf("Dee Fox"));
    await moveClock(app, "2026-03-12", "19:25");
    assert.deepEqual(await deliver(), { sent: 0, later: 0, failed: 0, withheld: 1, obstacle: null });
    const notices = await app.read(office, (work) => work.em.find(Notice, { purpose: "discord-code" }));
    assert.deepEqual([...new Set(notices.map(({ facts }) => JSON.stringify(facts)))], ["{}"]);
    const late = notices.find(({ state }) => state === "withheld")!;
    assert.equal(late.failure, "too late: what it says is over");
    await assert.rejects(
      app.write(office, (work) => retryNotices(work, { notice: late.id })),
      { code: "notice-too-late" },
    );
  });

  test("goes before all other mail, which it leaves alone", async () => {
    await app.write(office, (work) =>
      notify(work, {
        purpose: "dues-reminder",
        occasion: "2027",
        recipients: [people.get("Ann Lee")!],
        facts: { year: 2027, cents: 2500, paidThrough: null },
      }),
    );
    await ask(account(), addressOf("Dee Fox"));
    assert.equal((await deliver()).sent, 1);
  });
});

describe("who asks for codes", { concurrency: false }, () => {
  test("may five times an hour, whoever's address it is", async () => {
    await moveClock(app, "2026-03-13", "08:00");
    const mine = account();
    for (let times = 0; times < 2; times += 1) await ask(mine, `nobody${times}@club.example`);
    await app.write(office, async (work) => {
      authorize(work, "askThreeMore", { roles: [] });
      (await work.em.findOneOrFail(LinkCode, { account: mine })).asked += 3;
    });
    const many = await Promise.allSettled([1, 2].map(() => ask(mine, addressOf("Eve Orr"))));
    assert.deepEqual(
      many.map((each) => each.status === "rejected" && (each.reason as { code: string }).code),
      ["link-codes-too-many", "link-codes-too-many"],
    );
    await assert.rejects(ask(mine, addressOf("Eve Orr")), {
      code: "link-codes-too-many",
      message: /Ask again after 09:00/,
    });
    await moveClock(app, "2026-03-13", "09:01");
    await ask(mine, addressOf("Eve Orr"));
  });

  test("cannot flood anybody: five codes a day, and the others hear the same answer", async () => {
    await moveClock(app, "2026-03-15", "08:00");
    const validUntil = "2026-03-15T08:10:00-05:00";
    for (const occasion of ["a", "b", "c"])
      await app.write(office, (work) =>
        notify(work, {
          purpose: "discord-code",
          occasion,
          recipients: [people.get("Eve Orr")!],
          facts: { code: "123456", discordName: null, validUntil },
        }),
      );
    const before = smtp.arrived.length;
    await Promise.all(Array.from({ length: 4 }, () => ask(account(), addressOf("Eve Orr"))));
    await deliver();
    assert.equal(smtp.arrived.length - before, 5);
  });

  test("is told where the account is linked, and the person with another account only once the code is right", async () => {
    await moveClock(app, "2026-03-17", "08:00");
    const [mine, second] = [account(), account()];
    await app.write(office, (work) => linkDiscord(work, { angler: ref("Cal Ray"), discordId: mine }));
    await assert.rejects(ask(mine, addressOf("Dee Fox")), { code: "linked-already" });
    await ask(second, addressOf("Cal Ray"));
    const code = await mailed("Cal Ray");
    assert.equal((await attempt(second, another(code))).outcome, "wrong");
    await assert.rejects(attempt(second, code), { code: "angler-linked-already" });
    await app.write(office, (work) => unlinkDiscord(work, { angler: ref("Cal Ray") }));
    assert.equal((await attempt(second, code)).outcome, "linked");
  });

  test("two at once with two codes of one person: one is linked", async () => {
    const [one, other] = [account(), account()];
    await ask(one, addressOf("Dee Fox"));
    const first = await mailed("Dee Fox");
    await ask(other, addressOf("Dee Fox"));
    const second = await mailed("Dee Fox");
    const tried = await Promise.allSettled([attempt(one, first), attempt(other, second)]);
    assert.deepEqual(tried.map(({ status }) => status).toSorted(), ["fulfilled", "rejected"]);
  });

  test("asks in vain once the person's record was made one with another's", async () => {
    await moveClock(app, "2026-03-19", "08:00");
    const mine = account();
    await ask(mine, addressOf("Eve Orr"));
    const code = await mailed("Eve Orr");
    await app.write(office, (work) => mergeAnglers(work, { keep: ref("Bob Cruz"), gone: ref("Eve Orr") }));
    await assert.rejects(attempt(mine, code), { code: "link-code-none" });
  });

  test("is forgotten a day later", async () => {
    await moveClock(app, "2026-03-25", "08:00");
    const mine = account();
    await ask(mine, "nobody@club.example");
    assert.deepEqual(
      (await rows()).map((row) => row.account),
      [mine],
    );
  });

  test("is the bot: nobody asks or tries past it", async () => {
    const given = { discordId: account(), email: addressOf("Ann Lee"), code: "123456" };
    await assert.rejects(
      app.write(visitor, (work) => askLinkCode(work, given)),
      { code: "role-required" },
    );
    await assert.rejects(
      app.write(visitor, (work) => tryLinkCode(work, given)),
      { code: "role-required" },
    );
  });
});

describe("what people type", () => {
  test("a code with blanks or a hyphen, in any script's digits; anything else is none", () => {
    const discordId = "180000000000000001";
    const read = (code: string) => tryLinkCodeSchema.safeParse({ discordId, code }).data?.code ?? null;
    assert.deepEqual(["123456", " 123 456 ", "123-456", "１２３４５６"].map(read), Array(4).fill("123456"));
    assert.deepEqual(
      ["", "12345", "1234567", "12345x", "١٢٣٤٥٦", "123456".repeat(9)].map(read),
      Array(6).fill(null),
    );
  });

  test("an address that is one, and a name that is Discord's", () => {
    const discordId = "180000000000000001";
    const takes = (given: object) => askLinkCodeSchema.safeParse({ discordId, ...given }).success;
    assert.equal(takes({ email: " ann@club.example " }), true);
    for (const email of ["", "ann", "ann@club.example\r\nBcc: evil@x.example", "a@b.example,c@d.example"])
      assert.equal(takes({ email }), false, email);
    for (const discordName of ["Ann <b>", "@everyone", "x".repeat(33)])
      assert.equal(takes({ email: "ann@club.example", discordName }), false, discordName);
  });
});
