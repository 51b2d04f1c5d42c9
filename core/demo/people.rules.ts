import type { StatusRow } from "../membership/status.rules.ts";
import { addDays, type ClubDate } from "../time.ts";
import { chanceOf } from "./chance.rules.ts";
import { aliases, applicants, crews, guests, publicNames } from "./names.rules.ts";
import { type Chapter, chaptersOn } from "./years.rules.ts";

/** One of the demo's people, as the club knows them on the day it is made for. */
export interface DemoPerson {
  name: string;
  publicName: string;
  email: string;
  phone: string;
  aliases: string[];
  joinedOn: ClubDate | null;
  /** Oldest first; none lies ahead. */
  statuses: StatusRow[];
  /** How likely they are to come, 0–1. */
  keenness: number;
  /** 1 is usual. */
  skill: number;
}

/** The club's people on a day: members, guests, applicants, and who has left. Who is yet to come is not among them. */
export function demoPeople(today: ClubDate): DemoPerson[] {
  const years = new Map(chaptersOn(today).map(({ chapter, year }) => [chapter, year]));
  const dayOf = ({ chapter, day }: Moment): ClubDate => `${years.get(chapter)}-${day}`;
  const members = crews
    .flat()
    .map((name) => ({ name, statuses: memberSince(name, { dayOf, firstYear: years.get("first")! }) }));
  const others = visitors.map(([name, chapter]) => ({
    name,
    statuses: [{ status: "guest" as const, from: dayOf({ chapter, day: "01-02" }) }],
  }));
  const waiting = applicants.map((name, at) => ({
    name,
    statuses: [{ status: "applicant" as const, from: addDays(today, -4 - 5 * at) }],
  }));
  return [...members, ...others, ...waiting]
    .map((one) => ({ ...one, statuses: one.statuses.filter(({ from }) => from <= today) }))
    .filter(({ statuses }) => statuses.length > 0)
    .map((one, at) => ({ ...one, ...portrait(one, at) }));
}

interface Moment {
  chapter: Chapter;
  day: string;
}

/** Who joined while the story runs; everyone else was there before. */
const joined: Record<string, Moment> = {
  "Bernadette Kaiser": { chapter: "first", day: "01-16" },
  "Jerome Castille": { chapter: "first", day: "02-11" },
  "Grady Stubbs": { chapter: "second", day: "01-14" },
  "Paloma Reyes": { chapter: "second", day: "06-10" },
  "Shelby Nance": { chapter: "second", day: "10-12" },
  "Lorena Macías": { chapter: "current", day: "01-09" },
};

/** Who fished as a guest first. */
const guestBefore: Record<string, Moment> = { "Paloma Reyes": { chapter: "second", day: "03-01" } };

/** Who has left the club. */
const left: Record<string, Moment> = {
  "Delbert Fuchs": { chapter: "first", day: "12-31" },
  "Vernon Tubbs": { chapter: "second", day: "08-15" },
};

function memberSince(
  name: string,
  { dayOf, firstYear }: { dayOf: (moment: Moment) => ClubDate; firstYear: number },
): StatusRow[] {
  const [before, from, end] = [guestBefore[name], joined[name], left[name]];
  return [
    ...(before ? [{ status: "guest" as const, from: dayOf(before) }] : []),
    { status: "member" as const, from: from ? dayOf(from) : longAgo(name, firstYear) },
    ...(end ? [{ status: "former" as const, from: dayOf(end) }] : []),
  ];
}

/** Years before the story begins. */
function longAgo(name: string, firstYear: number): ClubDate {
  const chance = chanceOf(`since ${name}`);
  const year = firstYear - Math.floor(chance.between(3, 19));
  return `${year}-01-${10 + Math.floor(chance.between(0, 20))}`;
}

/** Who only ever was a guest, with the season they first came in. */
const visitors = [
  ...new Map(
    (["current", "second", "first"] as const).flatMap((chapter) =>
      Object.keys(guests[chapter]).map((name) => [name, chapter] as const),
    ),
  ),
].filter(([name]) => !crews.flat().includes(name));

function portrait(
  { name, statuses }: { name: string; statuses: StatusRow[] },
  at: number,
): Omit<DemoPerson, "name" | "statuses"> {
  const chance = chanceOf(`person ${name}`);
  return {
    publicName: publicNames[name] ?? name,
    email: `${plain(name)}@example.org`,
    // 555-0100 to 555-0199 are kept for stories.
    phone: `+1512555${String(100 + at).padStart(4, "0")}`,
    aliases: name in aliases ? [aliases[name]!] : [],
    joinedOn: statuses.find(({ status }) => status === "member")?.from ?? null,
    keenness: known[name]?.keenness ?? chance.between(0.35, 0.85),
    skill: known[name]?.skill ?? chance.between(0.6, 1.3),
  };
}

/** Whom the examples name: always there, and good enough to be worth asking about. */
const known: Record<string, { keenness: number; skill: number }> = {
  "Ann Lee": { keenness: 1, skill: 1.3 },
  "Bob Cruz": { keenness: 1, skill: 1.2 },
  "Paloma Reyes": { keenness: 1, skill: 1 },
  "Vernon Tubbs": { keenness: 0.9, skill: 1 },
};

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/[^\p{L} ]/gu, "")
    .toLowerCase()
    .replaceAll(" ", ".");
