import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { findDiscordActor } from "#core/accounts/discord-link.service.ts";
import { LinkCode } from "#core/accounts/link-code.entity.ts";
import { authorize, visitor } from "#core/actor.ts";
import { Secret } from "#core/config.ts";
import { editMember } from "#core/membership/edit-member.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { listNoticePreferences } from "#core/notices/preferences.service.ts";
import type { Person, Reply } from "../../support/discord/person.ts";
import { botClub } from "../../support/bot-club.ts";
import { office } from "../../support/poll-club.ts";
import { holdTournament } from "../../support/small-club.ts";
import { startSmtp } from "../../support/smtp.ts";

const club = await botClub({ members: 3 });
const { app, discord, people, members, at } = club;
const smtp = await startSmtp();
const [first, second] = members as [(typeof members)[0], (typeof members)[0]];
const addressOf = ({ anglerId }: typeof first): string => `member${anglerId}@club.example`;
const [ann, bob] = people as [(typeof people)[0], (typeof people)[0]];
const stranger = discord.member({ name: "Zed Stranger" });
const [news, votes] = ["news", "votes"].map((name) => discord.channel(name)) as [
  ReturnType<typeof discord.channel>,
  ReturnType<typeof discord.channel>,
];
await discord.until(() => discord.commands.length > 0, { what: "the commands are registered" });

const labels = ({ message }: Reply): string[] => message?.buttons.map(({ label }) => label) ?? [];
const lines = ({ text }: Reply): string[] => text.split("\n");

describe("what members ask for", { concurrency: false }, () => {
  test("is offered to everyone on the server, officers' commands to officers", async () => {
    assert.deepEqual(discord.commands, [
      "next",
      "standings",
      "results",
      "polls",
      "me",
      "link",
      "unlink",
      "help",
      "poll",
      "club",
    ]);
    await assert.rejects(async () => ann.command(news, "poll remind", { poll: "1" }), /There is no \/poll/);
  });

  test("before anything was fished: the plan, and that there is nothing else yet", async () => {
    assert.deepEqual(lines(await ann.command(news, "next")).slice(0, 3), [
      "## March",
      "Sun 22 Mar 2026 · in 10 days",
      "Lake and ramp are not decided yet.",
    ]);
    assert.equal((await ann.command(news, "standings")).text, "No tournament of 2026 is official yet.");
    assert.equal((await ann.command(news, "results")).text, "No tournament was weighed yet. See /next.");
    assert.equal((await ann.command(news, "polls")).text, "No poll is open now.");
    assert.match((await ann.command(news, "me")).text, /You have no official result this season yet\./);
  });

  test("is private, and shown to all only by the button for it", async () => {
    const before = news.messages.length;
    const asked = await ann.command(news, "next");
    assert.equal(asked.message?.private, true);
    assert.equal(news.messages.length, before);
    const told = await ann.press(asked, "Show in channel");
    assert.equal(told.message?.private, false);
    assert.equal(bob.sees(news).at(-1)?.text, asked.text);
    assert.ok(!labels(told).includes("Show in channel"));
  });
});

describe("polls on a list", { concurrency: false }, () => {
  test("are voted on from there", async () => {
    await app.write(office, (work) =>
      createPoll(work, {
        kind: "choice",
        title: "Banquet",
        options: ["Fish", "Steak"],
        closes: { day: "2026-03-20", time: "18:00" },
      }),
    );
    const list = await ann.command(news, "polls");
    assert.match(
      list.text,
      /^## Open polls\n`1` \*\*Banquet\*\* · closes <t:\d+:F> \(<t:\d+:R>\), 0 of 3 voted$/,
    );
    const ballot = await ann.press(list, "Vote: Banquet");
    assert.deepEqual(
      ballot.message?.selects.map(({ placeholder }) => placeholder),
      ["Banquet"],
    );
    assert.match((await ann.command(news, "next")).text, /🗳️ Banquet: vote until/);
  });
});

