import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LakeShown } from "#core/lakes/lakes.service.ts";
import type { MemberShown } from "#core/membership/roster.service.ts";
import { categories } from "#core/notices/notices.schemas.ts";
import type { PlaceHeld } from "#core/polls/place-history.service.ts";
import type { LocationPollDefaults } from "#core/polls/poll-defaults.service.ts";
import type { PollShown } from "#core/polls/polls.service.ts";
import { channelsFace, checkFace } from "../../../bot/messages/club.message.ts";
import { draftFace, draftMadeFace } from "../../../bot/messages/draft.message.ts";
import { helpFace } from "../../../bot/messages/help.message.ts";
import {
  cancelForm,
  editForm,
  fitsForm,
  reopenForm,
  voteForForm,
} from "../../../bot/messages/keep-poll.message.ts";
import {
  codeAskedFace,
  codeForm,
  emailForm,
  linkedAlreadyFace,
  linkedFace,
  noMailFace,
  unlinkedFace,
  wrongCodeFace,
} from "../../../bot/messages/link.message.ts";
import { meFace } from "../../../bot/messages/me.message.ts";
import { choiceForm, electionForm, locationForm, yesNoForm } from "../../../bot/messages/new-poll.message.ts";
import { hostileNames, mustBeTaken, mustOpen, textOfFace } from "../../support/faces.ts";
import { historyInShort, historyLines } from "../../../bot/messages/place-history.message.ts";
import { january } from "../../support/tournament-shown.ts";

const ann: MemberShown = {
  id: 7,
  name: "Ann Lee",
  publicName: "Ann Lee",
  email: "ann@club.example",
  phone: null,
  joinedOn: "2024-01-01",
  status: "member",
  since: "2024-01-01",
  paidThrough: "2026-12-31",
  current: true,
  aliases: [],
  roles: [],
  offices: [],
  statuses: [],
  dues: [],
  erasedOn: null,
};
const mails = categories.map((category) => ({ category, about: category, wanted: category !== "news" }));
const me = (more: Partial<MemberShown>) =>
  textOfFace(meFace({ me: { ...ann, ...more }, standings: null, mails }));

describe("one's own page", () => {
  const table: [string, Partial<MemberShown>, string][] = [
    [
      "paid",
      {},
      "You are a member since Mon 1 Jan 2024. Your dues are paid through Thu 31 Dec 2026; you vote.",
    ],
    [
      "dues that ran out",
      { paidThrough: "2025-12-31", current: false },
      "You are a member since Mon 1 Jan 2024. Your dues ran out on Wed 31 Dec 2025: pay the treasurer, then you vote.",
    ],
    [
      "dues never paid",
      { paidThrough: null, current: false },
      "You are a member since Mon 1 Jan 2024. You have not paid dues yet: pay the treasurer, then you vote.",
    ],
    ["a guest", { status: "guest", current: false }, "You are a guest of the club: members vote."],
    ["an applicant", { status: "applicant", current: false }, "Your application waits for an officer."],
    ["a former member", { status: "former", current: false }, "You are not a member any more."],
    ["nobody yet", { status: null, current: false }, "You are not a member of the club."],
  ];
  for (const [label, more, says] of table)
    test(`tells ${label}`, () => assert.equal(me(more).split("\n")[1], says));

  test("says that no mail can come where there is no address", () => {
    assert.match(
      me({ email: null }),
      /\nThe club has no e-mail address of yours, so it sends you no mail\.$/,
    );
  });

  test("offers every kind of mail, with what is wanted chosen", () => {
    const [, row] = meFace({ me: ann, standings: null, mails }).components as unknown as [
      unknown,
      {
        components: {
          min_values: number;
          max_values: number;
          options: { value: string; default: boolean }[];
        }[];
      },
    ];
    const { min_values: least, max_values: most, options } = row.components[0]!;
    assert.deepEqual([least, most], [0, categories.length]);
    assert.deepEqual(
      options.filter((option) => !option.default).map(({ value }) => value),
      ["news"],
    );
  });
});

describe("linking", () => {
  test("tells how often a code may still be tried, and what is next", () => {
    assert.deepEqual(
      [4, 1, 0].map((triesLeft) => textOfFace(wrongCodeFace({ triesLeft }))),
      [
        "That is not the code. You may try 4 more times.",
        "That is not the code. You may try once more.",
        "That is not the code, and it was the last try. Ask for a new one.",
      ],
    );
  });
});

describe("help", () => {
  test("tells officers of their commands, and nobody else", () => {
    assert.doesNotMatch(textOfFace(helpFace({ club: "C", officer: false })), /\/poll create/);
    assert.match(textOfFace(helpFace({ club: "C", officer: true })), /\*\*\/poll create\*\*/);
  });
});

describe("whether the bot has all it needs", () => {
  test("is said line by line, with what to do", () => {
    const face = checkFace({
      checked: [
        { purpose: "polls", channel: "180000000000000001", missing: ["SendMessages"] },
        { purpose: "officers", channel: null, missing: null },
      ],
      lacking: ["CreateEvents"],
      beyond: "180000000000000002",
      mail: false,
      linked: 1,
      members: 3,
      lost: [{ poll: 4, reason: "channel-gone" }],
    });
    assert.deepEqual(textOfFace(face).split("\n"), [
      "⚠️ In <#180000000000000001> (**polls**) the bot lacks: Send Messages.",
      "⚠️ No channel is set for **officers**: **/club channels**.",
      "⚠️ On the server the bot lacks: Create Events. Give them to its role.",
      "⚠️ The bot cannot give <@&180000000000000002>: move its own role above that one, or set another by **/club member-role**.",
      "⚠️ Mail is not set up: members cannot link themselves; use **/club link-member**.",
      "ℹ️ 1 of 3 members who may vote are linked.",
      "⚠️ Poll `4` is not kept up in its channel (channel-gone): **/poll repost**.",
    ]);
  });
});

