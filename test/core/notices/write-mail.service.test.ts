import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { type FactsOf, type Purpose, purposes } from "#core/notices/notices.schemas.ts";
import { writeMail } from "#core/notices/write-mail.service.ts";

const hostile = `<script>alert("x")</script>' onload='y' [a](javascript:z)`;
const day = { firstDay: "2026-03-21", lastDay: "2026-03-22" };
const poll = { poll: 4, title: "Where to fish: March" };
type Facts = { [P in Purpose]: FactsOf<P> };

const plain: Facts = {
  "dues-receipt": {
    payment: 12,
    cents: 2500,
    method: "venmo",
    paidOn: "2027-01-03",
    coversFrom: "2027-01-01",
    coversTo: "2027-12-31",
  },
  "dues-reminder": { year: 2027, cents: 2500, paidThrough: "2026-12-31" },
  "event-cancelled": { event: "March", ...day, reason: "Lightning all weekend" },
  "event-restored": { event: "March", ...day, startsAt: "06:30", reason: null },
  "event-moved": {
    event: "March",
    from: day,
    to: { firstDay: "2026-03-29", lastDay: "2026-03-29" },
    startsAt: "06:30",
    reason: null,
  },
  "results-official": {
    tournament: "2026-03",
    name: "March",
    firstDay: "2026-03-22",
    podium: [
      { place: 1, crew: "Ann Lee + Bob Cruz", weight: "14.95 lb" },
      { place: 2, crew: "Cal Cove", weight: "9.75 lb" },
    ],
    bigBass: { crew: "Cal Cove", weight: "5.10 lb" },
  },
  "member-approved": { from: "2026-03-22" },
  "poll-opened": { ...poll, description: "South Lake is **low**.", closesAt: "2026-03-15T18:00:00-05:00" },
  "poll-closing-soon": { ...poll, description: null, closesAt: "2026-03-15T18:00:00-05:00" },
  "poll-closed": {
    ...poll,
    lines: ["Lake: North Lake, 9 of 15 ballots", "Hours: 6:30 am to 2:30 pm, 8 of 15 ballots"],
    voted: 15,
    members: 31,
    tied: false,
  },
  "proxy-ballot": {
    ...poll,
    by: "Wes Officer",
    choices: "North Lake; Pier",
    closesAt: "2026-03-15T18:00:00-05:00",
  },
  "discord-code": { code: "041907", discordName: "ann.lee", validUntil: "2026-03-15T18:10:00-05:00" },
  "not-announced": { what: "March on Sun 22 Mar 2026 is cancelled", failure: "the channel is gone" },
  news: {
    slug: "banquet",
    title: "Banquet",
    body: "Come **all**: [the hall](https://hall.example/?a=1&b=2).\n\n- food\n- prizes\n",
  },
};

const write = (purpose: string, facts: unknown, name = "Ann Lee") =>
  writeMail({
    purpose,
    facts,
    recipient: name,
    club: { name: "Lake Club" },
    publicUrl: new URL("https://club.example"),
    token: "t0k",
  });

/** What a mail says between its greeting and its end, with what every mail of a category ends in. */
const said = (purpose: Purpose): string[] => {
  const { subject, text } = write(purpose, plain[purpose]);
  const [greeting, ...rest] = text.trimEnd().split("\n\n");
  assert.equal(greeting, "Hello Ann Lee,");
  assert.equal(rest.at(-2), "Tight lines,\nLake Club");
  return [subject, ...rest.slice(0, -2)];
};

