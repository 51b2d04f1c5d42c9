import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { PollSummary } from "#core/polls/polls.service.ts";
import type { AnglerResult, ResultsShown } from "#core/results/results.service.ts";
import type { StandingRow, StandingsShown } from "#core/standings/standings.service.ts";
import type { UpcomingEvent } from "#core/tournaments/next-event.service.ts";
import { nextFace } from "../../../bot/messages/next.message.ts";
import { pollsFace } from "../../../bot/messages/polls.message.ts";
import { resultsFace } from "../../../bot/messages/results.message.ts";
import { pageWith, standingsFace } from "../../../bot/messages/standings.message.ts";
import { hostileNames, mustBeTaken, textOfFace } from "../../support/faces.ts";
import { january } from "../../support/tournament-shown.ts";

const site = new URL("https://club.example/");
const nameAt = (at: number, hostile: string | null): string => hostile ?? `Angler ${at + 1}`;

const row = (at: number, hostile: string | null, crew = 1): StandingRow => ({
  key: String(at + 1),
  place: at + 1,
  tied: false,
  crew: Array.from({ length: crew }, (_, seat) => ({ id: at * 2 + seat + 1, name: nameAt(at, hostile) })),
  points: (1000 - at) * 100,
  wins: at === 0 ? 1 : 0,
  weight: 1_234_500 - at,
  events: 7,
  counted: [],
});

const standings = (count: number, hostile: string | null = null): StandingsShown => ({
  season: 2026,
  rulesName: "x",
  ranked: "angler",
  measure: "weight",
  closed: false,
  asOf: "2026-03-22",
  official: 7,
  planned: 12,
  tournaments: [],
  races: (["angler", "crew"] as const).map((race, which) => ({
    race,
    title: hostile ?? (which === 0 ? "Angler of the Year" : "Team of the Year"),
    decidedBy: "points",
    orderWords: hostile ?? "Points, then total weight.",
    keepWords: "The best 8 count.",
    listed: count,
    rows: Array.from({ length: count }, (_, at) => row(at, hostile, which + 1)),
  })),
});

const view = (of: StandingsShown, more: Partial<Parameters<typeof standingsFace>[0]> = {}) =>
  standingsFace({ standings: of, race: 0, page: 0, angler: 0, mine: 0, site, ...more });
const labels = (face: ReturnType<typeof standingsFace>): string[] =>
  (face.components as { components?: { label?: string }[] }[]).flatMap(({ components = [] }) =>
    components.flatMap(({ label }) => label ?? []),
  );

describe("standings", () => {
  test("say who leads, by what, and one's own line although it is on another page", () => {
    const lines = textOfFace(view(standings(23), { mine: 41 })).split("\n");
    assert.deepEqual(
      [lines[0], lines[1], lines[2], lines.at(-3), lines.at(-2), lines.at(-1)],
      [
        "## Angler of the Year 2026",
        "After 7 of 12 tournaments, Sun 22 Mar 2026. Points, then total weight. The best 8 count.",
        "1 **Angler 1** · 1000 points · 1 win · 123.45 lb · 7 events",
        "…",
        "21 **Angler 21** · 980 points · 0 wins · 123.45 lb · 7 events ← you",
        "Page 1 of 3",
      ],
    );
  });

  test("turn pages, change the race, and go into the channel without anybody's own line", () => {
    const buttons = (page: number) => labels(view(standings(23), { page }));
    assert.deepEqual(buttons(0), ["More", "Show in channel", "On the website", "Team of the Year"]);
    assert.deepEqual(buttons(1), ["Back", "More", "Show in channel", "On the website", "Team of the Year"]);
    assert.deepEqual(buttons(2), ["Back", "Show in channel", "On the website", "Team of the Year"]);
    assert.deepEqual(buttons(99), buttons(2));
    const told = view(standings(23), { mine: null });
    assert.doesNotMatch(textOfFace(told), /you/);
    assert.ok(!labels(told).includes("Show in channel"));
  });

  test("find the page of whom one looks for, and mark the line", () => {
    const of = standings(23);
    assert.equal(pageWith(of.races[0]!, 29), 1);
    assert.equal(pageWith(of.races[0]!, 999), 0);
    assert.match(textOfFace(view(of, { page: 1, angler: 29 })), /\*\*Angler 15\*\* · .* ←\n/);
  });

  test("say so before the first official tournament", () => {
    const none = { ...standings(0), asOf: null, official: 0 };
    assert.equal(textOfFace(view(none)), "No tournament of 2026 is official yet.");
    assert.match(textOfFace(view({ ...none, races: [] })), /No tournament/);
  });
});

