import type { RulesDocument } from "./rules.schemas.ts";

export type PresetName = keyof typeof presets;

const polls = { decision: "plurality", tie: "president", bylawNoticeDays: 7 } as const;
const dues = { amount: 25, month: 1, newMembersCoverNextFrom: 10 } as const;
const schedule = { weekday: "sunday", week: 4 } as const;
const penalties = { deadFish: 0.25, lateVoidFrom: 1, deadBigBass: true } as const;

/** South Austin Bass Club to 2025: anglers for points, boats for money (bylaws to December 2024). */
const individual: RulesDocument = {
  version: 1,
  name: "South Austin Bass Club, individual format",
  ranked: "angler",
  limit: { fish: 5, per: "angler" },
  guests: { rank: "placed", eventsPerYear: 2, boatOfGuests: false },
  penalties,
  ties: { by: ["most-fish", "big-bass"] },
  points: {
    place: { first: 100, step: 1 },
    noFish: { from: "last-with-fish", add: -2, ifNone: 98 },
    buyIn: { from: "last-with-fish", add: -4, ifNone: 96 },
    grace: { from: "no-fish", add: -1 },
  },
  season: { races: ["angler"], order: ["points", "total-weight"] },
  money: {
    fee: 25,
    per: "angler",
    places: { share: 16, to: "boat", split: [7, 5, 4] },
    pots: [{ name: "Big bass", share: 4, over: 5 }],
    keeps: { club: 3, charity: 2 },
  },
  awards: [
    { title: "Angler of the Year", by: "standing" },
    { title: "Top six", by: "standing", places: 6 },
    { title: "Big Bass of the year", by: "big-bass", over: 5 },
    { title: "Heavy Stringer of the year", by: "heavy-stringer" },
    { title: "Officers' award", by: "ruling" },
  ],
  club: { dues, schedule, polls: { ...polls, tie: "coin" } },
};

/** South Austin Bass Club from 2026 on: boats with one common bag (bylaws 2026). */
const team: RulesDocument = {
  version: 1,
  name: "South Austin Bass Club, team format",
  ranked: "boat",
  limit: { fish: 5, per: "boat" },
  guests: { rank: "placed", eventsPerYear: 2, boatOfGuests: true },
  penalties,
  ties: { by: ["big-bass"] },
  season: { races: ["crew"], order: ["wins", "total-weight"] },
  money: {
    fee: 50,
    per: "boat",
    places: { share: 42, to: "boat", split: [20, 14, 8] },
    pots: [{ name: "Big bass", share: 8, over: 5 }],
  },
  awards: [
    { title: "Most wins", by: "standing" },
    { title: "Big Bass of the year", by: "big-bass", over: 5 },
    { title: "Heavy Stringer of the year", by: "heavy-stringer" },
  ],
  club: { dues, schedule, polls },
};

/** The rule documents that ship; other clubs write their own. */
export const presets = { "sabc-individual": individual, "sabc-team": team } as const;
