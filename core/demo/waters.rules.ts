import type { Chapter } from "./years.rules.ts";

/** How a lake fishes, 1 being usual: how many bite, how big they are, how likely a trophy is. */
export interface Mood {
  bite: number;
  size: number;
  trophies: number;
}

/** Where a tournament is held: the lake's key and the name of one of its ramps. */
export interface Water {
  lake: string;
  ramp: string;
}

/** The lake and ramp of a month (1–11); what nobody has voted on yet has none. */
export function waterOf(chapter: Chapter, month: number): Water | null {
  const named = years[chapter][month - 1];
  return named === undefined ? null : ramps[named];
}

/** How a lake fishes in a month. */
export function moodOf({ lake, month }: { lake: string; month: number }): Mood {
  const usual = lakes[lake] ?? { bite: 1, size: 1, trophies: 1 };
  const season = months[month - 1] ?? { bite: 1, size: 1, trophies: 1 };
  return {
    bite: usual.bite * season.bite,
    size: usual.size * season.size,
    trophies: usual.trophies * season.trophies,
  };
}

const lakes: Record<string, Mood> = {
  austin: { bite: 0.85, size: 1.15, trophies: 2.2 },
  bastrop: { bite: 1.15, size: 1, trophies: 1.2 },
  belton: { bite: 0.9, size: 0.9, trophies: 0.6 },
  buchanan: { bite: 0.9, size: 1, trophies: 0.9 },
  canyon: { bite: 0.9, size: 0.95, trophies: 0.7 },
  "choke-canyon": { bite: 0.95, size: 1.2, trophies: 1.8 },
  decker: { bite: 1.1, size: 0.95, trophies: 1 },
  "fayette-county": { bite: 1.3, size: 1.1, trophies: 1.3 },
  "lady-bird": { bite: 0.85, size: 1.05, trophies: 1.6 },
  lbj: { bite: 1.1, size: 1, trophies: 1 },
  stillhouse: { bite: 0.85, size: 0.95, trophies: 0.9 },
  travis: { bite: 1.15, size: 0.85, trophies: 0.5 },
};

/** Cold water is slow; before and at the spawn, February to April, the big ones come shallow; summer is small fish. */
const months: Mood[] = [
  { bite: 0.65, size: 1.05, trophies: 0.9 },
  { bite: 0.8, size: 1.2, trophies: 1.5 },
  { bite: 1.1, size: 1.2, trophies: 1.6 },
  { bite: 1.2, size: 1.05, trophies: 1.1 },
  { bite: 1.15, size: 1, trophies: 0.8 },
  { bite: 1.05, size: 0.95, trophies: 0.6 },
  { bite: 0.9, size: 0.9, trophies: 0.5 },
  { bite: 0.75, size: 0.9, trophies: 0.5 },
  { bite: 0.8, size: 0.95, trophies: 0.6 },
  { bite: 1, size: 1, trophies: 0.8 },
  { bite: 0.95, size: 1.05, trophies: 1 },
];

const ramps = {
  austin: { lake: "austin", ramp: "Loop 360 Boat Ramp" },
  "austin above": { lake: "austin", ramp: "Walsh Boat Landing" },
  bastrop: { lake: "bastrop", ramp: "South Shore Park" },
  belton: { lake: "belton", ramp: "Cedar Ridge Park" },
  buchanan: { lake: "buchanan", ramp: "Black Rock Park" },
  canyon: { lake: "canyon", ramp: "Canyon Lake Marina" },
  choke: { lake: "choke-canyon", ramp: "Calliham Unit Boat Ramp" },
  decker: { lake: "decker", ramp: "Walter E. Long Metropolitan Park" },
  fayette: { lake: "fayette-county", ramp: "Oak Thicket Park" },
  "lady bird": { lake: "lady-bird", ramp: "Festival Beach Boat Ramp" },
  lbj: { lake: "lbj", ramp: "Blue Briar" },
  stillhouse: { lake: "stillhouse", ramp: "Union Grove Park" },
  travis: { lake: "travis", ramp: "Mansfield Dam" },
  "travis above": { lake: "travis", ramp: "Jones Brothers Park" },
} as const satisfies Record<string, Water>;

/** January to November. */
const years: Record<Chapter, (keyof typeof ramps)[]> = {
  first: [
    "decker",
    "travis",
    "austin",
    "bastrop",
    "lbj",
    "buchanan",
    "fayette",
    "travis above",
    "canyon",
    "choke",
    "belton",
  ],
  second: [
    "fayette",
    "austin",
    "travis",
    "lbj",
    "canyon",
    "bastrop",
    "decker",
    "lady bird",
    "stillhouse",
    "buchanan",
    "travis above",
  ],
  current: [
    "decker",
    "bastrop",
    "travis",
    "austin above",
    "buchanan",
    "lbj",
    "fayette",
    "canyon",
    "belton",
    "choke",
    "lbj",
  ],
  coming: ["travis"],
};
