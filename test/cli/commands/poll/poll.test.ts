import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PollShown } from "#core/polls/polls.service.ts";
import { command as cancel } from "../../../../cli/commands/poll/cancel.command.ts";
import { command as close } from "../../../../cli/commands/poll/close.command.ts";
import { command as create } from "../../../../cli/commands/poll/create.command.ts";
import { command as decide } from "../../../../cli/commands/poll/decide.command.ts";
import { command as edit } from "../../../../cli/commands/poll/edit.command.ts";
import { command as exported } from "../../../../cli/commands/poll/export.command.ts";
import { command as list } from "../../../../cli/commands/poll/list.command.ts";
import { command as open } from "../../../../cli/commands/poll/open.command.ts";
import { command as remind } from "../../../../cli/commands/poll/remind.command.ts";
import { command as reopen } from "../../../../cli/commands/poll/reopen.command.ts";
import { command as show } from "../../../../cli/commands/poll/show.command.ts";
import { command as verify } from "../../../../cli/commands/poll/verify.command.ts";
import { command as vote } from "../../../../cli/commands/poll/vote.command.ts";
import { command as withdraw } from "../../../../cli/commands/poll/withdraw.command.ts";
import { inputOf, testInputs, testOutputs } from "../../../support/command-steps.ts";
import { exampleClub } from "../../../support/example-club.ts";

testInputs("sabc poll", [
  ["list", list, ["--state", "open"], { state: "open" }],
  ["show", show, ["open"], { poll: "open" }],
  [
    "create location",
    create,
    ["location", "--lake", "travis", "--lake", "canyon: Marina, Ramp 22", "--hours", "6:30-15:00", "--live"],
    {
      kind: "location",
      tournament: "next",
      totals: "live",
      lakes: [{ lake: "travis" }, { lake: "canyon", ramps: ["Marina", "Ramp 22"] }],
      hours: [{ firstCast: "06:30", weighIn: "15:00" }],
    },
  ],
  [
    "create choice",
    create,
    [
      "choice",
      "--title",
      "Where?",
      "--option",
      "Hall",
      "--option",
      "Park",
      "--closes",
      "2026-12-01 18:00",
      "--majority",
    ],
    {
      kind: "choice",
      title: "Where?",
      options: ["Hall", "Park"],
      closes: { day: "2026-12-01", time: "18:00" },
      decision: "majority",
    },
  ],
  [
    "create election",
    create,
    [
      "election",
      "--year",
      "2027",
      "--office",
      "President: Ann Lee, Bob Cruz",
      "--closes",
      "2026-12-10 20:00",
    ],
    {
      kind: "election",
      year: 2027,
      offices: [{ office: "President", candidates: ["Ann Lee", "Bob Cruz"] }],
      closes: { day: "2026-12-10", time: "20:00" },
    },
  ],
  [
    "edit",
    edit,
    ["12", "--title", "Where in April?", "--closes", "2026-03-16 6 pm"],
    { poll: "12", title: "Where in April?", closes: { day: "2026-03-16", time: "18:00" } },
  ],
  ["open", open, ["12"], { poll: "12" }],
  ["close", close, [], {}],
  [
    "reopen",
    reopen,
    ["12", "--closes", "2026-03-16 18:00", "--reason", "server down"],
    { poll: "12", closes: { day: "2026-03-16", time: "18:00" }, reason: "server down" },
  ],
  ["cancel", cancel, ["12", "--reason", "lake closed"], { poll: "12", reason: "lake closed" }],
  [
    "decide",
    decide,
    ["12", "31", "--decided-by", "the coin"],
    { poll: "12", option: "31", decidedBy: "the coin" },
  ],
  [
    "decide by name",
    decide,
    ["12", "The hall", "--decided-by", "the coin"],
    { poll: "12", option: "The hall", decidedBy: "the coin" },
  ],
  [
    "vote",
    vote,
    ["open", "Ann", "Travis", "Dam", "--reason", "no signal"],
    { poll: "open", member: "Ann", options: ["Travis", "Dam"], reason: "no signal" },
  ],
  [
    "withdraw",
    withdraw,
    ["open", "Ann", "--reason", "mistake"],
    { poll: "open", member: "Ann", reason: "mistake" },
  ],
  ["remind", remind, ["open"], { poll: "open" }],
  ["verify", verify, ["12"], { poll: "12" }],
  ["export", exported, ["12"], { poll: "12" }],
]);

