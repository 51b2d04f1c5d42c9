import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DiscordLink } from "#core/accounts/discord-link.entity.ts";
import { LinkCode } from "#core/accounts/link-code.entity.ts";
import { askLinkCode, tryLinkCode } from "#core/accounts/link-code.service.ts";
import { clock, operator } from "#core/actor.ts";
import { DomainError } from "#core/errors.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import type { Work } from "#core/work.ts";
import { openTestApp } from "../../support/database.ts";
import { addressOf, mailClub } from "../../support/mail-club.ts";

const app = await openTestApp();
const office = operator("office");
const bot = { ...clock, name: "bot", channel: "discord" } as const;
const names = Array.from({ length: 8 }, (_, at) => `Member ${String(at + 1).padStart(2, "0")}`);
const people = await mailClub(app, names);
const account = (at: number): string => String(180_000_000_000_000_000n + BigInt(at));

const ask = (discordId: string, email: string) =>
  app.write(bot, (work) => askLinkCode(work, { discordId, email }));
const attempt = (discordId: string, code: string, unguarded?: (work: Work) => void) =>
  app.write(bot, (work) => {
    unguarded?.(work);
    return tryLinkCode(work, { discordId, code });
  });
/** How something ended: a busy database is no answer, and is asked again. */
async function ended(run: () => Promise<{ outcome: string }>): Promise<string> {
  for (;;) {
    try {
      return (await run()).outcome;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (!["busy", "unavailable"].includes(error.kind)) return error.code;
    }
  }
}
const asked = (discordId: string, email: string) =>
  ended(async () => {
    await ask(discordId, email);
    return { outcome: "asked" };
  });
/** The codes on their way, by the account that asked. */
async function codes(): Promise<Map<string, string>> {
  const notices = await app.read(office, (work) => work.em.find(Notice, { purpose: "discord-code" }));
  return new Map(notices.map(({ occasion, facts }) => [occasion.split(" ")[0] ?? "", String(facts["code"])]));
}

describe("a crowd that links at once", { concurrency: false }, () => {
  test("seven accounts for each person: five codes are mailed, one account is linked", async () => {
    const asking = Array.from({ length: 56 }, (_, at) => ({
      discordId: account(at),
      email: addressOf(names[at % names.length]!),
    }));
    const answers = await Promise.all(asking.map(({ discordId, email }) => asked(discordId, email)));
    assert.deepEqual([...new Set(answers)], ["asked"]);
    const mailed = await codes();
    assert.equal(mailed.size, 40);
    const outcomes = await Promise.all(
      asking.flatMap(({ discordId }) => {
        const right = mailed.get(discordId);
        const wrong = right === "000000" ? "000001" : "000000";
        return [wrong, right ?? wrong, wrong].map((code) => ended(() => attempt(discordId, code)));
      }),
    );
    const linked = await app.read(office, (work) => work.em.find(DiscordLink, {}));
    assert.equal(linked.length, people.size);
    assert.equal(outcomes.filter((outcome) => outcome === "linked").length, people.size);
    assert.ok(linked.every((link) => mailed.has(link.account)));
  });

  test("a hundred tries of one account at once are five", async () => {
    const mine = account(900);
    await asked(mine, "nobody@club.example");
    const tried = await Promise.all(Array.from({ length: 100 }, () => ended(() => attempt(mine, "000000"))));
    assert.equal(tried.filter((outcome) => outcome === "wrong").length, 5);
    const kept = await app.read(office, (work) => work.em.findOneOrFail(LinkCode, { account: mine }));
    assert.equal(kept.tries, 5);
  });

  test("without the lock they are more: the guard is what holds them", async () => {
    const mine = account(901);
    await asked(mine, "nobody@club.example");
    const unguarded = ({ em }: Work): void => {
      const execute = em.execute.bind(em);
      em.execute = ((sql: string, ...rest: []) =>
        sql.includes("pg_advisory_xact_lock")
          ? Promise.resolve([])
          : execute(sql, ...rest)) as typeof em.execute;
    };
    const tried = await Promise.all(
      Array.from({ length: 30 }, () => ended(() => attempt(mine, "000000", unguarded))),
    );
    assert.ok(tried.filter((outcome) => outcome === "wrong").length > 5, tried.join(" "));
  });
});
