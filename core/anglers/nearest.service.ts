interface Question {
  asked: string;
  among: string[];
  most?: number;
}

const leastLike = 60;
/** What a mere part of a name counts: `Bob` suggests Bob Cruz, but less than `Bob Crus` does. */
const partWorth = 0.75;

/** The texts most like the one asked for, best first. To be suggested to a person, never to be chosen for one. */
export async function nearest({ asked, among, most = 5 }: Question): Promise<string[]> {
  // The library says so on the console, among a command's data.
  if (among.length === 0) return [];
  // Loaded when someone mistyped, not whenever sabc starts.
  const { extract, partial_ratio, ratio, token_sort_ratio } = await import("fuzzball");
  const likeness = (one: string, other: string): number =>
    Math.max(ratio(one, other), token_sort_ratio(one, other), partWorth * partial_ratio(one, other));
  const options = { scorer: likeness, limit: most, cutoff: leastLike, force_ascii: false };
  const likely: unknown[][] = extract(asked, [...new Set(among)], options);
  return likely.map(([text]) => String(text));
}
