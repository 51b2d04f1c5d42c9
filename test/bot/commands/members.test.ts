import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createPoll } from "#core/polls/create-poll.service.ts";
import { listNoticePreferences } from "#core/notices/preferences.service.ts";
import type { Reply } from "../../support/discord/person.ts";
import { botClub } from "../../support/bot-club.ts";
import { office } from "../../support/poll-club.ts";
import { holdTournament } from "../../support/small-club.ts";

const club = await botClub({ members: 3 });
const { app, discord, people, members } = club;
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
