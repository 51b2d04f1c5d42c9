import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "#core/actor.ts";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { listAudit } from "#core/audit/audit-trail.service.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { setOfficer } from "#core/membership/officers.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import type { CreatePoll } from "#core/polls/polls.schemas.ts";
import { getPoll, type PollShown } from "#core/polls/polls.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { startBot } from "../../../bot/bot.ts";
import { decideButtons } from "../../../bot/buttons/decide.button.ts";
import type { Act } from "../../../bot/context.ts";
import { botClub } from "../../support/bot-club.ts";
import { votesAtOnce } from "../../support/clicks-at-once.ts";
import type { SeenMessage } from "../../support/discord/seen.ts";
import { choose, office } from "../../support/poll-club.ts";

const club = await botClub({ members: 9 });
const { app, discord, people, members } = club;
const never = new AbortController().signal;
const [ann, bob, cal] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];

const make = (poll: CreatePoll): Promise<PollShown> => app.write(office, (work) => createPoll(work, poll));
const where = (title: string, more: object = {}): Promise<PollShown> =>
  make({
    kind: "choice",
    title,
    options: ["North", "South"],
    closes: { day: "2026-03-15", time: "18:00" },
    ...more,
  });
const until = (day: string) => ({ closes: { day, time: "18:00" } });
const stands = (poll: PollShown): Promise<PollShown> =>
  app.read(visitor, (work) => getPoll(work, { poll: poll.id }));
const shown = (poll: PollShown, words: RegExp = /./): Promise<SeenMessage> =>
  club.shows("votes", ({ text }) => text.includes(poll.title) && words.test(text));
const firstLine = ({ text }: { text: string }): string => text.split("\n")[0]!;
const counts = ({ questions }: PollShown) =>
  Object.fromEntries(questions[0]!.options.map(({ label, votes }) => [label, votes]));
/** Five seconds after the close of that day the votes are counted. */
const close = async (day: string): Promise<void> => {
  await club.at(`${day}T18:00:06`);
  await closeDuePolls(app, { actor: office });
};

await club.at("2026-03-12T12:00");

describe("one member", { concurrency: false }, () => {
  let poll: PollShown;

  test("votes, presses again, changes, looks, withdraws: each press says what now stands", async () => {
    poll = await where("Where to?");
    const message = await shown(poll);
    const said = [];
    for (const label of ["My vote", "North", "North", "South", "My vote"]) {
      said.push(await ann.press(message, label));
    }
    const gone = await ann.press(said[3]!, "Withdraw my vote");
    said.push(gone, await ann.press(message, "My vote"));
    assert.deepEqual(said.map(firstLine), [
      "You have not voted in this poll.",
      "Your vote is in.",
      "That was your vote already; nothing changed.",
      "Your vote is changed.",
      "Your vote:",
      "Your vote is withdrawn; you have none in this poll now.",
      "You have not voted in this poll.",
    ]);
    assert.ok(said.every(({ message }) => message?.private === true));
    assert.deepEqual((await stands(poll)).turnout, { voted: 0, members: 9 });
  });

  test("a press that comes twice does not undo what came after it", async () => {
    const message = await shown(poll);
    await bob.press(message, "North");
    await bob.press(message, "South");
    const { length } = discord.sent;
    discord.repeat({ of: bob, back: 1 });
    discord.repeat({ of: bob, back: 2 });
    const refused = () => discord.sent.slice(length).filter(({ code }) => code === 40_060);
    await discord.until(() => refused().length === 2, { what: "two answers refused" });
    assert.match((await bob.press(message, "My vote")).text, /South/);
  });

  test("a press that reaches two processes at once is one vote with one answer", async () => {
    // A lock that counts for nothing stands for one that was lost without a word.
    const blind = { ...app, lock: <T>(_: string, run: (lost: AbortSignal) => Promise<T>) => run(never) };
    const other = startBot(blind, club.config, { pace: { look: 60_000, jobs: 60 } });
    await other.ready;
    assert.equal(discord.gateway.links, 2);
    const { length } = discord.sent;
    const message = await shown(poll);
    assert.equal(firstLine(await cal.press(message, "North")), "Your vote is in.");
    const answers = () => discord.sent.slice(length).filter(({ path }) => path.endsWith("/callback"));
    await discord.until(() => answers().length === 2 && answers().every(({ status }) => status > 0));
    assert.deepEqual(new Set(answers().map(({ code }) => code)), new Set([null, 40_060]));
    await other.drain();
    assert.deepEqual((await stands(poll)).turnout, { voted: 2, members: 9 });
    await cal.press(await cal.press(message, "My vote"), "Withdraw my vote");
  });

  test("who may not vote reads why, and nothing is written", async () => {
    const newcomers = await app.write(office, async (work) => {
      const found = await addMembers(work, {
        members: [
          { name: "Gus Guest", status: "guest", joinedOn: "2024-01-01" },
          { name: "Una Unpaid", status: "member", joinedOn: "2024-01-01" },
        ],
      });
      const accounts = found.map(({ name }) => discord.member({ name }));
      for (const [at, { id }] of found.entries())
        await linkDiscord(work, { angler: String(id), discordId: accounts[at]!.id });
      return accounts;
    });
    const stranger = discord.member({ name: "Sly Stranger" });
    const message = await shown(poll);
    const said = [];
    for (const person of [...newcomers, stranger]) said.push((await person.press(message, "North")).text);
    assert.deepEqual(said, [
      "You are not a member of the club today. Only members vote; ask an officer about joining.",
      "You have not paid dues yet. Only members with dues paid vote; the treasurer takes them.",
      `Your Discord account is not linked to a member of the club yet. Link it here, or give an officer this number: \`${stranger.id}\`. Then do the same again.`,
    ]);
    assert.equal((await stands(poll)).turnout.voted, 1);
  });
});