const pollWith = (name: string, questions: number, options: number): PollShown => ({
  id: 9,
  kind: "location",
  title: name.slice(0, 120),
  state: "open",
  opensAt: "2026-03-12T06:00:00-05:00",
  closesAt: "2026-03-15T18:00:00-05:00",
  secret: false,
  bylaw: false,
  totals: "after-close",
  tournament: null,
  year: null,
  turnout: { voted: 3, members: 9 },
  description: name.repeat(10),
  decision: "plurality",
  tie: "president",
  cancelled: null,
  revision: 1,
  questions: Array.from({ length: questions }, (_, at) => ({
    id: at + 1,
    prompt: name.slice(0, 120),
    asks: null,
    office: null,
    verdict: null,
    winner: null,
    tied: [],
    byRuling: false,
    options: Array.from({ length: options }, (__, place) => ({
      id: at * 100 + place + 1,
      label: name.slice(0, 80),
      parentId: at === 1 ? 1 : null,
      votes: null,
      counts: true,
    })),
  })) as unknown as PollShown["questions"],
});

describe("a vote for a member", () => {
  test("fits a form of four lists with 25 options each, and no more", () => {
    assert.deepEqual(
      [
        [4, 25],
        [5, 2],
        [2, 26],
        [2, 51],
        [1, 101],
      ].map(([questions, options]) => fitsForm(pollWith("x", questions!, options!))),
      [true, false, true, false, false],
    );
    mustOpen(voteForForm(pollWith("x", 1, 60), { member: 1, name: "Ann Lee" }), "60 options");
  });
});

const held: PlaceHeld = {
  tournament: 1,
  season: 2025,
  number: 1,
  name: "January",
  firstDay: "2025-01-18",
  lake: "Lake Travis",
  ramp: "Mansfield Dam",
  boats: 14,
  limits: 2,
  zeros: 1,
  measure: "weight",
  winningWeight: 149_500,
  bigBass: null,
};

test("where the club was in that month before: a line each, and in short for a form", () => {
  const other = { ...held, firstDay: "2024-01-20", lake: null, ramp: null, winningWeight: null };
  const measured: PlaceHeld = { ...other, measure: "length", winningWeight: 812_500, bigBass: 195_000 };
  assert.deepEqual(historyLines([held, other, measured]), [
    "-# The same month in the years before:",
    "-# Sat 18 Jan 2025: Lake Travis, Mansfield Dam · 14 boats · 2 limits · 1 zero · won with 14.95 lb",
    "-# Sat 20 Jan 2024: lake not known · 14 boats · 2 limits · 1 zero",
    "-# Sat 20 Jan 2024: lake not known · 14 boats · 2 limits · 1 zero · won with 81.25 in · big bass 19.50 in",
  ]);
  assert.deepEqual([historyLines([]), historyInShort([held, other])], [[], "Lake Travis 2025"]);
});

describe("whatever people are called", () => {
  for (const [at, name] of hostileNames.entries())
    test(`faces and forms stay within Discord's limits and are text alone (${at + 1})`, () => {
      const label = name.slice(0, 40);
      const poll = pollWith(name, 4, 25);
      const history = Array.from({ length: 9 }, (_, at) => ({
        ...held,
        lake: name,
        ramp: at % 2 ? name : null,
      }));
      const faces = [
        meFace({ me: { ...ann, name }, standings: null, mails, note: "Saved." }),
        linkedFace({ name }),
        linkedAlreadyFace({ name }),
        codeAskedFace({ validUntil: "2026-03-15T18:00:00-05:00" }),
        noMailFace({ discordId: "180000000000000001" }),
        unlinkedFace(),
        helpFace({ club: name, officer: true }),
        draftFace({ poll, draft: 2_147_483_647, channel: null, history }),
        draftMadeFace({ poll, made: true }),
        channelsFace({ channels: { polls: "180000000000000001" } }),
      ];
      for (const face of faces) mustBeTaken(face, label);
      const lake = (id: number): LakeShown => ({
        id,
        key: `lake-${id}`,
        name,
        latitude: null,
        longitude: null,
        retired: false,
        ramps: [],
      });
      const startOf = (count: number): LocationPollDefaults => ({
        tournament: { ...january, name },
        opens: { day: "2026-01-05", time: "06:00" },
        closes: { day: "2026-01-08", time: "18:00" },
        hours: { firstCast: "06:30", weighIn: "15:00" },
        lakes: Array.from({ length: count }, (_, id) => lake(id)),
        history,
      });
      const forms = [
        emailForm(),
        codeForm(),
        choiceForm({ totals: "live" }),
        yesNoForm({}),
        electionForm({ year: 2027 }),
        locationForm({ start: startOf(1) }),
        locationForm({ start: startOf(25) }),
        locationForm({ start: { ...startOf(60), opens: null, closes: null } }),
        editForm(poll),
        editForm({ ...poll, description: "x".repeat(20_000) }),
        reopenForm(poll),
        cancelForm(poll),
        voteForForm(poll, { member: 2_147_483_647, name }),
      ];
      for (const form of forms) mustOpen(form, `${label}: ${form.title}`);
    });
});
