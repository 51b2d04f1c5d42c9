import type { Pages } from "../../web/pages.ts";
import type { Views } from "../../web/render.ts";

/** A name that must never come out of a page as anything but text. */
export const hostile = `<script>alert("x")</script>' onload='y' \`z\` & Söhne`;

const pounds = (text: number) => Math.round(text * 10_000);
const person = (id: number, name: string) => ({ id, name });

const people = [
  "Ann Lee",
  "Bob Cruz",
  "Cal Whitfield",
  "Dee Okafor",
  "Eve Marchetti-Vandenberg",
  "Fay Tran",
  "Gus Boone",
  "Hal Prescott",
  "Ivy Nakamura",
  "Jim Ortega",
  "Kay Lindqvist",
  hostile,
].map((name, index) => person(index + 1, name));

const who = (id: number) => people[id - 1]!;

const lakes = {
  canyon: { key: "canyon", name: "Canyon Lake" },
  travis: { key: "travis", name: "Lake Travis" },
  choke: { key: "choke-canyon", name: "Choke Canyon Reservoir" },
};

const ramp = { name: "Potters Creek Launch Ramp/Dock", latitude: 29.9069, longitude: -98.2825 };

type Trip = Pages["tournament"]["results"]["tournament"];

const trip = (changes: Partial<Trip>): Trip => ({
  id: 3,
  season: 2026,
  number: 3,
  name: "March Tournament",
  firstDay: "2026-03-22",
  lastDay: "2026-03-22",
  state: "official",
  lake: lakes.canyon,
  ramp,
  firstCast: "06:30",
  weighIn: "15:00",
  description: null,
  fee: { cents: 5000, per: "boat" },
  limit: { fish: 5, per: "boat" },
  ranked: "boat",
  measure: "weight",
  paper: false,
  countsForPoints: true,
  protestDeadline: null,
  cancelled: null,
  ...changes,
});

const club: Pages["home"]["club"] = {
  name: "South Austin Bass Club",
  zone: "America/Chicago",
  contact: null,
};

const march = trip({});
const january = trip({
  id: 1,
  number: 1,
  name: "January Tournament",
  firstDay: "2026-01-25",
  lastDay: "2026-01-25",
  lake: lakes.travis,
});
const february = trip({
  id: 2,
  number: 2,
  name: "February Tournament",
  firstDay: "2026-02-22",
  lastDay: "2026-02-22",
  state: "cancelled",
  lake: null,
  ramp: null,
  cancelled: { on: "2026-02-20", reason: "Ice on the ramp." },
});
const april = trip({
  id: 4,
  number: 4,
  name: "April Tournament",
  firstDay: "2026-04-26",
  lastDay: "2026-04-26",
  state: "scheduled",
  lake: lakes.choke,
});
const may = trip({
  id: 5,
  number: 5,
  name: "Two-day Classic",
  firstDay: "2026-05-23",
  lastDay: "2026-05-24",
  state: "scheduled",
  lake: null,
  ramp: null,
  firstCast: null,
  weighIn: null,
});

const seasons: Pages["seasons"]["seasons"] = [2026, 2025, 2024].map((year) => ({
  year,
  rulesName: year === 2026 ? "SABC team" : "SABC individual",
  ranked: year === 2026 ? "boat" : "angler",
  closed: year !== 2026,
  tournaments: 10,
  official: year === 2026 ? 2 : 10,
  cancelled: 0,
  current: year === 2026,
}));

type Boat = Pages["tournament"]["results"]["boats"][number];

const boat = (number: number, changes: Partial<Boat>): Boat => ({
  entry: number,
  boatNumber: number,
  crew: [],
  place: number,
  tied: false,
  fish: 5,
  dead: 0,
  gross: pounds(12),
  penalty: 0,
  penaltyWords: null,
  net: pounds(12),
  bigBass: pounds(4.05),
  limit: true,
  zero: false,
  win: false,
  points: null,
  pointsParts: [],
  published: null,
  outcome: "fished",
  reason: null,
  ...changes,
});