describe("all at once", { concurrency: false }, () => {
  test("each vote is counted and answered, and the message is drawn a few times only", async () => {
    const poll = await where("All at once", { totals: "live" });
    const { voted, unanswered, late, edits, tally } = await votesAtOnce(club, {
      poll,
      message: await shown(poll),
    });
    assert.deepEqual(
      { voted, unanswered, late, tally },
      { voted: 9, unanswered: 0, late: 0, tally: { North: 5, South: 4 } },
    );
    assert.ok(edits <= 9, `${edits} edits`);
    await shown(poll, /9 of 9 members have voted/);
    await shown(poll, /\*\*5\*\* North\n.*\*\*4\*\* South/);
  });
});

describe("a tie", { concurrency: false }, () => {
  test("waits for the president, who alone may decide it, and is announced as such", async () => {
    await app.write(office, (work) =>
      setOfficer(work, { office: "President", reference: String(members[0]!.anglerId), year: 2026 }),
    );
    const poll = await club.make();
    await shown(poll);
    for (const [at, labels] of [
      ["North Lake", "Pier"],
      ["South Lake", "Dam"],
    ].entries()) {
      const choices = choose(poll, ...labels, "6:30 am to 2:30 pm");
      await app.write(members[at]!, (work) => castVote(work, { poll: String(poll.id), choices }));
    }
    await close("2026-03-15");
    await shown(poll, /with a tie: the president decides/);
    const asked = await club.shows("officers", ({ text }) =>
      /a tie between \*\*North Lake\*\* and \*\*South Lake\*\*/.test(text),
    );
    const officer = (person: typeof ann) => discord.giveRole(person, "officer");
    for (const person of [ann, bob]) officer(person);
    assert.match(
      (await bob.press(asked, "North Lake")).text,
      /^The president decides this tie, and nobody else/,
    );
    const south = poll.questions[0]!.options[1]!;
    const listed = { verb: "decide", of: poll.id, numbers: [1], picked: [String(south.id)] } as const;
    const read = (verb: Parameters<typeof app.read>[1]) => app.read(members[0]!, verb);
    const picked = await decideButtons[0]!.press({ actor: members[0], read } as unknown as Act, listed);
    assert.match(JSON.stringify(picked), /Decide the tie for \*\*South Lake\*\*/, "picked from a list");
    const sure = await ann.press(asked, "North Lake");
    assert.match(sure.text, /Decide the tie for \*\*North Lake\*\*\?/);
    const done = await ann.press(sure, "Yes, North Lake");
    assert.equal(done.text, "It is recorded, and everybody is told.");
    await shown(poll, /Lake: \*\*North Lake\*\*, decided by the president after a tie with South Lake/);
    await club.shows("officers", ({ text }) => /The tie is decided/.test(text));
    await assert.rejects(ann.press(sure, "Yes, North Lake"), /finds 0 buttons/);
  });
});

