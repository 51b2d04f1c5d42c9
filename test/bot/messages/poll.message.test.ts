import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PollShown, PollState, QuestionShown } from "#core/polls/polls.service.ts";
import type { VoteCast } from "#core/polls/vote.service.ts";
import type { Face } from "../../../bot/components.ts";
import { myVoteFace, votedFace, withdrawnFace } from "../../../bot/messages/answer.message.ts";
import { ballotFace, fittingPicks, reviewFace } from "../../../bot/messages/ballot.message.ts";
import { pollFace } from "../../../bot/messages/poll.message.ts";
import { confirmFace, resultFace, ruledFace, tieFace } from "../../../bot/messages/result.message.ts";
import { isSelect, type Part } from "../../support/discord/component.ts";
import { hostileNames, mustBeTaken, textOfFace } from "../../support/faces.ts";

const site = new URL("https://club.example/");
const plain = (at: number): string => `Lake ${at + 1}`;

interface Asked {
  count: number;
  name?: (at: number) => string;
  verdict?: QuestionShown["verdict"];
  votes?: boolean;
}

const question = (
  id: number,
  { count, name = plain, verdict = null, votes = false }: Asked,
): QuestionShown => ({
  id,
  prompt: name(99),
  asks: null,
  office: null,
  options: Array.from({ length: count }, (_, at) => ({
    id: id * 100 + at,
    label: name(at),
    parentId: null,
    lakeId: null,
    rampId: null,
    anglerId: null,
    firstCast: null,
    weighIn: null,
    votes: votes ? count - at : null,
    counts: true,
  })),
  verdict,
  winner: verdict === "won" ? id * 100 : null,
  tied: verdict === "tied" ? Array.from({ length: count }, (_, at) => id * 100 + at) : [],
  byRuling: false,
});

const pollOf = (questions: QuestionShown[], more: Partial<PollShown> = {}): PollShown => ({
  id: 7,
  kind: "choice",
  title: "Where in May?",
  state: "open",
  opensAt: "2026-03-12T06:00:00-05:00",
  closesAt: "2026-03-15T18:00:00-05:00",
  secret: false,
  bylaw: false,
  totals: "after-close",
  tournament: null,
  year: null,
  turnout: { voted: 15, members: 31 },
  description: null,
  decision: "plurality",
  tie: "president",
  cancelled: null,
  questions,
  revision: 1,
  ...more,
});

const cast = (poll: PollShown, outcome: VoteCast["outcome"]): VoteCast => {
  const choices = poll.questions.flatMap(({ id, options }) =>
    options[0] === undefined ? [] : [{ question: id, option: options[0].id }],
  );
  const receipts = poll.questions.map(({ id }) => ({ question: id, receipt: "7KQ2-M9XT-4RPW" }));
  return { poll, outcome, choices, previous: choices, receipts: outcome === "secret" ? receipts : [] };
};

/** Every message there is about a poll. */
function facesOf(poll: PollShown): [string, Face][] {
  const picks = poll.questions.map(({ options }) => options[0]?.id ?? 0);
  const mine = { voted: true, secret: poll.secret, proxy: true, choices: cast(poll, "same").choices };
  const outcomes = ["recorded", "changed", "same", "repeated", "secret"] as const;
  const first = poll.questions[0]?.options[0];
  return [
    ["the poll", pollFace(poll, { site })],
    ["the ballot", ballotFace({ poll, picks, voter: "7", stands: true, note: "The options have changed." })],
    ["the empty ballot", ballotFace({ poll, picks: [], voter: "7", stands: false })],
    ["the last look", reviewFace({ poll, picks })],
    ["my vote", myVoteFace(poll, mine)],
    ["no vote", myVoteFace(poll, { ...mine, voted: false, choices: [] })],
    ["withdrawn", withdrawnFace(cast(poll, "changed"))],
    ["the result", resultFace(poll, { site })],
    ["the tie", tieFace(poll)],
    ["the ruling", ruledFace(poll)],
    ...outcomes.map((outcome): [string, Face] => [outcome, votedFace(cast(poll, outcome))]),
    ...(first === undefined
      ? []
      : ([["the question", confirmFace(poll, { option: first })]] as [string, Face][])),
  ];
}

const selectsOf = ({ components }: Face) =>
  (components as Part[]).flatMap(({ components: parts = [] }) => parts).filter(isSelect) as unknown as {
    placeholder: string;
    options: { value: string }[];
  }[];

const states: PollState[] = ["open", "closed", "tied", "decided", "cancelled"];

