import { divideHalfUp } from "../decimal.ts";
import { type Points, printPoints } from "../points.ts";
import type { Weight } from "../weight.ts";
import type { Contestant } from "./contestant.rules.ts";
import { isWin, type PlaceGroup } from "./place.rules.ts";
import { scores } from "./guest.rules.ts";
import type { PointsEvent, PointsPart } from "./points-event.rules.ts";

/** What each of an event earns beside the place: only those who score, and what they did in fact. */
export function bonusesOf(event: PointsEvent): (one: Contestant) => PointsPart[] {
  const { rules, size } = event;
  const { bonus } = rules.points;
  if (Object.values(bonus).every((offer) => offer === null || offer === 0)) return () => [];
  const bigBass = bigBassHolders(event);
  const leads = bonus.dayLead > 0 ? dayLeaders(event) : [];
  const groupOf = new Map(
    event.groups.flatMap((group) => group.contestants.map((one) => [one, group] as const)),
  );

  return (one) => {
    const fished = one.outcome === "fished";
    const group = groupOf.get(one);
    const limits = one.bags.filter((bag) => bag.limit).length;
    const fish = one.fish ?? 0;
    const led = leads.filter((leaders) => leaders.includes(one)).length;
    const beaten = fished && group && bonus.perBeaten > 0 ? beatenBy(group, event.groups) : 0;
    const paid = one.outcome !== "did-not-fish";
    return [
      part("bigBass", bigBass.includes(one) ? (bonus.bigBass?.points ?? 0) : 0, "Big bass of the event"),
      part("limit", limits * bonus.limit, `A limit weighed${limits > 1 ? ` on ${limits} days` : ""}`),
      part("win", group && isWin(group) ? bonus.win : 0, "The win"),
      part("dayLead", led * bonus.dayLead, `Led after ${led} ${led === 1 ? "day" : "days"}`),
      part("perFish", fish * bonus.perFish, `${fish} fish weighed`),
      part("perPound", bonus.perPound ? poundPoints(one.net, bonus.perPound) : 0, "The weight"),
      part("perEntry", fished ? size * bonus.perEntry : 0, `${size} fished`),
      part("perBeaten", beaten * bonus.perBeaten, `${beaten} beaten`),
      part("participation", fished ? bonus.participation : 0, "Took part"),
      part("feePaid", paid ? bonus.feePaid : 0, "Paid the fee"),
    ].filter(({ points }) => points !== 0);
  };
}

/** The heaviest bass of those who score; the next one eligible gets what a guest's heavier fish would have earned. */
function bigBassHolders({ rules, field }: PointsEvent): Contestant[] {
  if (!rules.points.bonus.bigBass) return [];
  const eligible = field.filter((one) => scores(one, rules) && one.bigBass !== null);
  const heaviest = Math.max(...eligible.map((one) => one.bigBass ?? 0));
  const holders = eligible.filter((one) => one.bigBass === heaviest);
  return holders.length > 1 && rules.points.bonus.bigBass.tied === "none" ? [] : holders;
}

/** For each day, who of those who score leads after it with what was weighed so far; equals lead together. */
function dayLeaders({ rules, field }: PointsEvent): Contestant[][] {
  const eligible = field.filter((one) => one.caught && scores(one, rules));
  const days = [...new Set(eligible.flatMap((one) => one.bags.map((bag) => bag.day)))].toSorted(
    (a, b) => a - b,
  );
  return days.map((day) => {
    const weights = eligible.map((one) => ({ one, weight: weightThrough(one, day) }));
    const heaviest = Math.max(...weights.map(({ weight }) => weight));
    return weights.filter(({ weight }) => weight === heaviest && weight > 0).map(({ one }) => one);
  });
}

function weightThrough(one: Contestant, day: number): Weight {
  return one.bags.filter((bag) => bag.day <= day).reduce((sum, bag) => sum + (bag.net ?? 0), 0);
}

/** Those who fished and stand strictly behind; equals beat nobody of each other. */
function beatenBy(group: PlaceGroup, groups: PlaceGroup[]): number {
  return groups
    .filter((other) => other.ahead > group.ahead && other.kind !== "buy-in")
    .reduce((sum, { contestants }) => sum + contestants.length, 0);
}

/** A weight below zero takes no points away. */
function poundPoints(
  net: Weight | null,
  { points, round }: { points: Points; round: "down" | "nearest" | "exact" },
): Points {
  const weight = Math.max(0, net ?? 0);
  if (round === "exact") return divideHalfUp(weight * points, pound);
  return points * (round === "down" ? Math.floor(weight / pound) : divideHalfUp(weight, pound));
}

function part(name: string, points: Points, reason: string): PointsPart {
  return { rule: `points.bonus.${name}`, points, sentence: `${reason}: ${printPoints(points)} more.` };
}

const pound: Weight = 10_000;
