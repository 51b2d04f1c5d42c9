import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findDiscordActor, linkDiscord } from "#core/accounts/discord-link.service.ts";
import { visitor } from "#core/actor.ts";
import { changeRoles } from "#core/anglers/roles.service.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { Notice } from "#core/notices/notice.entity.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { getPoll, listPolls, type PollShown } from "#core/polls/polls.service.ts";
import type { Reply } from "../../support/discord/person.ts";
import { botClub } from "../../support/bot-club.ts";
import { DomainError } from "#core/errors.ts";
import type { Act } from "../../../bot/context.ts";
import { registry } from "../../../bot/registry.ts";
import { acting, choose, office } from "../../support/poll-club.ts";

const club = await botClub({ members: 4 });
const { app, discord, members, people, at } = club;
const [boss] = members as [ReturnType<typeof acting>];
const officer = discord.member({ name: "The Boss", roles: ["officer"] });
/** Somebody with the server's role and none in the club. */
const pretender = discord.member({ name: "Pretender", roles: ["officer"] });
const lobby = discord.channel("officers");
await discord.until(() => discord.commands.length > 0, { what: "the commands are registered" });
await people[0]!.command(discord.channel("news"), "unlink");
await people[1]!.command(discord.channel("news"), "unlink");
await app.write(office, async (work) => {
  await linkDiscord(work, { angler: String(boss.anglerId), discordId: officer.id });
  await linkDiscord(work, { angler: String(members[1]!.anglerId), discordId: pretender.id });
  await changeRoles(work, { reference: String(boss.anglerId), grant: ["admin"], revoke: [] });
});
const labels = ({ message }: Reply): string[] => message?.buttons.map(({ label }) => label) ?? [];
const polls = () => app.read(office, (work) => listPolls(work));
const poll = (id: number): Promise<PollShown> => app.read(office, (work) => getPoll(work, { poll: id }));
const posted = (channel: string, words: string) =>
  club.shows(channel, ({ text, private: mine }) => !mine && text.includes(words));

