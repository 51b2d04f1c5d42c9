import type { Pages } from "../../../web/pages.ts";
import { january, lakes, march, people, person, pounds, type Trip, trip, who } from "./calendar.ts";

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

export const standings: Pages["standings"]["standings"] = {
  season: 2026,
  rulesName: "SABC team",
  ranked: "boat",
  measure: "weight",
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
      listed: 1204,
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

export const fullYear: Pages["standings"]["standings"] = {
  ...standings,
  season: 2025,
  rulesName: "SABC individual",
  ranked: "angler",
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
      listed: people.length,
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

/** The first of this season, two of whom lie close. */
export const wins: Pages["standings"]["course"] = {
  figure: "wins",
  rows: [
    {
      key: "1-2",
      crew: [who(1), who(2)],
      steps: [
        { total: 1, behind: 0 },
        { total: 2, behind: 0 },
      ],
    },
    {
      key: "5-12",
      crew: [who(5), who(12)],
      steps: [
        { total: 0, behind: 1 },
        { total: 0, behind: 2 },
      ],
    },
    { key: "6", crew: [who(6)], steps: [null, { total: 0, behind: 2 }] },
  ],
};

/** The second and third are level until summer, the last two from then on. */
const behind = (line: number, month: number): number =>
  (line === 2 && month < 7 ? 1 : line === 5 && month > 7 ? 4 : line) * (300 + month * 100);

export const course: Pages["standings"]["course"] = {
  figure: "points",
  rows: [1, 2, 3, 4, 5, 12].map((id, line) => ({
    key: String(id),
    crew: [who(id)],
    steps: months.map((month) =>
      line === 3 && month < 3
        ? null
        : { total: month * 9800 - behind(line, month), behind: behind(line, month) },
    ),
  })),
};
