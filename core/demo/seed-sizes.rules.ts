/** How large a club is made to measure with. */
export interface SeedSize {
  people: number;
  seasons: number;
  /** Tournaments of a month: January to December. */
  monthly: 1 | 6;
  boats: number;
  /** Seasons a member stays. */
  stay: number;
}

/** What the figures of speed are promised for: 1,000 anglers, 500 tournaments, 20,000 bags; and a tenfold of it. */
export const seedSizes = {
  small: { people: 48, seasons: 3, monthly: 1, boats: 6, stay: 3 },
  production: { people: 1_000, seasons: 42, monthly: 1, boats: 21, stay: 4 },
  large: { people: 10_000, seasons: 70, monthly: 6, boats: 21, stay: 6 },
} as const satisfies Record<string, SeedSize>;

export type SeedName = keyof typeof seedSizes;
