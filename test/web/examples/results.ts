import type { Pages } from "../../../web/pages.ts";
import { hostile, march, pounds, trip, who } from "./calendar.ts";

type Boat = Pages["tournament"]["results"]["boats"][number];

const weighed = (place: number) => ({
  place,
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
  outcome: "fished" as const,
  reason: null,
  payout: 0,
});

const boat = (number: number, changes: Partial<Boat>): Boat => ({
  ...weighed(number),
  entry: number,
  boatNumber: number,
  crew: [],
  ...changes,
});

const aboard = (...ids: number[]) =>
  ids.map((id) => ({ angler: who(id), member: id !== 3 && id !== 9, standsInFor: null }));

export const team: Pages["tournament"]["results"] = {
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
      id: 1,
      kind: "coin",
      words: "Coin for 2nd place falls to Eve Marchetti-Vandenberg.",
      decidedBy: "Ann Lee, president",
      on: "2026-03-22",
      reason: hostile,
    },
  ],
  rulingsNeeded: [],
  notWeighed: [],
};

type Angler = Pages["tournament"]["results"]["anglers"][number];

const angler = (id: number, changes: Partial<Angler>): Angler => ({
  ...weighed(id),
  angler: who(id),
  member: true,
  boatNumber: id,
  seat: null,
  ...changes,
});

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

export const individual: Pages["tournament"]["results"] = {
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
  notWeighed: [[who(6)], [who(8), who(12)]],
  rulingsNeeded: [
    {
      words: "A coin between Dee Okafor and Eve Marchetti-Vandenberg for place 4.",
      anglers: [who(4), who(5)],
      ranking: "angler",
      place: 4,
    },
  ],
  pots: [
    { name: "Big-bass pot", before: 4800, added: 4000, over: pounds(5), paid: 0, winners: [], after: 8800 },
  ],
};