describe("what each mail says", () => {
  const table: [Purpose, string[]][] = [
    [
      "dues-receipt",
      [
        "Dues received: $25.00",
        "Thank you: we have your dues, $25.00 by Venmo on Sun 3 Jan 2027. They cover\nyou from Fri 1 Jan 2027 through Fri 31 Dec 2027.",
        "This is number 12 in the club's books. If anything is not right, answer this\nmail.",
      ],
    ],
    [
      "dues-reminder",
      [
        "Your club dues for 2027",
        "You are paid through Thu 31 Dec 2026. Your dues for 2027 are open: $25.00.",
        "Pay at the next meeting or at the ramp: cash, Venmo or check. Members who\nare paid up vote in the club's polls.",
        "Paid these days? Then this mail and your payment crossed, and all is well.",
      ],
    ],
    [
      "event-cancelled",
      [
        "Cancelled: March, Sat 21 Mar 2026 – Sun 22 Mar 2026",
        "March on Sat 21 Mar 2026 – Sun 22 Mar 2026 is cancelled.",
        "Why: Lightning all weekend",
        "What comes next: https://club.example/",
      ],
    ],
    [
      "event-restored",
      [
        "After all: March is on Sat 21 Mar 2026 – Sun 22 Mar 2026, 6:30 am",
        "March takes place after all, on Sat 21 Mar 2026 – Sun 22 Mar 2026, 6:30 am.\nIt is not cancelled any more.",
        "What comes next: https://club.example/",
      ],
    ],
    [
      "event-moved",
      [
        "Moved: March is on Sun 29 Mar 2026, 6:30 am",
        "March is not on Sat 21 Mar 2026 – Sun 22 Mar 2026. It is on Sun 29 Mar 2026,\n6:30 am.",
        "What comes next: https://club.example/",
      ],
    ],
    [
      "results-official",
      [
        "Official: the results of March",
        "The results of March on Sun 22 Mar 2026 are official and count for the\nseason.",
        "- 1st: Ann Lee + Bob Cruz, 14.95 lb\n- 2nd: Cal Cove, 9.75 lb",
        "Big bass: Cal Cove, 5.10 lb",
        "All results, and why they are what they are:\nhttps://club.example/tournaments/2026-03",
      ],
    ],
    [
      "member-approved",
      [
        "Welcome to Lake Club",
        "You are a member of the club from Sun 22 Mar 2026 on. Welcome aboard!",
        "Come to the next meeting or tournament. When and where:\nhttps://club.example/",
      ],
    ],
    [
      "poll-opened",
      [
        "Vote: Where to fish: March",
        "Where to fish: March is open. It closes on Sun 15 Mar 2026, 6:00 pm.",
        "South Lake is low.",
        "Vote on the club's Discord server; an officer helps if you cannot. You may\nchange your mind until the close, unless the ballot is secret.",
      ],
    ],
    [
      "poll-closing-soon",
      [
        "Closing soon: Where to fish: March",
        "You have not voted yet: Where to fish: March closes on Sun 15 Mar 2026, 6:00\npm.",
        "Vote on the club's Discord server; an officer helps if you cannot.",
      ],
    ],
    [
      "poll-closed",
      [
        "Decided: Where to fish: March",
        "Where to fish: March is counted: 15 of 31 members voted.",
        "- Lake: North Lake, 9 of 15 ballots\n- Hours: 6:30 am to 2:30 pm, 8 of 15 ballots",
      ],
    ],
    [
      "proxy-ballot",
      [
        "A vote was entered for you: Where to fish: March",
        "Wes Officer has entered a vote for you in Where to fish: March: North Lake;\nPier.",
        "Not what you meant? Until Sun 15 Mar 2026, 6:00 pm you may change it\nyourself on the club's Discord server; then it is your own.",
      ],
    ],
    [
      "discord-code",
      [
        "Your code for the club's Discord server",
        "Somebody asked to link the Discord account ann.lee to your record in the\nclub. If that is you, this is your code:",
        "041907",
        "Enter it on the club's Discord server, under “Enter the code”. It is good\nuntil Sun 15 Mar 2026, 6:10 pm.",
        "Is that not you? Then do nothing, and tell nobody the code: without it\nnothing is linked. No officer ever asks for it.",
      ],
    ],
    [
      "not-announced",
      [
        "Not announced on Discord: March on Sun 22 Mar 2026 is cancelled",
        "The bot could not say this in the club's channel: March on Sun 22 Mar 2026\nis cancelled.",
        "Discord's answer: the channel is gone.",
        "Tell the members another way. Which channel is for what, and whether the bot\nmay write there, says /club check on Discord, or sabc discord check.",
      ],
    ],
    [
      "news",
      [
        "Banquet",
        "Banquet",
        "Come all: the hall: https://hall.example/?a=1&b=2.",
        "- food\n- prizes",
        "On the club's site: https://club.example/news/banquet",
      ],
    ],
  ];
  for (const [purpose, says] of table) test(purpose, () => assert.deepEqual(said(purpose), says));

  test("every purpose has one, and every one a purpose", () => {
    const files = readdirSync("core/notices/mails").map((file) => file.replace(/\.eta$/, ""));
    assert.deepEqual(files.toSorted(), [...purposes, "layout"].toSorted());
    assert.deepEqual(table.map(([purpose]) => purpose).toSorted(), purposes.toSorted());
  });

  const turns: [string, string, unknown, RegExp][] = [
    [
      "waived dues",
      "dues-receipt",
      { ...plain["dues-receipt"], cents: 0, method: "waived" },
      /^Hello Ann Lee,\n\nThe club waived your dues on Sun 3 Jan 2027\./,
    ],
    [
      "who never paid",
      "dues-reminder",
      { ...plain["dues-reminder"], paidThrough: null },
      /^Hello Ann Lee,\n\nYour dues for 2027 are open/,
    ],
    [
      "another time on the same day",
      "event-moved",
      { ...plain["event-moved"], to: day },
      /March has another time\. It is on Sat 21 Mar 2026 – Sun 22 Mar 2026, 6:30\s+am\./,
    ],
    [
      "nobody caught",
      "results-official",
      { ...plain["results-official"], podium: [], bigBass: null },
      /The fish won: nobody weighed one in\.\n\nAll results/,
    ],
  ];
  for (const [label, purpose, facts, says] of turns) {
    test(label, () => assert.match(write(purpose, facts).text, says));
  }
});

