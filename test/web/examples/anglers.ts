import type { Pages } from "../../../web/pages.ts";
import { hostile, january, lakes, march, pounds, who } from "./calendar.ts";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const listed: Pages["anglers"]["list"]["anglers"] = [
  { ...who(1), begins: "A", events: 22, wins: 3, firstYear: 2024, lastYear: 2026 },
  { id: 40, begins: "F", name: "Former member 40", events: 1, wins: 0, firstYear: 2024, lastYear: 2024 },
  { ...who(12), begins: null, events: 2, wins: 1, firstYear: 2026, lastYear: 2026 },
];

const all = { anglers: listed, total: 3, page: 1, here: null, previous: null, next: null, letters: [] };
export const roll: Pages["anglers"]["list"] = all;

export const longRoll: Pages["anglers"]["list"] = {
  ...all,
  total: 1_203,
  page: 2,
  here: { first: 201, last: 203 },
  previous: "/anglers",
  next: "/anglers/page/3",
  letters: "ABCDEFGHIJKLMNOPRSTUVWYZ"
    .split("")
    .map((letter) => ({ letter, path: `/anglers/page/2#${letter}` })),
};

export const angler: Pages["angler"]["page"] = {
  is: "here",
  angler: who(12),
  measure: "weight",
  total: { events: 22, wins: 3, limits: 14, bestPlace: 1, weight: pounds(201.4), bigBass: pounds(6.25) },
  bests: {
    bigBass: { weight: pounds(6.25), tournament: march },
    heaviestBag: { weight: pounds(18.4), tournament: january },
  },
  seasons: [
    {
      year: 2026,
      measure: "weight",
      events: 2,
      wins: 1,
      limits: 1,
      bestPlace: 1,
      weight: pounds(20.25),
      bigBass: null,
    },
    {
      year: 2025,
      measure: "length",
      events: 20,
      wins: 2,
      limits: 13,
      bestPlace: 1,
      weight: pounds(1081.15),
      bigBass: pounds(19.25),
    },
  ],
  months: months.map((month) =>
    month === 12
      ? { month, events: 0, wins: 0, mean: null }
      : { month, events: 2, wins: 0, mean: pounds(7 + (month % 5)) },
  ),
  finishes: [
    {
      tournament: march,
      partners: [who(2)],
      outcome: "fished",
      place: 1,
      tied: false,
      points: null,
      measure: "weight",
      net: pounds(18.4),
      fish: 5,
      limit: true,
      win: true,
      bigBass: null,
    },
    {
      tournament: january,
      partners: [],
      outcome: "buy-in",
      place: 17,
      tied: false,
      points: 8200,
      measure: "length",
      net: pounds(88.25),
      fish: null,
      limit: false,
      win: false,
      bigBass: null,
    },
  ],
};

export const lake: Pages["lake"]["lake"] = {
  ...lakes.choke,
  name: hostile,
  retired: false,
  latitude: 28.48,
  longitude: -98.25,
  ramps: [
    { id: 1, name: "Calliham Unit Boat Ramp", latitude: 28.46, longitude: -98.35 },
    { id: 2, name: hostile, latitude: null, longitude: null },
  ],
  held: 102,
  measure: "weight",
  lastDay: "2026-03-22",
  page: 1,
  pages: 3,
  months: months.map((month) =>
    month > 10
      ? { month, tournaments: 0, mean: null, best: null }
      : { month, tournaments: 2, mean: pounds(11 + (month % 4)), best: pounds(14 + month / 3) },
  ),
  tournaments: [
    {
      tournament: march,
      ranked: "boat",
      winners: [[who(1), who(2)]],
      measure: "weight",
      winningWeight: pounds(22.5),
      fished: 17,
      limits: 12,
      bigBass: pounds(6.25),
    },
    {
      tournament: january,
      ranked: "angler",
      winners: [[who(12)], [who(3)]],
      measure: "length",
      winningWeight: pounds(104.75),
      fished: 31,
      limits: 4,
      bigBass: null,
    },
  ],
};

export const waters: Pages["lakes"]["lakes"] = [
  { ...lakes.canyon, ramps: 3, tournaments: 4, lastDay: "2026-03-22" },
  { ...lakes.choke, name: hostile, ramps: 1, tournaments: 0, lastDay: null },
];

const caught = (place: number, changes: Partial<Catch> = {}): Catch => ({
  place,
  tied: false,
  weight: pounds(9.5 - place / 4),
  fish: null,
  crew: [who(1), who(2)],
  caughtBy: null,
  tournament: march,
  ...changes,
});
type Catch = Pages["records"]["records"]["bigBass"][number];

export const records: Pages["records"]["records"] = {
  measure: "weight",
  tournaments: 32,
  leftOut: 4,
  bigBass: [
    caught(1, { caughtBy: who(12) }),
    caught(2, { tied: true }),
    caught(2, { tied: true, crew: [who(5)] }),
  ],
  heaviestBags: [caught(1, { fish: 5, crew: [who(12)] })],
  mostWins: [{ place: 1, tied: false, angler: who(12), count: 1 }],
  mostLimits: [{ place: 1, tied: true, angler: who(5), count: 20 }],
  mostEvents: [],
  lakes: [
    {
      lake: lakes.choke,
      tournaments: 2,
      bigBass: [caught(1), caught(1, { crew: [who(12)] })],
      heaviestBag: [],
    },
  ],
  months: [{ month: 3, tournaments: 2, bigBass: [caught(1)], heaviestBag: [caught(1)] }],
};

const year = (of: number, changes: Partial<Pages["records"]["years"][number]> = {}) => ({
  year: of,
  measure: "weight" as "weight" | "length",
  tournaments: 11,
  boats: 190,
  starts: 340,
  anglers: 48,
  meanStarts: 30.9,
  zeros: 21,
  limits: 60 + (of % 7) * 5,
  weight: pounds(1810),
  meanWeight: pounds(8 + (of % 5)),
  heaviestWin: pounds(19.5),
  bigBass: pounds(8.1),
  ...changes,
});

export const years = [
  year(2024, {
    measure: "length",
    meanWeight: pounds(61.5),
    heaviestWin: pounds(98.75),
    bigBass: pounds(21.25),
  }),
  year(2025),
  year(2026, { meanWeight: null, heaviestWin: null, bigBass: null }),
];