const aboard = (...ids: number[]) =>
  ids.map((id) => ({ angler: who(id), member: id !== 3 && id !== 9, standsInFor: null }));

const team: Pages["tournament"]["results"] = {
  tournament: march,
  ranked: "boat",
  anglers: [],
  boats: [
    boat(1, {
      crew: aboard(1, 2),
      win: true,
      gross: pounds(22.75),
      dead: 1,
      penalty: pounds(0.25),
      penaltyWords: "1 dead fish: 0.25 lb",
      net: pounds(22.5),
      bigBass: pounds(6.25),
    }),
    boat(2, { crew: aboard(5, 12), gross: pounds(22.5), net: pounds(22.5), bigBass: pounds(4) }),
    boat(3, {
      crew: [{ angler: who(4), member: true, standsInFor: who(8) }, ...aboard(3)],
      gross: pounds(18),
      net: pounds(18),
      fish: 4,
      limit: false,
    }),
    boat(4, {
      crew: aboard(6),
      gross: null,
      penalty: null,
      net: pounds(7.3125),
      fish: null,
      limit: false,
      bigBass: null,
    }),
    boat(5, {
      crew: aboard(7, 9),
      place: 5,
      fish: 0,
      limit: false,
      zero: true,
      gross: 0,
      net: 0,
      bigBass: null,
    }),
    boat(6, {
      crew: aboard(10, 11),
      place: null,
      outcome: "disqualified",
      reason: "Back after the weigh-in time.",
      fish: 5,
      limit: false,
    }),
  ],
  bigBass: [{ weight: pounds(6.25), crew: [who(1), who(2)], caughtBy: who(2) }],
  fished: 5,
  limits: 2,
  zeros: 1,
  totalNet: pounds(70.3125),
  totalFish: 14,
  payouts: [
    { to: [who(1), who(2)], words: "1st place", cents: 12_000 },
    { to: [who(5), who(12)], words: "2nd place", cents: 8_400 },
    { to: [who(1), who(2)], words: "Big-bass pot", cents: 14_400 },
  ],
  pots: [
    {
      name: "Big-bass pot",
      before: 8_800,
      added: 5_600,
      over: pounds(5),
      paid: 14_400,
      winners: [who(1), who(2)],
      after: 0,
    },
  ],
  rulings: [
    {
      words: "Coin for 2nd place falls to Eve Marchetti-Vandenberg.",
      decidedBy: "Ann Lee, president",
      on: "2026-03-22",
      reason: hostile,
    },
  ],
  rulingsNeeded: [],
};

type Angler = Pages["tournament"]["results"]["anglers"][number];

const angler = (id: number, changes: Partial<Angler>): Angler => {
  const { entry: _entry, crew: _crew, ...weighed } = boat(id, {});
  return { ...weighed, angler: who(id), member: true, seat: null, ...changes };
};

const lastYear = trip({
  id: 23,
  season: 2025,
  firstDay: "2025-03-23",
  lastDay: "2025-03-23",
  state: "provisional",
  ranked: "angler",
  limit: { fish: 5, per: "angler" },
  fee: { cents: 2500, per: "angler" },
  protestDeadline: "2025-03-24T01:00:00Z",
});

