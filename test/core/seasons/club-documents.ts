import type { RulesDocument } from "#core/seasons/rules.schemas.ts";

/** A real club's published rules in our words, and what of them the document cannot say. */
export interface ClubDocument {
  id: string;
  rules: RulesDocument;
  unsupported: string[];
}

const angler = { version: 1, ranked: "angler", limit: { fish: 5, per: "angler" } } as const;
const boat = { version: 1, ranked: "boat", limit: { fish: 5, per: "boat" } } as const;
const byLastWithFish = (add: number) => ({ from: "last-with-fish", add }) as const;

const elite = (season: string, first: number): ClubDocument => ({
  id: season === "2022" ? "bass-elite-2022" : "bass-elite-2023-25",
  rules: {
    ...angler,
    name: `Bassmaster Elite ${season}`,
    points: { place: { first, step: 1 }, noFish: 0 },
    season: { races: ["angler"], order: ["points", "total-weight"], listed: "anyone" },
  },
  unsupported: ["ties.season: weight of the full-field days only (total weight stands in for it)"],
});

/** Bassmaster Elite, a document a season: first place is worth the roster's size at the season's start. */
export const eliteSeasons: Record<string, ClubDocument> = {
  2022: elite("2022", 100),
  2023: elite("2023", 104),
  2024: elite("2024", 103),
  2025: elite("2025", 104),
};

export const denver: ClubDocument = {
  id: "dbm-2025",
  rules: {
    ...angler,
    name: "Denver Bassmasters 2025",
    points: { place: { first: 100, step: 1 }, noFish: 25 },
    season: {
      races: ["angler"],
      order: ["points", "wins", "best-place", "name"],
      keep: { best: 4 },
      listed: "anyone",
    },
    money: {
      fee: 50,
      per: "angler",
      places: { share: 40, to: "angler", split: [50, 30, 20], roundTo: 1 },
      pots: [
        { name: "Big bass", share: 5, every: "day", to: "anyone" },
        { name: "Boat team", share: 5, pays: "best-boat", to: "anyone" },
      ],
    },
  },
  unsupported: [],
};

