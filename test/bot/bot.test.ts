import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DomainError } from "#core/errors.ts";
import { linkDiscord, unlinkDiscord } from "#core/accounts/discord-link.service.ts";
import { setDiscordMemberRole } from "#core/seasons/discord.service.ts";
import { botClub } from "../support/bot-club.ts";
import type { Person } from "../support/discord/person.ts";
import { office } from "../support/poll-club.ts";

const club = await botClub({ members: 2, server: { roles: ["member", "officer", "angler"] } });
const { app, bot, discord, people } = club;
const [ann, bob] = people as [Person, Person];
const registrations = () =>
  discord.sent.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands"));
const shown = (words: RegExp) => club.shows("votes", ({ text }) => words.test(text));

describe("the bot's process", { concurrency: false }, () => {
  test("tells the server which commands there are, once", async () => {
    await discord.until(() => registrations().length > 0);
    assert.ok(discord.commands.includes("help"));
  });

  test("asks for one intent, and signs in once", () => {
    assert.deepEqual([discord.gateway.identified, discord.gateway.links], [1, 1]);
  });

  test("of two only one is on Discord, and the other takes its place once it leaves", async () => {
    await club.make();
    await club.at("2026-03-12T06:00");
    const other = club.start();
    await shown(/0 of 2 members have voted/);
    assert.equal(discord.gateway.identified, 1);
    await bot.drain();
    await other.ready;
    await discord.until(() => discord.gateway.links === 1);
    const said = await ann.press(await shown(/0 of 2/), "My vote");
    assert.equal(said.text, "You have not voted in this poll.");
    assert.deepEqual([registrations().length, discord.channel("votes").messages.length], [1, 1]);
    await other.drain();
  });

  test("a lock that is lost with the database's connection is taken again without leaving Discord", async () => {
    const one = club.start();
    await one.ready;
    const before = discord.gateway.identified;
    const holders = (what: string) =>
      app.read(office, (work) =>
        work.em.execute<{ pid: number }[]>(
          `select ${what} from pg_stat_activity where application_name = 'sabc lock' and datname = current_database()`,
        ),
      );
    const [first] = await holders("pid");
    await holders("pg_terminate_backend(pid)");
    let [next] = await holders("pid");
    while (next === undefined || next.pid === first?.pid) [next] = await holders("pid");
    const said = await ann.press(await shown(/0 of 2/), "My vote");
    assert.equal(said.text, "You have not voted in this poll.");
    assert.equal(discord.gateway.identified, before);
    await one.drain();
  });

  test("a role on the server follows the club's record; where the bot may not give it, nothing else waits", async () => {
    discord.forbid("ManageRoles");
    const quick = { look: 100, fresh: 20, apart: 10, old: 20, turn: 50, first: 20, jobs: 0.02 };
    const one = club.start({ ...quick, reconcile: 300 });
    await one.ready;
    const have = (...who: Person[]): boolean =>
      people.every((person) => discord.rolesOf(person).includes("angler") === who.includes(person));
    const setRole = (role: string | null) =>
      app.write(office, (work) => setDiscordMemberRole(work, { role }));
    const met = (code: number) => () => discord.sent.some((sent) => sent.code === code);
    await setRole(discord.role("angler"));
    await discord.until(met(50_013), { what: "a refusal" });
    assert.equal(have(), true);
    const said = await ann.press(await shown(/0 of 2/), "My vote");
    assert.equal(said.text, "You have not voted in this poll.");
    discord.allow("ManageRoles");
    await discord.until(() => have(ann, bob), { what: "the role of both" });
    discord.takeRole(ann, "angler");
    await discord.until(() => have(ann, bob), { what: "the role that was taken by hand" });
    const angler = String(club.members[1]!.anglerId);
    await app.write(office, (work) => unlinkDiscord(work, { angler }));
    await discord.until(() => have(ann), { what: "no role of who is linked no more" });
    // Who is not on the server keeps nobody else from theirs.
    await app.write(office, (work) => linkDiscord(work, { angler, discordId: "180000000000000009" }));
    await discord.until(met(10_007), { what: "an account that is not there" });
    await setRole(null);
    await discord.until(() => have(), { what: "no role of anybody" });
    await one.drain();
  });

  test("intents that Discord does not grant end it", async () => {
    discord.gateway.closeCodes.push(4014);
    await assert.rejects(club.start().stopped, { code: "discord-refused" });
  });

  test("a token that Discord does not know ends it, and says what helps", async () => {
    discord.revokeToken();
    const refused = club.start();
    await assert.rejects(refused.stopped, ({ code, message }: DomainError) => {
      assert.equal(code, "discord-refused");
      assert.match(message, /^Discord does not let the bot in\. Make a new token/);
      return true;
    });
  });
});