describe("sabc poll create and edit: what is not understood", () => {
  test("an edit that changes nothing", () => assert.rejects(inputOf(edit, ["12"]), { code: "missing" }));

  const wrong: [string, string[], string][] = [
    ["no kind", [], "missing"],
    ["a moment without a time", ["choice", "--closes", "2026-12-01"], "moment-not-understood"],
    ["hours that are one time", ["location", "--hours", "06:30"], "hours-not-understood"],
    ["two o'clock of a night", ["choice", "--closes", "2026-12-01 13 pm"], "moment-not-understood"],
    ["a year in words", ["election", "--year", "next"], "number-not-understood"],
  ];
  for (const [label, words, code] of wrong)
    test(label, () =>
      assert.rejects(inputOf(create, words), (error: { code: string }) => error.code === code),
    );
});

const option = { parentId: null, lakeId: null, rampId: null, anglerId: null, firstCast: null, weighIn: null };
const poll: PollShown = {
  id: 12,
  kind: "choice",
  title: "Where?",
  state: "tied",
  opensAt: "2026-12-01T06:00:00-06:00",
  closesAt: "2026-12-05T18:00:00-06:00",
  secret: false,
  bylaw: false,
  totals: "after-close",
  tournament: null,
  year: null,
  turnout: { voted: 4, members: 31 },
  description: null,
  decision: "plurality",
  tie: "president",
  cancelled: null,
  questions: [
    {
      id: 7,
      prompt: "Where?",
      asks: null,
      office: null,
      options: [
        { ...option, id: 31, label: "Hall", votes: 2, counts: true },
        { ...option, id: 32, label: "Park", votes: 2, counts: true },
      ],
      verdict: "tied",
      winner: null,
      tied: [31, 32],
      byRuling: false,
    },
  ],
  revision: 1,
};
const cast = {
  poll,
  outcome: "recorded" as const,
  choices: [],
  previous: [],
  receipts: [],
};
const facts =
  "Id\t12\nTitle\tWhere?\nKind\tchoice\nState\ttied\nTournament\t\nYear\t\nOpens\t2026-12-01 06:00\nCloses\t2026-12-05 18:00\n" +
  "Ballots\tchangeable until it closes\nCounts\tshown after it closes\nDecision\tmost ballots win\nVoted\t4 of 31\nCancelled\t\n";
const shown = `${facts}\nWhere?: a tie\n31\tHall\t\t2\ttied\n32\tPark\t\t2\ttied\n`;
const next =
  "Where?: the president decides between Hall (31) and Park (32): sabc poll decide 12 OPTION --decided-by NAME.";

testOutputs("sabc poll", [
  [
    "list",
    list.output([poll], {}),
    { stdout: "12\tWhere?\tchoice\ttied\t2026-12-01 06:00\t2026-12-05 18:00\t4 of 31\tno\n", said: [] },
  ],
  [
    "list nothing",
    list.output([], {}),
    { stdout: "", said: ["There are no polls. Make one: sabc poll create location --tournament next."] },
  ],
  ["show", show.output({ shown: poll, history: null }, { poll: "12" }), { stdout: shown, said: [next] }],
  ["create", create.output(poll, {} as never), { stdout: shown, said: ["Made poll 12: Where?.", next] }],
  ["edit", edit.output(poll, {} as never), { stdout: shown, said: ["Changed poll 12.", next] }],
  ["open", open.output(poll, {} as never), { stdout: shown, said: ["Poll 12 is open.", next] }],
  ["reopen", reopen.output(poll, {} as never), { stdout: shown, said: ["Poll 12 is open again.", next] }],
  ["cancel", cancel.output(poll, {} as never), { stdout: shown, said: ["Poll 12 is cancelled.", next] }],
  ["close nothing", close.output([], {}), { stdout: "", said: ["No poll waits to be counted."] }],
  [
    "close",
    close.output([poll], {}),
    { stdout: "12\tWhere?\tchoice\ttied\t2026-12-01 06:00\t2026-12-05 18:00\t4 of 31\tno\n", said: [] },
  ],
  [
    "decide",
    decide.output(poll, { poll: "12", option: 31, decidedBy: "the coin" }),
    { stdout: shown, said: ["Recorded, decided by the coin.", next] },
  ],
  [
    "vote",
    vote.output(
      { vote: cast, name: "Ann Lee", chosen: ["Hall"] },
      { poll: "12", member: "ann@club.example", options: ["31"], reason: "no signal" },
    ),
    {
      stdout: "",
      said: ["Recorded for Ann Lee: Hall. They are told, and may change it until 2026-12-05 18:00."],
    },
  ],
  [
    "withdraw",
    withdraw.output(cast, { poll: "12", member: "Ann Lee", reason: "mistake" }),
    { stdout: "", said: ["Taken back: Ann Lee has no ballot now."] },
  ],
  [
    "remind nobody",
    remind.output({ reminded: 0 }, { poll: "12" }),
    { stdout: "", said: ["Nobody is left to remind."] },
  ],
  [
    "remind",
    remind.output({ reminded: 2 }, { poll: "12" }),
    {
      stdout: "",
      said: ["2 members who did not vote: a mail goes to each that was not reminded before."],
    },
  ],
  [
    "verify",
    verify.output({ poll: { id: 12, title: "Where?" }, ok: true, problems: [], hash: "ab" }, { poll: "12" }),
    { stdout: "", said: ["Where?: counted again, and it is what was stored."] },
  ],
  [
    "verify what was changed",
    verify.output(
      {
        poll: { id: 12, title: "Where?" },
        ok: false,
        problems: ["The answers are not those that were counted."],
        hash: "ab",
      },
      { poll: "12" },
    ),
    {
      stdout: "The answers are not those that were counted.\n",
      said: ["Where? does not agree with what was stored."],
      exitCode: 5,
    },
  ],
  [
    "export of a poll in which nobody voted",
    exported.output({ poll: { id: 12, title: "Where?" }, hash: "ab", answers: [] }, { poll: "12" }),
    { stdout: "", said: ["Nobody voted: there is no answer."] },
  ],
  [
    "export",
    exported.output(
      {
        poll: { id: 12, title: "Where?" },
        hash: "ab",
        answers: [{ question: "Where?", option: "Hall", receipt: "7KQ2" }],
      },
      { poll: "12" },
    ),
    { stdout: "Where?\tHall\t7KQ2\n", said: [] },
  ],
]);