const individual: Pages["tournament"]["results"] = {
  ...team,
  tournament: lastYear,
  ranked: "angler",
  anglers: [
    angler(1, {
      points: 10_000,
      pointsParts: [{ points: 10_000, words: "1st among members: the first value, 100" }],
      win: true,
      net: pounds(15.2),
      gross: pounds(15.2),
    }),
    angler(2, {
      points: 9900,
      pointsParts: [
        { points: 9800, words: "2nd among members with fish" },
        { points: 100, words: "bonus for the limit" },
      ],
    }),
    angler(3, { member: false, points: 0, pointsParts: [{ points: 0, words: "guests score nothing" }] }),
    angler(4, { place: 4, tied: true, points: null, net: pounds(9.75) }),
    angler(5, { place: 4, tied: true, points: null, net: pounds(9.75) }),
    angler(7, {
      place: 6,
      fish: 0,
      zero: true,
      limit: false,
      gross: 0,
      net: 0,
      bigBass: null,
      points: 9400,
      pointsParts: [{ points: 9400, words: "no fish: the last value with fish, 96, less 2" }],
    }),
    angler(10, {
      place: 7,
      boatNumber: null,
      outcome: "buy-in",
      fish: null,
      limit: false,
      gross: null,
      penalty: null,
      net: null,
      bigBass: null,
      points: 9200,
      pointsParts: [{ points: 9200, words: "buy-in: the last value with fish, 96, less 4" }],
    }),
  ],
  rulingsNeeded: [
    {
      words: "A coin between Dee Okafor and Eve Marchetti-Vandenberg for place 4.",
      anglers: [who(4), who(5)],
    },
  ],
  pots: [
    { name: "Big-bass pot", before: 4800, added: 4000, over: pounds(5), paid: 0, winners: [], after: 8800 },
  ],
};

const counted = (tournament: Trip, changes: Partial<Counted>): Counted => ({
  tournament,
  place: 1,
  points: null,
  weight: pounds(12),
  win: false,
  outcome: "fished",
  dropped: false,
  ...changes,
});
type Counted = Pages["standings"]["standings"]["races"][number]["rows"][number]["counted"][number];

const standings: Pages["standings"]["standings"] = {
  season: 2026,
  rulesName: "SABC team",
  closed: false,
  asOf: "2026-03-22",
  official: 2,
  planned: 9,
  tournaments: [january, march],
  races: [
    {
      race: "crew",
      title: "Most wins",
      decidedBy: "wins",
      orderWords: "Wins, then total weight.",
      keepWords: "All events count.",
      rows: [
        {
          key: "1-2",
          place: 1,
          tied: false,
          crew: [who(1), who(2)],
          points: null,
          wins: 2,
          weight: pounds(41.3),
          events: 2,
          counted: [counted(january, { win: true }), counted(march, { win: true })],
        },
        {
          key: "5-12",
          place: 2,
          tied: true,
          crew: [who(5), who(12)],
          points: null,
          wins: 0,
          weight: pounds(33.1),
          events: 2,
          counted: [counted(january, { place: 2 }), counted(march, { place: 3 })],
        },
        {
          key: "6",
          place: 2,
          tied: true,
          crew: [who(6)],
          points: null,
          wins: 0,
          weight: pounds(33.1),
          events: 1,
          counted: [counted(march, { place: 4 })],
        },
      ],
    },
  ],
};

const year = (month: number) =>
  trip({
    id: month,
    season: 2025,
    number: month,
    firstDay: `2025-${String(month).padStart(2, "0")}-23`,
    lake: month % 2 ? lakes.canyon : lakes.travis,
  });
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const fullYear: Pages["standings"]["standings"] = {
  ...standings,
  season: 2025,
  rulesName: "SABC individual",
  closed: true,
  official: 12,
  planned: 12,
  tournaments: months.map(year),
  races: [
    {
      race: "angler",
      title: "Angler of the Year",
      decidedBy: "points",
      orderWords: "Points, then total weight.",
      keepWords: "The best 10 of 12 count.",
      rows: people.map(({ id, name }, index) => ({
        key: String(id),
        place: index < 11 ? index + 1 : null,
        tied: false,
        crew: [person(id, name)],
        points: 98_400 - index * 1250,
        wins: null,
        weight: pounds(101.25 - index * 7.13),
        events: 12 - (index % 3),
        counted: months
          .filter((month) => (month + index) % 7 !== 0)
          .map((month) =>
            counted(year(month), {
              place: 1 + ((month * 5 + index) % 12),
              points: 10_000 - ((month * 5 + index) % 12) * 100,
              win: (month * 5 + index) % 12 === 0,
              dropped: (month + index) % 6 === 0,
            }),
          ),
      })),
    },
  ],
};

/** One page of every kind, by the name a test or a look calls it. */
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
    key: "1",
    explained: {
      season: 2025,
      race: "angler",
      title: "Angler of the Year",
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
