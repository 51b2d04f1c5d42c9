import type { Rules } from "../seasons/rules.schemas.ts";
import type { BagFacts } from "../tournaments/facts.rules.ts";
import { printWeight, unitOf, type Weight } from "../weight.ts";

/** What the penalties of these bags were for: `1 dead fish: 0.25 lb; 2 minutes late: 2.00 lb`. Null without any. */
export function penaltyWords(
  bags: readonly BagFacts[],
  {
    penalty,
    rules: { penalties, measure },
    reasonOf,
  }: { penalty: Weight | null; rules: Rules; reasonOf: (bagId: number) => string | undefined },
): string | null {
  if (!penalty) return null;
  const sum = (of: (bag: BagFacts) => number) => bags.reduce((total, bag) => total + of(bag), 0);
  const short = typeof penalties.shortFish === "number" ? penalties.shortFish : 0;
  const [dead, shorts, late] = [sum((bag) => bag.dead), sum((bag) => bag.short), sum((bag) => bag.late)];
  const parts: [string, Weight][] = [
    [`${dead} dead fish`, dead * penalties.deadFish],
    [`${shorts} short fish`, shorts * short],
    [`${late} ${late === 1 ? "minute" : "minutes"} late`, late * penalties.lateMinute],
    ...bags.map((bag): [string, Weight] => [reasonOf(bag.id) ?? "other", bag.otherPenalty]),
  ];
  const rest = penalty - parts.reduce((total, [, weight]) => total + weight, 0);
  return [...parts, ["over the limit", rest] as const]
    .filter(([, weight]) => weight > 0)
    .map(([words, weight]) => `${words}: ${printWeight(weight)} ${unitOf(measure)}`)
    .join("; ");
}