describe("the close", { concurrency: false }, () => {
  test("a press counts by its own moment, and until the count; who is late reads what stands", async () => {
    const poll = await where("In time?", until("2026-03-16"));
    const message = await shown(poll);
    await club.at("2026-03-16T17:59");
    await cal.press(message, "South");
    await club.at("2026-03-16T18:00:01");
    const at = "2026-03-16T17:59:59-05:00";
    assert.equal(firstLine(await ann.press(message, "North", { at, behind: true })), "Your vote is in.");
    const late = [];
    for (const person of [ann, bob]) late.push(await person.press(message, "South", { behind: true }));
    assert.deepEqual(late.map(firstLine), [
      "The poll is closed. Your vote stands.",
      "The poll is closed. You had not voted.",
    ]);
    await close("2026-03-16");
    assert.deepEqual(counts(await stands(poll)), { North: 1, South: 1 });
  });

  test("a press that was on its way while the line was down counts when it comes", async () => {
    const poll = await where("Line down?", until("2026-03-17"));
    const message = await shown(poll);
    await club.at("2026-03-17T17:59:59");
    discord.gateway.drop();
    const press = bob.press(message, "South");
    await club.at("2026-03-17T18:00:00");
    // Its answer may come too late for Discord; the vote does not.
    await shown(poll, /\b1 of 9 members/);
    assert.match(firstLine(await press), /^(Your vote is in\.)?$/);
    await close("2026-03-17");
    assert.deepEqual(counts(await stands(poll)), { North: 0, South: 1 });
  });
});

describe("what nobody is to know", { concurrency: false }, () => {
  test("until the close no request says how the votes stand", async () => {
    const poll = await where("Hidden until then", until("2026-03-18"));
    const message = await shown(poll);
    const { length } = discord.sent;
    for (const [at, person] of people.entries()) {
      await person.press(message, at % 3 === 0 ? "North" : "South");
      await shown(poll, new RegExp(`\\b${at + 1} of 9 members`));
    }
    const drawn = discord.sent
      .slice(length)
      .filter(({ method, url }) => method === "PATCH" && url.endsWith(message.id))
      .map(({ body }) => JSON.stringify(body).replace(/\d+ of 9 members ha(s|ve) voted/, ""));
    assert.equal(new Set(drawn).size, 1);
    await close("2026-03-18");
    await shown(poll, /\*\*6\*\* South 🏆\n.*\*\*3\*\* North/);
  });

  test("of a secret ballot nothing leads from the member to the choice", async () => {
    const poll = await where("Secretly", { ...until("2026-03-19"), secret: true });
    let ballot = await ann.press(await shown(poll), "Vote");
    ballot = await ann.choose(ballot, "Secretly", ["North"]);
    ballot = await ann.press(ballot, "Look over my ballot");
    const said = await ann.press(ballot, "Cast my secret ballot");
    assert.match(said.text, /^Your secret ballot is in, and final\./);
    assert.deepEqual(said.message?.buttons, []);
    discord.repeat();
    const again = await ann.press(await shown(poll, /1 of 9/), "Vote");
    assert.match(again.text, /^Your secret ballot is in already/);
    const rows = await app.read(office, (work) =>
      work.em.execute<object[]>(
        `select (select count(*)::int from ballot where poll_id = ?) as ballots,
                (select count(*)::int from ballot_request where poll_id = ?) as requests`,
        [poll.id, poll.id],
      ),
    );
    assert.deepEqual(rows, [{ ballots: 0, requests: 0 }]);
    await close("2026-03-19");
    const records = await app.read(office, (work) => listAudit(work, { verb: "castVote" }));
    assert.deepEqual(
      records.filter(({ after }) => JSON.stringify(after).includes("North")),
      [],
    );
  });
});
