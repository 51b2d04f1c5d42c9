import type { Pages } from "../../../web/pages.ts";
import type { Views } from "../../../web/render.ts";
import { april, club, february, hostile, january, march, may, pounds, seasons, who } from "./calendar.ts";
import { individual, team } from "./results.ts";
import { fullYear, standings } from "./standings.ts";

export const examples: readonly { name: string; render: (views: Views) => string }[] = [
  page("home", "home", {
    club,
    next: {
      kind: "tournament",
      name: april.name,
      firstDay: april.firstDay,
      lastDay: april.lastDay,
      startsAt: null,
      endsAt: null,
      description: null,
      daysAway: 12,
      tournament: april,
    },
    latest: {
      tournament: march,
      ranked: "boat",
      podium: team.boats.slice(0, 3).map(({ place, tied, crew, fish, net, bigBass }) => ({
        place: place!,
        tied,
        crew: crew.map(({ angler }) => angler),
        fish,
        net: net!,
        bigBass,
      })),
      bigBass: team.bigBass,
      fished: 5,
      limits: 2,
      zeros: 1,
    },
    leaders: standings,
  }),
  page("home-meeting", "home", {
    club,
    next: {
      kind: "meeting",
      name: hostile,
      firstDay: "2026-04-01",
      lastDay: "2026-04-01",
      startsAt: "19:00",
      endsAt: null,
      description: "Bring your rod.",
      daysAway: 0,
      tournament: null,
    },
    latest: null,
    leaders: { ...standings, races: [{ ...standings.races[0]!, rows: [] }] },
  }),
  page("home-empty", "home", { club: { ...club, name: hostile }, next: null, latest: null, leaders: null }),
  page("seasons", "seasons", { club, seasons }),
  page("seasons-empty", "seasons", { club, seasons: [] }),
  page("tournaments", "tournaments", {
    club,
    season: seasons[0]!,
    seasons,
    tournaments: [january, february, march, april, may],
  }),
  page("team", "tournament", { club, results: team, previous: february, next: april }),
  page("individual", "tournament", { club, results: individual, previous: null, next: march }),
  page("scheduled", "tournament", {
    club,
    results: {
      ...team,
      tournament: april,
      boats: [],
      bigBass: [],
      fished: 0,
      payouts: [],
      pots: [],
      rulings: [],
    },
    previous: march,
    next: null,
  }),
  page("cancelled", "tournament", {
    club,
    results: {
      ...team,
      tournament: february,
      boats: [],
      bigBass: [],
      fished: 0,
      payouts: [],
      pots: [],
      rulings: [],
    },
    previous: january,
    next: march,
  }),
  page("standings", "standings", { club, standings, seasons }),
  page("standings-full", "standings", { club, standings: fullYear, seasons }),
  page("why", "why", {
    club,
    race: null,
    explained: {
      season: 2025,
      race: "angler",
      title: "Angler of the Year",
      key: "1",
      crew: [who(1)],
      place: 1,
      tied: false,
      points: 29_300,
      wins: null,
      weight: pounds(30.2),
      events: [
        {
          tournament: january,
          place: 1,
          points: 10_000,
          weight: pounds(12.1),
          win: true,
          outcome: "fished",
          counts: true,
          words: ["1st of 12 with fish.", "First value of members: 100 points."],
        },
        {
          tournament: march,
          place: 3,
          points: 9800,
          weight: pounds(0.45),
          win: false,
          outcome: "fished",
          counts: false,
          words: [hostile, "Dropped: not among the best 8."],
        },
      ],
      added: [{ points: 500, words: "attending five meetings" }],
      totalWords: [
        "100 + 98 + 95 = 293 points.",
        "Level with Bob Cruz; ahead by total weight, 31.00 lb to 30.20.",
      ],
    },
  }),
  page("awards", "awards", {
    club,
    seasons,
    awards: {
      season: 2026,
      final: false,
      awards: [
        {
          title: "Most wins",
          by: "standing",
          words: "The crew with most wins, then total weight.",
          winners: [
            {
              place: 1,
              tied: false,
              crew: [who(1), who(2)],
              points: null,
              wins: 2,
              weight: pounds(41.3),
              tournament: null,
            },
            {
              place: 2,
              tied: true,
              crew: [who(5), who(12)],
              points: null,
              wins: 0,
              weight: pounds(33.1),
              tournament: null,
            },
          ],
        },
        {
          title: "Big Bass",
          by: "big-bass",
          words: "The heaviest bass strictly over 5.00 lb, of a crew with a member.",
          winners: [
            {
              place: 1,
              tied: false,
              crew: [who(2)],
              points: null,
              wins: null,
              weight: pounds(6.25),
              tournament: march,
            },
          ],
        },
        {
          title: "Heavy Stringer",
          by: "heavy-stringer",
          words: "The heaviest limit; paper events do not count.",
          winners: [
            {
              place: 1,
              tied: false,
              crew: [who(1), who(2)],
              points: null,
              wins: null,
              weight: pounds(22.5),
              tournament: march,
            },
          ],
        },
        { title: "Sportsman of the Year", by: "ruling", words: "The officers decide.", winners: [] },
      ],
    },
  }),
  page("empty", "empty", { club }),
];

function page<View extends keyof Pages>(name: string, view: View, page: Pages[View]) {
  return { name, render: (views: Views) => views.render(view, page) };
}