describe("sabc poll on a club", async () => {
  const club = await exampleClub();

  test("a poll is made, opened, voted in by proxy, and found by the word open", async () => {
    await club("member", "add", "Pat Paid");
    const due = await club("dues", "pay", "Pat Paid", "--method", "cash", "--json");
    assert.equal(due.code, 0, due.stderr);
    const made = await club(
      "poll",
      "create",
      "choice",
      "--title",
      "Where?",
      "--option",
      "Hall",
      "--option",
      "Park",
      "--closes",
      "2099-12-05 18:00",
    );
    assert.equal(made.code, 0, made.stderr);
    const voted = await club("poll", "vote", "open", "pat paid", "hall", "--reason", "no signal");
    assert.deepEqual([voted.code, voted.stderr.split(".")[0]], [0, "Recorded for Pat Paid: Hall"]);
    const { stdout } = await club("poll", "show", "open", "--json");
    const { turnout, questions } = JSON.parse(stdout).poll;
    assert.deepEqual([turnout.voted, questions[0].options[0].votes], [1, null]);
  });

  const refused: [string, string[], number, RegExp][] = [
    [
      "an option that is not there",
      ["vote", "open", "Pat Paid", "Hal", "--reason", "x"],
      5,
      /has voted already/,
    ],
    ["a poll that is not there", ["show", "99"], 3, /There is no poll "99"/],
    ["who is no member", ["vote", "open", "Nobody", "Hall", "--reason", "x"], 3, /Nobody/],
    [
      "no end",
      ["create", "choice", "--title", "W", "--option", "a", "--option", "b"],
      4,
      /When it closes is missing/,
    ],
    [
      "one option",
      ["create", "choice", "--title", "W", "--option", "a", "--closes", "2099-01-01 18:00"],
      4,
      /two options/,
    ],
    [
      "a close that is over",
      ["create", "yes-no", "--title", "W", "--closes", "2020-01-01 18:00"],
      4,
      /before it opens|closed already/,
    ],
    ["a tie where there is none", ["decide", "open", "1", "--decided-by", "x"], 5, /waits for no decision/],
    ["counting before the close", ["verify", "open"], 5, /not counted yet/],
    ["looking before the close", ["export", "open"], 5, /not counted yet/],
    ["calling off without saying so", ["cancel", "open", "--reason", "x"], 2, /--yes/],
  ];
  for (const [label, words, code, says] of refused) {
    test(`refuses ${label}`, async () => {
      const end = await club("poll", ...words);
      assert.deepEqual([end.code, end.stdout], [code, ""]);
      assert.match(end.stderr, says);
    });
  }

  test("called off, it is not open any more", async () => {
    assert.equal((await club("poll", "cancel", "open", "--reason", "the hall burned", "--yes")).code, 0);
    assert.equal((await club("poll", "show", "open")).code, 3);
  });
});
