import { type Measure, measureWords, type Weight } from "#core/weight.ts";
import { words } from "./words.ts";

/** How weights are told on a page: `it.told(measure)` in a view, with the measures of all that stands together. */
export interface Told {
  /** `Weight`, `Length`. */
  what: string;
  /** A head with the unit of what stands below it: `Big bass lb`. */
  head: (what: string) => string;
  /** Below such a head: `14.95`. The measure is that of its season; wanted where they are not all of one. */
  figure: (weight: Weight | null, measure?: Measure) => string;
  /** Anywhere else: `14.95 lb`. */
  full: (weight: Weight | null, measure?: Measure) => string;
  /** `pounds` */
  units: string;
  /** What a bass, or a bag, is that nothing beats: `heaviest`, `longest`. */
  bass: string;
  bag: string;
  /** Seasons of both kinds. */
  mixed: boolean;
}

/** The unit stands once, in the head, and at each figure where seasons that weighed meet such that measured. */
export function told(...measures: readonly Measure[]): Told {
  const [only = "weight", other] = new Set(measures);
  const full: Told["full"] = (weight, measure = only) =>
    weight === null ? words.weight(weight) : `${words.weight(weight)} ${measureWords[measure].unit}`;
  // On one line, however narrow its cell is.
  const whole: Told["figure"] = (weight, measure) => full(weight, measure).replace(" ", "\u00A0");
  if (other !== undefined) return { ...both, mixed: true, head: (what) => what, figure: whole, full };
  const { unit, ...said } = measureWords[only];
  return {
    ...said,
    mixed: false,
    head: (what) => `${what} ${unit}`,
    figure: (weight) => words.weight(weight),
    full,
  };
}

const both = {
  what: "Weight",
  units: "pounds, or inches where fish were measured",
  bass: "biggest",
  bag: "best",
};
