import { exactMoney, type Cents } from "#core/money.ts";
import { exactPoints, type Points } from "#core/points.ts";
import { exactWeight, type Measure, measureWords, type Weight } from "#core/weight.ts";

// How single values stand in JSON, null where they are not known: `"12.25"`, `"25.00"`, `98.5`.
export const lb = (weight: Weight | null): string | null => (weight === null ? null : exactWeight(weight));
export const dollars = (cents: Cents): string => exactMoney(cents);
export const pointsNumber = (points: Points | null): number | null =>
  points === null ? null : exactPoints(points);

/** `{ id, name }` and nothing else, whatever more a read model knows. */
export const ref = ({ id, name }: { id: number; name: string }): { id: number; name: string } => ({
  id,
  name,
});

export const names = (people: { name: string }[]): string => people.map(({ name }) => name).join(" + ");

/** `2026-03-22 15:10`, of an instant written on the club's clock. */
export const onClock = (instant: string): string => instant.slice(0, 16).replace("T", " ");

/** `1 limit`, `2 limits` */
export const counted = (number: number, what: string, several = `${what}s`): string =>
  `${number} ${number === 1 ? what : several}`;

/** The head of a column of weights with their unit: `Net lb`; `Weight lb`, `Length in` where nothing else is said. */
export const headOf = (measure: Measure, what: string = measureWords[measure].what): string =>
  `${what} ${measureWords[measure].unit}`;
