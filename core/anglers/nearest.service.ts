interface Question {
  asked: string;
  among: string[];
  most?: number;
}

const leastLike = 60;

/** The texts most like the one asked for, best first. To be suggested to a person, never to be chosen for one. */
export async function nearest({ asked, among, most = 5 }: Question): Promise<string[]> {
  // Loaded when someone mistyped, not whenever sabc starts.
  const { extract, WRatio } = await import("fuzzball");
  const options = { scorer: WRatio, limit: most, cutoff: leastLike, force_ascii: false };
  const likely: unknown[][] = extract(asked, [...new Set(among)], options);
  return likely.map(([text]) => String(text));
}
