import { clock } from "#core/actor.ts";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { addMembers } from "#core/membership/membership.service.ts";
import { setOfficer } from "#core/membership/officers.service.ts";
import { recordDues } from "#core/membership/pay-dues.service.ts";
import { createPoll } from "#core/polls/create-poll.service.ts";
import type { CreatePoll } from "#core/polls/polls.schemas.ts";
import { castProxy } from "#core/polls/proxy.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { castVote } from "#core/polls/vote.service.ts";
import { conflict, DomainError, notFound } from "#core/errors.ts";
import { refusalFace } from "../../bot/errors.ts";
import { type BotClub, botClub } from "./bot-club.ts";
import type { Person } from "./discord/person.ts";
import { textOfFace } from "./faces.ts";
import { choose, office } from "./poll-club.ts";
import { holdTournament } from "./small-club.ts";
import { livePoll, type Scene } from "./poll-life.ts";
import { cellOf, lookOf, offeredBy, type Seen } from "./poll-looks.ts";

/** What people see of one kind of poll. */
export interface Chapter {
  title: string;
  scenes: Scene[];
}

/** What is said, and to whom or when. */
export interface Said {
  when: string;
  words: string;
}

/** Every kind of poll as those see it who are there, and what is said where there is nothing to show. */
export async function livePolls(): Promise<{ chapters: Chapter[]; said: Said[] }> {
  const club = await botClub({ members: ["Ann Lee", "Bob Cruz", "Cal Dunn", "Dee Fox", "Eve Gray"] });
  await holdTournament(club.app, {
    day: "2025-03-23",
    rules: "sabc-team",
    state: "official",
    lake: "south",
    boats: [
      { crew: ["Ann Lee", "Bob Cruz"], bags: [{ fish: 5, weight: "14.95", big: "5.10" }] },
      { crew: ["Cal Dunn", "Dee Fox"], bags: [{ fish: 0, weight: "0" }] },
    ],
  });
  const where = await livePoll(club);
  const said: Said[] = [];
  const theirs: Theirs = {
    club,
    people: club.people as Theirs["people"],
    say: (when, seen) =>
      void said.push({ when, words: typeof seen === "string" ? seen : cellOf(club, seen) }),
    make: (poll) => club.app.write(office, (work) => createPoll(work, poll)),
    shown: (words, channel = "votes") => club.shows(channel, ({ text }) => words.test(text)),
  };
  await sayWhoMayNot(theirs);
  const [yesNo, tie] = [await liveYesNo(theirs), await liveTie(theirs)];
  const election = await liveElection(theirs);
  await club.at("2026-03-18T18:00:06");
  await closeDuePolls(club.app, { actor: clock });
  const chapters = [
    { title: "Where to fish", scenes: where },
    { title: "Yes or no", scenes: await yesNo() },
    { title: "A tie", scenes: await tie() },
    { title: "A secret election", scenes: await election() },
  ];
  sayTrouble(theirs);
  return { chapters, said };
}

interface Theirs {
  club: BotClub;
  people: [Person, Person, Person, Person, Person];
  say: (when: string, seen: Seen | string) => void;
  make: (poll: CreatePoll) => ReturnType<typeof createPoll>;
  shown: (words: RegExp, channel?: string) => ReturnType<BotClub["shows"]>;
}

/** Collects what is seen, and goes on after the close. */
function scenesOf({ club }: Theirs) {
  const scenes: Scene[] = [];
  const scene = (title: string, seen: Seen): void => void scenes.push({ title, look: lookOf(club, seen) });
  return { scenes, scene };
}

const closes = { day: "2026-03-18", time: "18:00" };