describe("hostile facts", () => {
  const spoilt: Partial<Facts> = {
    "event-cancelled": { ...plain["event-cancelled"], event: hostile, reason: hostile },
    "event-restored": { ...plain["event-restored"], event: hostile, reason: hostile },
    "event-moved": { ...plain["event-moved"], event: hostile, reason: hostile },
    "results-official": {
      ...plain["results-official"],
      name: hostile,
      podium: [{ place: 1, crew: hostile, weight: hostile }],
      bigBass: { crew: hostile, weight: hostile },
    },
    news: {
      slug: "x",
      title: hostile,
      body: `${hostile}\n\n![p](https://evil.example/p.png) <img src=https://evil.example/p.png> [x](data:text/html,x) [y](JaVaScRiPt:z) [z](//evil.example) <a href="https://evil.example" onclick="x">w</a>`,
    },
  };
  for (const [purpose, facts] of Object.entries(spoilt)) {
    test(`are text and no more in ${purpose}`, () => {
      const { html, text, subject } = write(purpose, facts, hostile);
      const tags = html.match(/<[^>]+>/g) ?? [];
      assert.deepEqual(
        tags.filter((tag) => /^<\/?(script|img|iframe|object)|\son\w+=|href="(?!https:\/\/)/i.test(tag)),
        [],
      );
      assert.ok(text.includes(`<script>alert("x")</script>`));
      assert.ok(purpose !== "news" || subject === hostile);
      assert.doesNotMatch(text, /&#?\w+;/);
    });
  }

  test("facts of another purpose, or of none, make no mail", () => {
    assert.throws(() => write("dues-receipt", plain["dues-reminder"]));
    for (const purpose of ["layout", "constructor", "../layout", "password-reset-of-old"])
      assert.throws(() => write(purpose, {}));
  });
});