describe("officers' commands", { concurrency: false }, () => {
  test("are the club's officers' alone, whatever the server's roles say", async () => {
    for (const [words, options] of [
      ["poll create", { kind: "a choice" }],
      ["poll close", {}],
      ["club check", {}],
    ] as const) {
      const said = await pretender.command(lobby, words, options);
      assert.equal(
        said.text,
        "Only officers of the club may do this; roles on this server do not count.",
        words,
      );
    }
    assert.deepEqual((await pretender.suggestions(lobby, "poll edit", { poll: "" })).choices, []);
  });

  test("of an officer who is no admin end at what the core allows", async () => {
    await app.write(office, (work) =>
      changeRoles(work, { reference: String(members[1]!.anglerId), grant: ["editor"], revoke: [] }),
    );
    const form = await pretender.command(lobby, "poll create", { kind: "a choice" });
    const said = await pretender.submit(form, {
      "What it asks": "X",
      "Options, one a line": "A\nB",
      Closes: "2026-03-20 18:00",
    });
    assert.match(said.text, /^Only an admin of the club may do this/);
  });

  test("say which role hears of polls, and that none does", async () => {
    const said = await officer.command(lobby, "club ping", { role: { id: discord.role("member") } });
    assert.match(said.text, /^<@&\d+> hears it when a poll opens\.$/);
    assert.deepEqual(said.message?.pings, []);
    assert.equal((await officer.command(lobby, "club ping")).text, "Nobody is pinged when a poll opens.");
    const given = await officer.command(lobby, "club member-role", { role: { id: discord.role("member") } });
    assert.match(given.text, /^<@&\d+> follows the club's record: .* It gives no say in the club\.$/);
    const taken = await officer.command(lobby, "club member-role");
    assert.equal(taken.text, "No role follows the club's record; those it was given to lose it.");
  });

  test("say what is missing for the bot, and set it", async () => {
    const said = await officer.command(lobby, "club check");
    assert.match(said.text, /✅ <#\d+> \(\*\*polls\*\*\): the bot has all it needs\.\n/);
    assert.match(said.text, /⚠️ Mail is not set up/);
    assert.match(said.text, /4 of 4 members who may vote are linked/);
    const news = discord.channel("news");
    const channels = await officer.command(lobby, "club channels", {
      purpose: "officers",
      channel: { id: news.id },
    });
    assert.match(channels.text, new RegExp(`^Saved\\..*\\n[\\s\\S]*officers\\*\\*.*<#${news.id}>`));
    assert.match(
      (await officer.command(lobby, "club channels", { purpose: "officers" })).text,
      /officers\*\*.*none yet/,
    );
  });
});

describe("a poll from Discord", { concurrency: false }, () => {
  const fill = {
    "What it asks": "Banquet @everyone",
    "Options, one a line": "Fish\nSteak",
    Closes: "2026-03-20 6 pm",
  };
  let id: number;

  test("is filled in, looked over, given a channel, and made once", async () => {
    const form = await officer.command(lobby, "poll create", { kind: "a choice" });
    assert.deepEqual(
      form.form?.fields.map(({ label, required }) => [label, required]),
      [
        ["What it asks", true],
        ["Options, one a line", true],
        ["Closes", true],
        ["Opens", false],
        ["Description", false],
      ],
    );
    const draft = await officer.submit(form, fill);
    assert.match(
      draft.text,
      /^\*\*Not made yet: look it over\.\*\*\n## Banquet .*\nOpens <t:\d+:F>, closes <t:1774047600:F>\./,
    );
    assert.match(draft.text, /\(2 options\): Fish · Steak/);
    assert.deepEqual(draft.message?.pings, []);
    assert.deepEqual(await polls(), []);
    // The draft stands in the club's book, not in the bot.
    await club.bot.drain();
    await club.start().ready;
    const placed = await officer.choose(draft, "The channel it is to stand in", ["news"]);
    assert.match(placed.text, new RegExp(`It will stand in <#${discord.channel("news").id}>\\.`));
    const made = await officer.press(placed, "Make the poll");
    assert.match(made.text, /^Poll `\d+` is made: /);
    id = (await polls())[0]!.id;
    assert.equal((await posted("news", "0 of 4 members have voted")).text.includes("Banquet"), true);
    assert.equal((await polls()).length, 1);
  });

  test("is refused with the reason where it cannot be, and nothing is kept", async () => {
    const form = await officer.command(lobby, "poll create", { kind: "a choice" });
    const table: [Record<string, string>, RegExp][] = [
      [
        { Closes: "soon" },
        /^"soon" is no day and time such as 2026-03-15 18:00\. Nothing was changed\.\nWhat you had typed:\n```\nBanquet @everyone\n\nFish\nSteak\n\nsoon\n```$/,
      ],
      [{ Closes: "2026-02-30 18:00" }, /^That cannot be taken: closes day/],
      [{ Closes: "2026-11-01 1:30 am" }, /-11-01 01:30 happens twice: .* Use 00:30 or 02:30\./],
      [{ Closes: "2027-03-14 02:30" }, /-03-14 02:30 does not exist: .* Use 01:30 or 03:30\./],
      [{ Closes: "2026-03-01 18:00" }, /^The poll closes before it opens\. Choose a later close\./],
      [{ "Options, one a line": "One" }, /^That cannot be taken: options must offer two options or more/],
      [{ "Options, one a line": "Fish\nfish" }, /offers fish twice\. Offer it once\./],
    ];
    for (const [more, says] of table)
      assert.match((await officer.submit(form, { ...fill, ...more })).text, says);
    assert.equal((await polls()).length, 1);
  });

  test("of where to fish, yes or no, and an election have their forms", async () => {
    const places = await officer.command(lobby, "poll create", {
      kind: "where to fish",
      counts: "while it is open",
      wins: "more than half of the ballots",
    });
    const [lakes] = places.form!.fields;
    assert.deepEqual(lakes!.options, ["North Lake", "South Lake"]);
    const where = await officer.submit(places, {
      "Lakes to offer": ["North Lake", "South Lake"],
      "Hours to offer, one a line": "06:30-14:30\n7 am - 3 pm",
    });
    assert.match(where.text, /counts are shown while it is open; the winner needs more than half\./);
    assert.match(where.text, /## Lake, ramp and hours for March\n/);
    assert.match(where.text, /\(2 options\): 6:30 am to 2:30 pm · 7:00 am to 3:00 pm/);
    const yesNo = await officer.command(lobby, "poll create", { kind: "yes or no, also a bylaw" });
    const bylaw = await officer.submit(yesNo, {
      "What it asks": "Change V.D?",
      Ballot: ["Bylaw: secret, the text is the description"],
      Closes: "2026-04-02 18:00",
      Opens: "2026-03-25 06:00",
      Description: "V.D now reads …",
    });
    assert.match(bylaw.text, /A secret ballot, final once it is cast; a bylaw;/);
    await officer.press(bylaw, "Make the poll");
    const text = await posted("votes", "V.D now reads …\nOpens <t:");
    assert.deepEqual(
      text.buttons.map(({ label }) => label),
      ["On the website"],
    );
    const listed = await officer.command(lobby, "polls");
    assert.equal((await officer.press(listed, "Read: Change V.D?")).text, "## Change V.D?\nV.D now reads …");
    const election = await officer.command(lobby, "poll create", { kind: "an election of officers" });
    assert.equal(election.form!.fields[1]!.value, "2026");
    const offices = {
      "Offices with their candidates, one a line": "President: Member 0001, Member 0002",
      Closes: "2026-03-20 18:00",
    };
    assert.match(
      (await officer.submit(election, offices)).text,
      /\*\*President\*\* \(2 options\): Member 0001 · Member 0002/,
    );
    assert.match(
      (await officer.submit(election, { ...offices, "Officers of the year": "soon" })).text,
      /^"soon" is no year such as 2027\./,
    );
    const nobody = { ...offices, "Offices with their candidates, one a line": "President: Nobody Atall" };
    assert.match(
      (await officer.submit(election, nobody)).text,
      /^There is no angler "Nobody Atall"\. Use an id/,
    );
  });

  test("is edited and extended; with ballots only as far as the core allows", async () => {
    const choices = choose(await poll(id), "Fish");
    await app.write(members[2]!, (work) => castVote(work, { poll: String(id), choices }));
    const form = await officer.command(lobby, "poll edit", { poll: String(id) });
    assert.deepEqual(
      form.form?.fields.map(({ value }) => value),
      ["Banquet @everyone", "2026-03-12 05:00", "2026-03-20 18:00", ""],
    );
    const said = await officer.submit(form, { "What it asks": "Banquet" });
    assert.match(said.text, new RegExp(`^Poll \`${id}\`, \\*\\*Banquet\\*\\*, is changed\\.`));
    const same = await officer.submit(await officer.command(lobby, "poll edit", { poll: String(id) }), {});
    assert.match(same.text, /, says so already; nothing was changed\.$/);
    const earlier = await officer.submit(form, { Closes: "2026-03-19 18:00" });
    assert.match(
      earlier.text,
      /^Members have voted: only the title, the description and a later close may change\./,
    );
    await officer.command(lobby, "poll extend", { poll: String(id), closes: "2026-03-21 18:00" });
    assert.equal((await poll(id)).closesAt, "2026-03-21T18:00:00-05:00");
  });

  test("takes a vote for a member who asked, marked, told, and once", async () => {
    const member = String(members[3]!.anglerId);
    assert.deepEqual(
      (await officer.suggestions(lobby, "poll vote-for", { poll: String(id), member: "0004" })).choices,
      ["Member 0004"],
    );
    const form = await officer.command(lobby, "poll vote-for", { poll: String(id), member });
    const filled = { "Banquet @everyone": ["Steak"], Why: "asked by phone" };
    assert.match((await officer.submit(form, filled)).text, /^Recorded\. The member is told at once/);
    assert.match((await officer.submit(form, filled)).text, /has voted already/);
    const [told] = await app.read(office, (work) => work.em.find(Notice, { purpose: "proxy-ballot" }));
    assert.equal(told?.recipient.id, members[3]!.anglerId);
    const [deed] = await app.read(office, (work) => listAudit(work, { subject: "ballot", limit: 1 }));
    assert.deepEqual([deed?.verb, deed?.channel, deed?.reason], ["castProxy", "discord", "asked by phone"]);
  });

  test("reminds, and shows how it stands without a count", async () => {
    assert.match(
      (await officer.command(lobby, "poll remind", { poll: String(id) })).text,
      /^2 members did not vote yet/,
    );
    const stands = await officer.command(lobby, "poll results", { poll: String(id) });
    assert.match(stands.text, /2 of 4 members have voted/);
    assert.doesNotMatch(stands.text, /Fish|Steak/);
    assert.ok(!labels(stands).includes("Show in channel"));
    assert.match(
      (await officer.command(lobby, "poll export", { poll: String(id) })).text,
      /^The poll is not counted yet/,
    );
  });

  test("is posted again where an officer says", async () => {
    const votes = discord.channel("votes");
    const said = await officer.command(lobby, "poll repost", { poll: String(id), channel: { id: votes.id } });
    assert.match(said.text, /is posted again in a moment\. The message in <#\d+> is not kept up any more/);
    await posted("votes", "2 of 4 members have voted");
  });

  test("is counted, shown, exported, opened again, and called off", async () => {
    assert.match(
      (await officer.command(lobby, "poll close")).text,
      /^No poll waits to be counted\.\n`\d+` Banquet closes <t:/,
    );
    await at("2026-03-21T18:01");
    assert.match((await officer.command(lobby, "poll close")).text, /^Counted: `\d+` \*\*Banquet\*\*, a tie/);
    const stands = await officer.command(lobby, "poll results", { poll: String(id) });
    assert.match(stands.text, /\*\*1\*\* Fish[\s\S]*\*\*1\*\* Steak/);
    const told = await officer.press(stands, "Show in channel");
    assert.equal(told.message?.private, false);
    const exported = await officer.command(lobby, "poll export", { poll: String(id) });
    assert.match(exported.text, /\*\*Banquet\*\*: 2 answers\.\nHash of what was counted: `[0-9a-f]{64}`/);
    const again = await officer.command(lobby, "poll reopen", { poll: String(id) });
    const open = await officer.submit(again, {
      "Closes then": "2026-03-21 20:00",
      Why: "the server was down",
    });
    assert.match(open.text, /is open again until/);
    const off = await officer.command(lobby, "poll cancel", { poll: String(id) });
    assert.match((await officer.submit(off, { Why: "asked the wrong thing" })).text, /is called off\./);
    assert.equal((await poll(id)).state, "cancelled");
  });
});

describe("an officer links a member", { concurrency: false }, () => {
  test("and unlinks them; nobody's account is taken over", async () => {
    const person = discord.member({ name: "Somebody" });
    const whose = async () =>
      (await app.read(visitor, (work) => findDiscordActor(work, { discordId: person.id })))?.anglerId ?? null;
    const member = String(members[2]!.anglerId);
    const taken = await officer.command(lobby, "club link-member", { account: { id: person.id }, member });
    assert.match(taken.text, /^Member 0003 has the Discord account \d+\. Nothing was changed\.$/);
    assert.match(
      (await officer.command(lobby, "club unlink-member", { member })).text,
      /is nobody's now; it was \*\*Member 0003\*\*'s\./,
    );
    const linked = await officer.command(lobby, "club link-member", { account: { id: person.id }, member });
    assert.match(linked.text, /^<@\d+> is linked to \*\*Member 0003\*\*\. It gives no role in the club\.$/);
    assert.deepEqual(linked.message?.pings, []);
    assert.equal(await whose(), members[2]!.anglerId);
  });
});

test("buttons that were tampered with are answered or refused in words, never a fault", async () => {
  const actor = { ...boss, channel: "discord" as const, roles: ["admin" as const] };
  const act = {
    bot: { app, config: club.config },
    actor,
    discordId: officer.id,
    read: (verb: Parameters<typeof app.read>[1]) => app.read(actor, verb),
    write: (verb: Parameters<typeof app.write>[1]) => app.write(actor, verb),
  } as unknown as Act;
  const most = 2 ** 31 - 1;
  for (const button of registry.buttons)
    for (const about of [0, most])
      for (const numbers of [[], [most, most, most, 1]]) {
        const pressed = { verb: button.verb, of: about, numbers, picked: ["<script>"] };
        await button.press(act, pressed).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw new Error(JSON.stringify(pressed), { cause: error });
        });
      }
});