async function liveYesNo(theirs: Theirs) {
  const { club, people, say, make, shown } = theirs;
  const { app, members } = club;
  const [ann, bob, cal, dee] = people;
  const { scenes, scene } = scenesOf(theirs);
  const poll = await make({ kind: "yes-no", title: "A second pot?", closes });
  const open = await shown(/A second pot/);
  scene("Few and short answers stand under the question: one press is the vote.", open);
  scene("A member presses Yes,", await ann.press(open, "Yes"));
  scene("presses it again,", await ann.press(open, "Yes"));
  const changed = await ann.press(open, "No");
  scene("thinks better of it,", changed);
  scene("and would rather not vote.", await ann.press(changed, "Withdraw my vote"));
  await app.write(office, (work) =>
    castProxy(work, {
      poll: String(poll.id),
      member: String(members[3]!.anglerId),
      options: ["Yes"],
      reason: "asked by phone",
    }),
  );
  say("An officer entered a vote for the member, who presses My vote", await dee.press(open, "My vote"));
  say("No vote yet, and My vote", await ann.press(open, "My vote"));
  for (const [voter, label] of [
    [1, "Yes"],
    [2, "No"],
  ] as const)
    await app.write(members[voter]!, (work) =>
      castVote(work, { poll: String(poll.id), choices: choose(poll, label) }),
    );
  const last = await shown(/A second pot[\s\S]*3 of 5 members have voted/);
  return async () => {
    scene("The close,", await shown(/## A second pot[\s\S]*🏆/));
    scene("and the reply.", await shown(/^### A second pot/));
    say("Too late, with a vote", await bob.press(last, "No", { behind: true }));
    say("Too late, without one", await ann.press(last, "No", { behind: true }));
    say("My vote after the close", await cal.press(last, "My vote", { behind: true }));
    return scenes;
  };
}

async function liveTie(theirs: Theirs) {
  const { club, people, say, make, shown } = theirs;
  const { app, members, discord } = club;
  const [ann, bob] = people;
  const { scenes, scene } = scenesOf(theirs);
  await app.write(office, (work) =>
    setOfficer(work, { office: "President", reference: String(members[0]!.anglerId), year: 2026 }),
  );
  discord.giveRole(bob, "officer");
  const options = ["The hall", "The park", "The boat ramp"];
  const poll = await make({ kind: "choice", title: "Where is the banquet?", options, closes });
  for (const [voter, label] of options.slice(0, 2).entries())
    await app.write(members[voter]!, (work) =>
      castVote(work, { poll: String(poll.id), choices: choose(poll, label) }),
    );
  return async () => {
    scene("Two have as many votes at the close.", await shown(/## Where is the banquet[\s\S]*with a tie/));
    const asked = await shown(/The president decides/, "officers");
    scene("The officers' channel asks the president,", asked);
    say("Another officer presses what the president decides", await bob.press(asked, "The park"));
    const sure = await ann.press(asked, "The park");
    scene("who presses one of the tied", sure);
    scene("and says so again.", await ann.press(sure, "Yes, The park"));
    scene("Everybody reads it,", await shown(/^### Where is the banquet[\s\S]*by the president/));
    scene("in the poll too,", await shown(/## Where is the banquet[\s\S]*🏆/));
    scene("and the officers' channel asks no more.", await shown(/The tie is decided/, "officers"));
    return scenes;
  };
}

async function liveElection(theirs: Theirs) {
  const { club, people, say, make, shown } = theirs;
  const { app, members } = club;
  const [, bob] = people;
  const { scenes, scene } = scenesOf(theirs);
  const poll = await make({
    kind: "election",
    year: 2027,
    closes,
    offices: [
      { office: "President", candidates: ["Ann Lee", "Bob Cruz", "Cal Dunn"] },
      { office: "Secretary", candidates: ["Dee Fox"] },
    ],
  });
  const open = await shown(/Officers of 2027/);
  scene("Its message.", open);
  let ballot = await bob.press(open, "Vote");
  scene("A list for each office;", ballot);
  scenes.push({
    title: "each voter has the candidates in an order of their own.",
    look: ballot.message!.selects.map(offeredBy).join("\n"),
  });
  ballot = await bob.choose(ballot, "President", ["Cal Dunn"]);
  scene("One office is answered,", ballot);
  ballot = await bob.press(ballot, "Look over my ballot");
  scene("the ballot looked over,", ballot);
  scene("and cast.", await bob.press(ballot, "Cast my secret ballot"));
  say("A secret ballot is in, and Vote again", await bob.press(open, "Vote"));
  say("A secret ballot is in, and My vote", await bob.press(open, "My vote"));
  const choices = choose(poll, "Cal Dunn", "Dee Fox");
  await app.write(members[4]!, (work) => castVote(work, { poll: String(poll.id), choices }));
  return async () => {
    const counted = await shown(/## Officers of 2027[\s\S]*🏆/);
    scene("The close,", counted);
    scene("the reply,", await shown(/^### Officers of 2027/));
    scene(
      "and what All answers gives to members: each finds their own, and may count again.",
      await bob.press(counted, "All answers"),
    );
    return scenes;
  };
}

/** Presses of people who may not vote. */
async function sayWhoMayNot({ club, people: [, , , , eve], say, make, shown }: Theirs): Promise<void> {
  const { app, discord } = club;
  const linked = await app.write(office, async (work) => {
    const joinedOn = "2024-01-01";
    const found = await addMembers(work, {
      members: [
        { name: "Gus Guest", status: "guest", joinedOn },
        { name: "Una Unpaid", status: "member", joinedOn },
        { name: "Max Late", status: "member", joinedOn },
      ],
    });
    await recordDues(work, {
      payments: [{ angler: String(found[2]!.id), method: "cash", paidOn: "2025-01-10", year: 2025 }],
    });
    const accounts = found.map(({ name }) => discord.member({ name }));
    for (const [at, { id }] of found.entries())
      await linkDiscord(work, { angler: String(id), discordId: accounts[at]!.id });
    return accounts as [Person, Person, Person];
  });
  await make({ kind: "yes-no", title: "Who may vote?", closes });
  const open = await shown(/Who may vote/);
  say("The account is linked to nobody", await discord.member({ name: "Sly Stranger" }).press(open, "Yes"));
  say("Not a member", await linked[0].press(open, "Yes"));
  say("Never paid dues", await linked[1].press(open, "Yes"));
  say("Dues ran out", await linked[2].press(open, "Yes"));
  discord.giveRole(eve, "officer");
  say(
    "An officers' command by who is none in the club",
    await eve.command(discord.channel("officers"), "poll close"),
  );
}

/** What cannot be brought about by a press here, or was elsewhere: the words that a press then gets. */
function sayTrouble({ club, say }: Theirs): void {
  const gone = (code: string) => new DomainError("unavailable", { code, sentence: "…" });
  const table: [when: string, error: unknown][] = [
    ["Not open yet", conflict("poll-not-open-yet", "…", { opensAt: "2026-03-12T06:00:00-05:00" })],
    ["Called off", conflict("poll-cancelled", "…")],
    ["An option is not offered any more", conflict("option-not-offered", "…")],
    ["A button of long ago", notFound("not-ours", "…")],
    ["The club's database is away", gone("database-away")],
    ["It went away in the middle of a vote", gone("vote-unknown")],
    ["A fault of ours", new Error("…")],
  ];
  for (const [when, error] of table) {
    const face = refusalFace(error, { reference: "180000000000000001", discordId: "" });
    say(when, lookOf(club, { text: textOfFace(face), selects: [], buttons: [], files: [] } as never));
  }
}