describe("what is said of a poll, whatever it asks", () => {
  for (const count of [0, 1, 2, 5, 6, 25, 26, 60]) {
    test(`Discord takes with ${count} options in every state`, () => {
      for (const state of states)
        for (const kind of ["choice", "election"] as const)
          for (const votes of [false, true]) {
            const verdict = state === "tied" ? "tied" : state === "decided" ? "won" : null;
            const poll = pollOf([question(1, { count, verdict, votes })], {
              state,
              kind,
              secret: kind === "election",
              cancelled: state === "cancelled" ? { at: null, reason: "A storm." } : null,
            });
            for (const [label, face] of facesOf(poll)) mustBeTaken(face, `${label}, ${state}, ${kind}`);
          }
    });
  }

  for (const name of hostileNames) {
    test(`Discord takes as text with names such as ${JSON.stringify(name.slice(0, 20))}`, () => {
      for (const state of states) {
        const verdict = state === "tied" ? "tied" : state === "decided" ? "won" : null;
        const asked = {
          count: 12,
          verdict,
          votes: state !== "open",
          name: (at: number) => `${name} ${at}`,
        } as const;
        const poll = pollOf([question(1, asked), question(2, asked)], {
          state,
          title: name,
          // An officer's Markdown: its links and the like are meant.
          description: name.replaceAll(/\]\(|https?:\/\/|\|\|/g, "").repeat(40),
          cancelled: state === "cancelled" ? { at: null, reason: name } : null,
          tournament: { id: 1, season: 2026, number: 3, name, firstDay: "2026-03-22" },
        });
        for (const [label, face] of facesOf(poll)) mustBeTaken(face, `${label}, ${state}`);
      }
    });
  }

  test("an election of ten offices with the highest numbers there are keeps its picks", () => {
    const offices = Array.from({ length: 10 }, (_, at) => question(at + 1, { count: 25 }));
    const high = offices.map((office, at) => ({
      ...office,
      options: office.options.map((option, place) => ({ ...option, id: 2 ** 31 - 1 - at * 100 - place })),
    }));
    const poll = pollOf(high, { id: 2 ** 31 - 1, kind: "election", secret: true });
    const picks = high.map(({ options }) => options[24]!.id);
    assert.deepEqual(fittingPicks(poll, picks), picks);
    mustBeTaken(ballotFace({ poll, picks, voter: "7", stands: false }), "the ballot");
    mustBeTaken(reviewFace({ poll, picks }), "the last look");
  });
});

describe("what a poll shows", () => {
  const open = (more: Partial<PollShown> = {}) =>
    textOfFace(pollFace(pollOf([question(1, { count: 3 })], more), { site }));

  test("while it is open: the time, who votes, and turnout without counts", () => {
    assert.deepEqual(open().split("\n"), [
      "## Where in May?",
      "Closes <t:1773615600:F> (<t:1773615600:R>) · paid-up members vote · change your mind until then",
      "Votes are counted in secret until the close.",
      "15 of 31 members have voted.",
    ]);
  });

  test("what it is about as its officer wrote it; more than there is room for by a button", () => {
    const shown = (description: string) =>
      pollFace(pollOf([question(1, { count: 2 })], { description }), { site });
    const buttons = (face: Face) => JSON.stringify(face).includes('"The whole text"');
    assert.match(textOfFace(shown("**V.D** now reads\n- a\n- b")), /\n\*\*V\.D\*\* now reads\n- a\n- b\n/);
    assert.deepEqual([buttons(shown("short")), buttons(shown("long ".repeat(200)))], [false, true]);
  });

  test("live: a bar and the ballots of each option, most first", () => {
    const poll = pollOf([question(1, { count: 3, votes: true })], { totals: "live" });
    assert.deepEqual(textOfFace(pollFace(poll, { site })).split("\n").slice(2, 6), [
      "**Lake 100**",
      "▰▰▰▰▰▰▰▰ **3** Lake 1",
      "▰▰▰▰▰▱▱▱ **2** Lake 2",
      "▰▰▰▱▱▱▱▱ **1** Lake 3",
    ]);
  });

  test("nobody voted: says so", () => {
    const poll = pollOf([question(1, { count: 2, verdict: "no-votes", votes: true })], {
      state: "decided",
      turnout: { voted: 0, members: 31 },
    });
    assert.deepEqual(textOfFace(resultFace(poll, { site })).split("\n"), [
      "### Where in May?",
      "Nobody won.",
      "Nobody voted.",
    ]);
  });

  test("a tie names the tied and who decides; the ruling is said where the result is", () => {
    const tied = pollOf([question(1, { count: 2, verdict: "tied", votes: true })], { state: "tied" });
    assert.match(
      textOfFace(pollFace(tied, { site })),
      /with a tie: the president decides\.\n\*\*Lake 100\*\*: a tie ⚖️/,
    );
    assert.match(
      textOfFace(tieFace(tied)),
      /Lake 100: a tie between \*\*Lake 1\*\* and \*\*Lake 2\*\*\. The president/,
    );
    const [asked] = tied.questions as [QuestionShown];
    const ruled = {
      ...tied,
      state: "decided",
      questions: [{ ...asked, verdict: "won", winner: 101, byRuling: true }],
    } as const;
    assert.deepEqual(
      textOfFace(resultFace(ruled as never, { site })).split("\n")[1],
      "Lake 100: **Lake 2**, decided by the president after a tie with Lake 1",
    );
    assert.match(
      textOfFace(pollFace({ ...ruled, tie: "coin" } as never, { site })),
      /: a tie, decided by the coin\n/,
    );
  });

  test("a tie of more than a message has buttons for is picked from lists", () => {
    const tied = pollOf([question(1, { count: 60, verdict: "tied" })], { state: "tied" });
    const selects = selectsOf(tieFace(tied));
    assert.deepEqual(
      selects.map(({ placeholder, options }) => [placeholder, options.length]),
      [
        ["The tied, 1 of 3", 25],
        ["The tied, 2 of 3", 25],
        ["The tied, 3 of 3", 10],
      ],
    );
    assert.equal(new Set(selects.flatMap(({ options }) => options.map(({ value }) => value))).size, 60);
  });

  test("what was counted before it was opened again is not said any more", () => {
    const poll = pollOf([question(1, { count: 2 })]);
    const again =
      "### Where in May?\nThe poll was opened again; what it comes to is said here after the close.";
    assert.deepEqual([textOfFace(resultFace(poll, { site })), textOfFace(tieFace(poll))], [again, again]);
  });

  test("each voter sees the candidates in an order of their own, the same at every look", () => {
    const poll = pollOf([question(1, { count: 12 })], { kind: "election", secret: true });
    const order = (voter: string) => JSON.stringify(ballotFace({ poll, picks: [], voter, stands: false }));
    assert.equal(order("7"), order("7"));
    assert.equal(new Set(["1", "2", "3", "4", "5", "6"].map(order)).size, 6);
  });
});