describe("once a tournament is official", { concurrency: false }, () => {
  test("everyone finds their own line in results and standings, and nobody else's dues", async () => {
    await holdTournament(app, {
      day: "2026-03-08",
      name: "Opener",
      state: "official",
      boats: Array.from({ length: 12 }, (_, boat) => ({
        crew: [boat === 11 ? "Member 0001" : boat === 0 ? "Member 0002" : `Guest ${boat}`],
        bags: [{ fish: 3, weight: `${20 - boat}.00`, big: "5.00" }],
      })),
    });
    const results = await ann.command(news, "results");
    assert.deepEqual(lines(results).slice(0, 4), [
      "## Opener",
      "Sun 8 Mar 2026",
      "Official.",
      "1 **Member 0002** · 20.00 lb · 3 fish · big bass 5.00 lb",
    ]);
    assert.equal(lines(results).at(-4), "12 **Member 0001** · 9.00 lb · 3 fish · big bass 5.00 lb ← you");
    assert.deepEqual(labels(results), ["More", "Show in channel", "On the website"]);
    const second = await ann.press(results, "More");
    assert.equal(second.kind, "update");
    assert.match(second.text, /\n11 \*\*Guest 10\*\*/);
    assert.deepEqual(labels(second), ["Back", "Show in channel", "On the website"]);
    const told = await ann.press(second, "Show in channel");
    assert.doesNotMatch(told.text, /you/);
    assert.match((await ann.command(news, "standings")).text, /Member 0001.*← you/);
    assert.match((await stranger.command(news, "standings")).text, /^## .* 2026\nAfter 1 of 2 tournaments/);
  });

  test("seasons, anglers and tournaments are offered while they are typed", async () => {
    assert.deepEqual((await ann.suggestions(news, "standings", { season: "20" })).choices, ["2026"]);
    assert.deepEqual((await ann.suggestions(news, "standings", { angler: "0002" })).choices, ["Member 0002"]);
    assert.deepEqual((await ann.suggestions(news, "results", { tournament: "open" })).choices, [
      "2026-03-08 Opener",
    ]);
    const found = await ann.command(news, "standings", { angler: String(members[1]!.anglerId) });
    assert.match(found.text, /Member 0002.* ←\n/);
    const typed = await ann.command(news, "standings", { angler: "member 0002" });
    assert.equal(typed.text, found.text);
    assert.equal(
      (await ann.command(news, "standings", { season: "1999" })).text,
      "There is no such season. Choose one of those that are offered.",
    );
    assert.equal(
      (await ann.command(news, "results", { tournament: "<b>" })).text,
      "There is no such tournament. Choose one of those that are offered.",
    );
  });
});

describe("/me", { concurrency: false }, () => {
  test("tells the member alone of dues and places", async () => {
    const said = await ann.command(votes, "me");
    assert.equal(said.message?.private, true);
    assert.deepEqual(labels(said), []);
    assert.match(said.text, /Your dues are paid through Thu 31 Dec 2026; you vote\.\n### 2026\n.*place \*\*/);
    assert.match(said.text, /- Sun 8 Mar 2026: place 12 · 9\.00 lb/);
    for (const channel of [news, votes])
      for (const { text } of channel.messages) assert.doesNotMatch(text, /your dues|ran out/i);
  });

  test("takes which mail is wanted, as often as it is picked", async () => {
    const wanted = async () =>
      (await app.read(members[0]!, (work) => listNoticePreferences(work, { angler: members[0]!.anglerId! })))
        .filter((each) => each.wanted)
        .map(({ category }) => category);
    const page = await ann.command(votes, "me");
    const [select] = page.message!.selects;
    const dues = select!.options.find(({ label }) => label === "Mail me about dues")!.label;
    for (const picks of [[dues], [dues], []]) {
      const said = await ann.choose(page, select!.placeholder, picks);
      assert.match(said.text, /^Saved: this is the mail you get from now on\./);
      assert.deepEqual(await wanted(), picks.length === 0 ? [] : ["dues"]);
    }
  });

  test("and everything that is one's own asks a stranger to link first", async () => {
    for (const words of ["me", "unlink"]) {
      const said = await stranger.command(votes, words);
      assert.match(said.text, /^Your Discord account is not linked/);
      assert.deepEqual(labels(said), ["Link my account"]);
    }
    assert.match((await stranger.command(votes, "help")).text, /\*\*\/link\*\*/);
  });
});

const email = "Your e-mail on the club's record";
const digits = "The six digits from the mail";
const whose = async ({ id }: Person) =>
  (await app.read(visitor, (work) => findDiscordActor(work, { discordId: id })))?.anglerId ?? null;
async function ask(person: Person, address: string): Promise<Reply> {
  const begun = await person.command(votes, "link");
  const form = begun.kind === "form" ? begun : await person.press(begun, "Another e-mail");
  return person.submit(form, { [email]: address });
}
const enter = async (person: Person, from: Reply, code: string): Promise<Reply> =>
  person.submit(await person.press(from, "Enter the code"), { [digits]: code });
/** The code of the next mail to an address, once it is there. */
async function mailed(address: string, sent: number): Promise<string> {
  const mail = () => smtp.arrived.slice(sent).find(({ to }) => to.includes(address));
  await discord.until(() => mail() !== undefined, { what: `a mail to ${address}` });
  return /^\d{6}$/m.exec(mail()!.mail.text ?? "")![0];
}
const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("linking an account by a code", { concurrency: false }, () => {
  const person = discord.member({ name: "New Account" });
  let asked: Reply;
  let code: string;

  before(async () => {
    // Who links themselves has an address, and the club sends mail.
    Object.assign(club.config, { smtpUrl: new Secret(smtp.url), mailFrom: "info@club.example" });
    for (const member of [first, second])
      await app.write(office, (work) =>
        editMember(work, { reference: String(member.anglerId), email: addressOf(member) }),
      );
  });

  test("begins with a form, and with the same answer for an address that is nobody's", async () => {
    const form = await person.command(votes, "link");
    assert.deepEqual([form.kind, form.form?.fields.map(({ label }) => label)], ["form", [email]]);
    await ann.command(votes, "unlink");
    const unknown = await ask(discord.member({ name: "Stranger" }), "nobody@club.example");
    const sent = smtp.arrived.length;
    asked = await ask(person, addressOf(first));
    const shape = ({ text }: Reply) => text.replaceAll(/<t:\d+:R>/g, "<t>");
    assert.equal(shape(asked), shape(unknown));
    assert.equal(asked.message?.private, true);
    code = await mailed(addressOf(first), sent);
    assert.match(smtp.arrived.at(-1)!.mail.text!, /the Discord account new\.account to your record/);
  });

  test("goes on where a code waits, also once the answer is gone from the screen", async () => {
    const waiting = await person.command(votes, "link");
    assert.match(waiting.text, /^A code was asked for with this account, good until/);
    assert.deepEqual(labels(waiting), ["Enter the code", "Another e-mail"]);
    asked = waiting;
  });

  test("what is no address or no code is said, and counts for nothing", async () => {
    assert.match(
      (await ask(person, "ann at example")).text,
      /^That cannot be taken: email must be an e-mail/,
    );
    const said = await enter(person, asked, "12 45");
    assert.equal(said.text, "That cannot be taken: code must be six digits. Nothing was changed.");
  });

  test("a wrong code leaves four tries, another account none, the right one links, once", async () => {
    const wrong = await enter(person, asked, another(code));
    assert.match(wrong.text, /^That is not the code\. You may try 4 more times\./);
    const thief = discord.member({ name: "Thief" });
    const theirs = await ask(thief, "nobody@club.example");
    assert.match((await enter(thief, theirs, code)).text, /^That is not the code/);
    const linked = await enter(person, wrong, `${code.slice(0, 3)} ${code.slice(3)}`);
    assert.match(linked.text, /^Your Discord account is linked: you are \*\*Member 0001\*\* here\./);
    assert.equal(await whose(person), first.anglerId);
    assert.equal(await whose(thief), null);
    assert.match(
      (await enter(person, asked, code)).text,
      /^Your Discord account is linked to \*\*Member 0001\*\* already/,
    );
    assert.match((await person.command(votes, "link")).text, /already\. Not you\? \/unlink/);
  });

  test("a record that has another account is told only to whoever has its mail", async () => {
    const other = discord.member({ name: "Other Account" });
    const sent = smtp.arrived.length;
    const form = await ask(other, addressOf(first));
    const right = await mailed(addressOf(first), sent);
    assert.match((await enter(other, form, another(right))).text, /^That is not the code/);
    assert.match((await enter(other, form, right)).text, /linked to another Discord account/);
    assert.equal(await whose(other), null);
  });

  test("a code is too old after ten minutes, and a new one is a press away", async () => {
    await bob.command(votes, "unlink");
    const late = discord.member({ name: "Late" });
    const sent = smtp.arrived.length;
    const form = await ask(late, addressOf(second));
    const old = await mailed(addressOf(second), sent);
    await at("2026-03-12T05:20");
    const said = await enter(late, form, old);
    assert.match(said.text, /^The code is older than ten minutes/);
    const again = smtp.arrived.length;
    const renewed = await late.submit(await late.press(said, "New code"), { [email]: addressOf(second) });
    const linked = await enter(late, renewed, await mailed(addressOf(second), again));
    assert.match(linked.text, /you are \*\*Member 0002\*\*/);
  });

  test("nobody asks more than five times an hour", async () => {
    const eager = discord.member({ name: "Eager" });
    await ask(eager, "nobody@club.example");
    await app.write(office, async (work) => {
      authorize(work, "askOften", { roles: [] });
      (await work.em.findOneOrFail(LinkCode, { account: eager.id })).asked = 5;
    });
    assert.match(
      (await ask(eager, addressOf(first))).text,
      /^You have asked for a code five times within an hour/,
    );
  });

  test("/unlink leaves the account nobody's", async () => {
    const said = await person.command(votes, "unlink");
    assert.match(said.text, /^Your Discord account is nobody's now/);
    assert.equal(await whose(person), null);
    // The code that linked it is used up.
    assert.equal(
      (await enter(person, asked, code)).text,
      "No code waits for your Discord account: ask for one.",
    );
    assert.equal(await whose(person), null);
  });

  test("where the club sends no mail, an officer is the way", async () => {
    Object.assign(club.config, { smtpUrl: null });
    const said = await person.command(votes, "link");
    assert.ok(said.text.includes(person.id), said.text);
  });

  test("nothing of it was ever said in the channel", () => {
    for (const { text } of votes.messages) assert.doesNotMatch(text, /code|club\.example|linked/);
  });
});