const result = (at: number, hostile: string | null): AnglerResult => ({
  angler: { id: at + 1, name: nameAt(at, hostile) },
  member: true,
  boatNumber: at,
  seat: null,
  place: at + 1,
  tied: at < 2,
  fish: 5,
  dead: 0,
  gross: 150_000,
  penalty: 0,
  penaltyWords: null,
  net: 150_000 - at,
  bigBass: 51_000,
  limit: true,
  zero: false,
  win: at === 0,
  points: 10_000 - at * 100,
  pointsParts: [],
  published: null,
  outcome: "fished",
  reason: null,
  payout: 0,
});

const results = (count: number, hostile: string | null = null): ResultsShown => ({
  tournament: { ...january, name: hostile ?? "January", state: "official" },
  ranked: "angler",
  anglers: Array.from({ length: count }, (_, at) => result(at, hostile)),
  boats: [],
  bigBass: [{ weight: 51_000, crew: [{ id: 1, name: nameAt(0, hostile) }], caughtBy: null }],
  fished: count,
  limits: 4,
  zeros: 1,
  totalNet: 1,
  totalFish: 1,
  payouts: [],
  pots: [],
  rulings: [],
  rulingsNeeded: [],
  notWeighed: [],
});
const seen = (of: ResultsShown, more: Partial<Parameters<typeof resultsFace>[0]> = {}) =>
  textOfFace(resultsFace({ results: of, page: 0, mine: null, site, ...more }));

describe("results", () => {
  test("say the places, the big bass and how it was fished", () => {
    assert.deepEqual(seen(results(2)).split("\n"), [
      "## January",
      "Sun 26 Jan 2025 · Lake Travis",
      "Official.",
      "T1 **Angler 1** · 15.00 lb · 5 fish · big bass 5.10 lb · 100 points",
      "T2 **Angler 2** · 15.00 lb · 5 fish · big bass 5.10 lb · 99 points",
      "🐟 Big bass: 5.10 lb, Angler 1",
      "2 anglers fished, 4 limits, 1 zero.",
    ]);
  });

  const [first] = results(1).anglers as [AnglerResult];
  const table: [string, Partial<AnglerResult>, string][] = [
    [
      "a zero",
      { zero: true, fish: 0, net: 0, bigBass: null, points: null, tied: false },
      "1 **Angler 1** · no fish",
    ],
    ["one disqualified", { outcome: "disqualified", place: null }, "– **Angler 1** · disqualified"],
    ["one who stayed away", { outcome: "did-not-fish", place: null }, "– **Angler 1** · did not fish"],
    [
      "a buy-in",
      { outcome: "buy-in", place: 10, tied: false, points: 9200 },
      "10 **Angler 1** · buy-in · 92 points",
    ],
    [
      "a shared place",
      { place: 1.5, tied: true, bigBass: null, points: null },
      "T1.5 **Angler 1** · 15.00 lb · 5 fish",
    ],
  ];
  for (const [label, line, says] of table)
    test(`tell ${label}`, () =>
      assert.equal(seen({ ...results(1), anglers: [{ ...first, ...line }] }).split("\n")[3], says));

  test("warn while they are not official, and say why there are none", () => {
    const state = (of: Partial<ResultsShown>, more: Partial<ResultsShown["tournament"]>) =>
      seen({ ...results(1), ...of, tournament: { ...january, ...more } }).split("\n")[2];
    const boats = [{ crew: [] }] as unknown as ResultsShown["boats"];
    assert.equal(state({ boats }, { state: "provisional" }), "Not official yet: places may change.");
    assert.equal(state({ anglers: [] }, { state: "scheduled" }), "Nothing is weighed yet.");
    assert.equal(
      state({ anglers: [] }, { state: "scheduled", cancelled: { on: "2025-01-20", reason: "Ice" } }),
      "Cancelled: Ice",
    );
  });
});

