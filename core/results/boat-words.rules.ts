import type { Rules } from "../seasons/rules.schemas.ts";
import type { EventChanges } from "../seasons/event-changes.schemas.ts";
import type { AboardFacts, BagFacts, EntryFacts } from "../tournaments/facts.rules.ts";
import { scalesOf, weighBag } from "../tournaments/weigh.rules.ts";
import { printWeight, unitOf } from "../weight.ts";
import { crewWords, type Naming } from "./names.rules.ts";

interface Told {
  rules: Rules;
  changes: EventChanges;
  naming: Naming;
}

/** What was understood of a boat: `Boat 7: Ann Lee + Bob Cruz, 5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb, big 5.10`. */
export function boatWords(entry: EntryFacts, told: Told): string {
  const name = entry.boatNumber === null ? "Boat" : `Boat ${entry.boatNumber}`;
  if (entry.kind === "buy-in") return `Buy-in: ${aboardWords(entry, told)}`;
  return `${name}: ${[described(entry, told), outcomeWords(entry)].filter(Boolean).join(", ")}`;
}

/** Who is aboard: `Ann Lee + Bob Cruz`, `Ann Lee alone`, `Cal Moss (guest) + Dee Ray`. */
export function aboardWords({ kind, crew }: Pick<EntryFacts, "kind" | "crew">, { naming }: Told): string {
  const names = crewWords(crew.map((one) => ({ name: nameOf(one, naming) })));
  return crew.length === 1 && kind === "boat" ? `${names} alone` : names;
}

/** One bag: `5 fish, 1 dead, 15.20 − 0.25 = 14.95 lb, big 5.10`. */
export function bagWords(
  bag: BagFacts,
  { entry, rules, changes, naming }: Told & { entry: EntryFacts },
): string {
  const {
    fish,
    gross,
    penalty,
    net,
    bigBass,
    void: isVoid,
  } = weighBag(bag, { entry, scales: scalesOf(rules, changes) });
  if (fish === 0) return "no fish";
  const unit = unitOf(rules.measure);
  const weight =
    net === null
      ? "weight not known"
      : gross === null
        ? `net ${printWeight(net)} ${unit}`
        : penalty
          ? `${printWeight(gross)} − ${printWeight(penalty)} = ${printWeight(net)} ${unit}`
          : `${printWeight(net)} ${unit}`;
  const catcher = bag.caughtBy === null ? "" : ` by ${naming(bag.caughtBy).name}`;
  return [
    fish === null ? "fish not counted" : `${fish} fish`,
    bag.dead > 0 ? `${bag.dead} dead` : "",
    bag.short > 0 ? `${bag.short} short` : "",
    bag.late > 0 ? `${bag.late} ${bag.late === 1 ? "minute" : "minutes"} late` : "",
    isVoid ? "void" : weight,
    bigBass === null ? "" : `big ${printWeight(bigBass)}${catcher}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function described(entry: EntryFacts, told: Told): string {
  const aboard = aboardWords(entry, told);
  if (entry.outcome === "did-not-fish") return aboard;
  if (entry.bags.length === 0) return `${aboard}, not weighed yet`;
  const days = [...Map.groupBy(entry.bags, ({ day }) => day)].toSorted(([one], [other]) => one - other);
  const common = entry.bags.every(({ anglerId }) => anglerId === null) || entry.crew.length === 1;
  const ofDay = (bags: BagFacts[]): string =>
    common
      ? bags.map((bag) => bagWords(bag, { ...told, entry })).join(", ")
      : entry.crew.map((one) => ofAngler(one, bags, { ...told, entry })).join("; ");
  const several = days.length > 1 || (days[0]?.[0] ?? 1) > 1;
  const parts = days.map(([day, bags]) => (several ? `day ${day}: ${ofDay(bags)}` : ofDay(bags)));
  return common || several ? `${aboard}, ${parts.join("; ")}` : parts.join("; ");
}

function ofAngler(one: AboardFacts, bags: BagFacts[], told: Told & { entry: EntryFacts }): string {
  const own = bags.filter(({ anglerId }) => anglerId === one.anglerId);
  const said = own.length > 0 ? own.map((bag) => bagWords(bag, told)).join(", ") : "not weighed yet";
  const out = one.outcome === null || one.outcome === "fished" ? "" : `, ${wordOf(one.outcome)}`;
  return `${nameOf(one, told.naming)}, ${said}${out}`;
}

const outcomeWords = ({ outcome }: EntryFacts): string => (outcome === "fished" ? "" : wordOf(outcome));

const wordOf = (outcome: string): string => outcome.replaceAll("-", " ");

const nameOf = ({ anglerId, wasMember }: AboardFacts, naming: Naming): string =>
  `${naming(anglerId).name}${wasMember ? "" : " (guest)"}`;