/** The clubs of the published collection, in its order. */
export const clubs: ClubDocument[] = [
  {
    id: "sabc-2024",
    rules: {
      ...angler,
      name: "South Austin Bass Club 2024",
      guests: { rank: "placed" },
      penalties: { deadFish: 0.25, lateVoidFrom: 1 },
      ties: { by: ["most-fish", "big-bass"] },
      points: {
        place: { first: 100, step: 1 },
        noFish: byLastWithFish(-2),
        buyIn: byLastWithFish(-4),
        grace: { from: "no-fish", add: -1 },
      },
      season: { races: ["angler"] },
      money: {
        fee: 25,
        per: "angler",
        places: { share: 16, to: "boat", split: [7, 5, 4] },
        pots: [{ name: "Big bass", share: 4, over: 5 }],
        keeps: { club: 3, charity: 2 },
      },
    },
    unsupported: [],
  },
  {
    id: "sabc-2026-team",
    rules: {
      ...boat,
      name: "South Austin Bass Club 2026",
      guests: { rank: "placed", eventsPerYear: 2, boatOfGuests: true },
      penalties: { deadFish: 0.25, lateVoidFrom: 1 },
      ties: { by: ["big-bass"] },
      money: {
        fee: 50,
        per: "boat",
        places: { share: 42, to: "boat", split: [20, 14, 8] },
        pots: [{ name: "Big bass", share: 8, over: 5 }],
      },
      awards: [
        { title: "Big Bass of the year", by: "big-bass", over: 5 },
        { title: "Heavy Stringer of the year", by: "heavy-stringer" },
      ],
      club: { polls: { decision: "plurality", tie: "president", bylawNoticeDays: 7 } },
    },
    unsupported: [],
  },
  denver,
  eliteSeasons[2022]!,
  eliteSeasons[2023]!,
  {
    id: "topwater-bassers",
    rules: {
      ...angler,
      name: "Topwater Bassers",
      points: {
        place: { first: [70, 65, 60, 55, 50], step: 1 },
        noFish: 10,
        bonus: { bigBass: { points: 5 } },
      },
      season: { races: ["angler"], keep: { drop: 2 } },
      awards: [{ title: "Rookie of the year", by: "standing", rookies: true }],
    },
    unsupported: ["awards: lunker largemouth and lunker smallmouth (a fish's species is not recorded)"],
  },
  {
    id: "cyclone",
    rules: {
      ...boat,
      name: "Cyclone Trophy Club",
      points: {
        place: { first: 60, step: 1 },
        noFish: { from: "last-place", add: 0 },
        buyIn: { from: "last-place", add: -5 },
        bonus: { bigBass: { points: 2 } },
      },
      season: { races: ["crew"], order: ["points", "big-bass"], keep: { best: 8 } },
    },
    unsupported: [],
  },
  {
    id: "elite-bass-club",
    rules: {
      ...angler,
      name: "Elite Bass Club",
      ties: { then: "share" },
      points: { bonus: { perBeaten: 5, participation: 5 } },
      season: { races: ["angler"] },
    },
    unsupported: [],
  },
  {
    id: "castaway",
    rules: {
      ...angler,
      name: "Cast-A-Way Bass Club",
      penalties: { deadFish: 0.5, belowZero: true },
      points: {
        place: { first: 50, step: 1 },
        noFish: 5,
        bonus: { perPound: { points: 1, round: "down" } },
      },
      season: { races: ["angler"], meetings: { points: 5 } },
    },
    unsupported: [],
  },
  {
    id: "palm-bay",
    rules: {
      ...angler,
      name: "Palm Bay Bassmasters",
      penalties: { deadFish: 0.25, lateMinute: 1 },
      points: {
        place: { first: 45, step: 1, floor: 6 },
        noFish: 5,
        bonus: { bigBass: { points: 1 }, limit: 1 },
      },
      season: { races: ["angler"], meetings: { points: 1 } },
    },
    unsupported: [],
  },
  {
    id: "columbus",
    rules: {
      ...angler,
      name: "Columbus Bassmasters",
      penalties: {
        deadFish: 0.5,
        shortFish: 1,
        lateMinute: 0.5,
        lateVoidFrom: 15,
        lateReducesBigBass: true,
        overLimit: "void",
        deadBigBass: false,
      },
      ties: { by: ["big-bass", "most-fish"] },
      points: { place: { first: 100, step: 2 }, noFish: 25 },
      season: { races: ["angler"] },
    },
    unsupported: [],
  },
  {
    id: "newc",
    rules: {
      ...boat,
      name: "New England Walleye Circuit",
      points: {
        place: { first: [100, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0] },
        noFish: 0,
        bonus: { bigBass: { points: 5 }, perFish: 1, perEntry: 1, participation: 100 },
      },
      season: { races: ["crew"], keep: { best: 4 }, listed: "anyone" },
    },
    unsupported: [],
  },
  {
    id: "delta-customs",
    rules: {
      ...boat,
      name: "Delta Customs trail",
      penalties: { deadFish: 1, lateMinute: 1 },
      points: { place: { first: [300, 295, 290, 280, 270, 260, 250, 240, 230, 220, 200, 180] } },
      season: { races: ["crew"], listed: "anyone" },
    },
    unsupported: ["place: what places after the twelfth are worth (the published table is cut off there)"],
  },
  {
    id: "mn-junior",
    rules: {
      ...angler,
      name: "Minnesota Junior B.A.S.S. Nation",
      penalties: { deadFish: 0.25, shortFish: 1, lateMinute: 1, lateVoidFrom: 15, lateReducesBigBass: true },
      ties: { by: ["big-bass"] },
    },
    unsupported: [],
  },
  {
    id: "first-coast",
    rules: {
      ...angler,
      name: "First Coast Christian Bass Club",
      penalties: { deadFish: 0.25, shortFish: "not-weighed-nor-largest", lateMinute: 1, lateVoidFrom: 15 },
    },
    unsupported: [],
  },
];