const event: UpcomingEvent = {
  kind: "tournament",
  name: "January",
  firstDay: "2025-01-26",
  lastDay: "2025-01-26",
  startsAt: null,
  endsAt: null,
  description: null,
  daysAway: 3,
  tournament: january,
};
const notice = (title: string) => ({
  id: 4,
  title,
  closesAt: "2026-03-15T18:00:00-05:00",
  tournament: null,
});
const upcoming = (more: Partial<UpcomingEvent> | null, titles: string[] = []) =>
  nextFace({
    next: more === null ? null : { ...event, ...more },
    polls: titles.map(notice),
    site,
    told: false,
  });

describe("what comes next", () => {
  test("is a tournament with where, when, for how much, and what to vote on", () => {
    assert.deepEqual(textOfFace(upcoming({}, ["Where to fish"])).split("\n"), [
      "## January",
      "Sun 26 Jan 2025 · in 3 days",
      "**Lake Travis**",
      "First cast 7:00 am, weigh-in 3:00 pm",
      "$25.00 per angler · 5 fish per angler",
      "🗳️ Where to fish: vote until <t:1773615600:F> (<t:1773615600:R>), see /polls.",
    ]);
  });

  test("is a meeting, or nothing yet", () => {
    const meeting = {
      kind: "meeting",
      tournament: null,
      name: "Meeting",
      startsAt: "18:30",
      daysAway: 0,
    } as const;
    assert.deepEqual(textOfFace(upcoming(meeting)).split("\n"), [
      "## Meeting",
      "Sun 26 Jan 2025 · today",
      "From 6:30 pm",
    ]);
    assert.equal(textOfFace(upcoming(null)), "Nothing is planned yet.");
  });
});

const summary = (id: number, title: string, state: PollSummary["state"]): PollSummary => ({
  id,
  kind: "choice",
  title,
  state,
  opensAt: "2026-03-12T06:00:00-05:00",
  closesAt: "2026-03-15T18:00:00-05:00",
  secret: false,
  bylaw: false,
  totals: "after-close",
  tournament: null,
  year: null,
  turnout: { voted: 3, members: 9 },
});

describe("the polls", () => {
  test("stand with a button for each that is open, then the others", () => {
    const face = pollsFace({
      polls: [summary(4, "Lake", "open"), summary(3, "Hat", "decided")],
      told: false,
    });
    assert.deepEqual(textOfFace(face).split("\n"), [
      "## Open polls",
      "`4` **Lake** · closes <t:1773615600:F> (<t:1773615600:R>), 3 of 9 voted",
      "### Others",
      "`3` **Hat** · closed <t:1773615600:R>, 3 of 9 voted",
    ]);
    assert.deepEqual(labels(face), ["Vote: Lake", "Show in channel"]);
  });
});

describe("whatever people are called", () => {
  for (const [at, name] of hostileNames.entries())
    test(`lists stay within Discord's limits and are text alone (${at + 1})`, () => {
      for (const count of [0, 1, 5, 25, 60]) {
        const label = `${count}: ${name.slice(0, 40)}`;
        for (const mine of [null, 0, 1, count * 2]) {
          mustBeTaken(view(standings(count, name), { mine, page: 1 }), label);
          mustBeTaken(view(standings(count, name), { mine, race: 1 }), label);
          mustBeTaken(resultsFace({ results: results(count, name), page: 2, mine, site }), label);
        }
        mustBeTaken(upcoming({ name, description: name.repeat(30) }, Array(count).fill(name)), label);
        const states = ["open", "scheduled", "decided", "tied", "closed", "cancelled"] as const;
        const polls = Array.from({ length: count }, (_, id) => summary(id + 1, name, states[id % 6]!));
        mustBeTaken(pollsFace({ polls, told: false }), label);
      }
    });
});
