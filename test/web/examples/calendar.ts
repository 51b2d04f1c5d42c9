import type { Pages } from "../../../web/pages.ts";

export const hostile = `<script>alert("x")</script>' onload='y' \`z\` & Söhne`;

export const pounds = (text: number) => Math.round(text * 10_000);
export const person = (id: number, name: string) => ({ id, name });

export const people = [
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

export const who = (id: number) => people[id - 1]!;

export const lakes = {
  canyon: { id: 1, key: "canyon", name: "Canyon Lake" },
  travis: { id: 2, key: "travis", name: "Lake Travis" },
  choke: { id: 3, key: "choke-canyon", name: "Choke Canyon Reservoir" },
};

const ramp = { id: 1, name: "Potters Creek Launch Ramp/Dock", latitude: 29.9069, longitude: -98.2825 };

export type Trip = Pages["tournament"]["results"]["tournament"];

export const trip = (changes: Partial<Trip>): Trip => ({
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

export const club: Pages["home"]["club"] = {
  name: "South Austin Bass Club",
  zone: "America/Chicago",
  contact: null,
};

export const march = trip({});
export const january = trip({
  id: 1,
  number: 1,
  name: "January Tournament",
  firstDay: "2026-01-25",
  lastDay: "2026-01-25",
  lake: lakes.travis,
});
export const february = trip({
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
export const april = trip({
  id: 4,
  number: 4,
  name: "April Tournament",
  firstDay: "2026-04-26",
  lastDay: "2026-04-26",
  state: "scheduled",
  lake: lakes.choke,
});
export const may = trip({
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

export const seasons: Pages["seasons"]["seasons"] = [2026, 2025, 2024].map((year) => ({
  year,
  rulesName: year === 2026 ? "SABC team" : "SABC individual",
  ranked: year === 2026 ? "boat" : "angler",
  closed: year !== 2026,
  tournaments: 10,
  official: year === 2026 ? 2 : 10,
  cancelled: 0,
  current: year === 2026,
}));

type Entry = Pages["calendar"]["calendar"]["months"][number]["entries"][number];

const entry = (changes: Partial<Entry>): Entry => ({
  id: 1,
  kind: "tournament",
  name: "January Tournament",
  firstDay: "2026-01-25",
  lastDay: "2026-01-25",
  startsAt: "06:30",
  endsAt: "15:00",
  description: null,
  cancelled: null,
  past: false,
  tournament: { season: 2026, number: 1, lake: lakes.travis },
  place: { lake: "Lake Travis", ramp: "Mansfield Dam", latitude: null, longitude: null },
  ...changes,
});

const plain = { startsAt: null, endsAt: null, tournament: null, place: null };

export const calendarMonths: Pages["calendar"]["calendar"]["months"] = [
  {
    month: 1,
    entries: [
      entry({
        ...plain,
        id: 2,
        kind: "holiday",
        name: "New Year's Day",
        firstDay: "2026-01-01",
        lastDay: "2026-01-01",
      }),
      entry({ past: true }),
      entry({
        ...plain,
        id: 3,
        kind: "meeting",
        name: hostile,
        startsAt: "19:00",
        description: "At the back table.",
      }),
    ],
  },
  {
    month: 5,
    entries: [
      entry({
        id: 4,
        name: "Two-day Classic",
        firstDay: "2026-05-23",
        lastDay: "2026-05-24",
        tournament: { season: 2026, number: 5, lake: null },
        place: null,
      }),
      entry({ ...plain, id: 5, kind: "other", name: "Kids' day", cancelled: hostile }),
    ],
  },
];
