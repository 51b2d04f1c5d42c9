/** How a figure is written: points in hundredths, weights in 1/10,000 lb, money in cents. */
export type FigureKind = "count" | "weight" | "points" | "money" | "word";
export type FigureValue = number | string | null;

/** One figure that the club shows: on which page, of whom, which. */
export interface Figure {
  /** Tells it apart from every other one. */
  key: string;
  /** `2026-01 January`, `Standings 2026: Angler of the Year` */
  where: string;
  /** `Ann Lee + Bob Cruz`; empty where it is of all. */
  who: string;
  what: string;
  kind: FigureKind;
  value: FigureValue;
}
