import { isMemberOn } from "../membership/status.rules.ts";
import { type Chance, chanceOf } from "./chance.rules.ts";
import { crews, guests } from "./names.rules.ts";
import type { DemoPerson } from "./people.rules.ts";
import type { PlannedTournament } from "./plan.rules.ts";
import { type Chapter, presetOf } from "./years.rules.ts";

/** Who came to a tournament: the boats in the order they drew, and who only paid for points. */
export interface Field {
  boats: string[][];
  buyIns: string[];
}

/** Who came, and with whom: by lot in the seasons of anglers, with their usual partner in those of crews. */
export function fieldOf(
  { chapter, month, firstDay }: PlannedTournament,
  people: readonly DemoPerson[],
): Field {
  const chance = chanceOf(`field ${chapter} ${month}`);
  const members = people.filter(({ statuses }) => isMemberOn(statuses, firstDay));
  const there = members.filter(({ keenness }) => chance.happens(keenness)).map(({ name }) => name);
  const away = members.map(({ name }) => name).filter((name) => !there.includes(name));
  const visitors = visitorsOf({ chapter, month });
  const boats = byCrews(chapter)
    ? usualBoats({ members: there, visitors, chance })
    : drawnBoats({ members: there, visitors, chance });
  return {
    boats: chance.shuffled(boats),
    buyIns: byCrews(chapter) ? [] : away.filter(() => chance.happens(0.06)),
  };
}

const byCrews = (chapter: Chapter): boolean => presetOf[chapter] === "sabc-team";

const visitorsOf = ({ chapter, month }: Pick<PlannedTournament, "chapter" | "month">): string[] =>
  Object.entries(guests[chapter]).flatMap(([name, months]) => (months.includes(month) ? [name] : []));

interface Present {
  members: string[];
  visitors: string[];
  chance: Chance;
}

function drawnBoats({ members, visitors, chance }: Present): string[][] {
  const drawn = chance.shuffled(members);
  const boats = visitors.map((guest) => [drawn.shift()!, guest]);
  while (drawn.length > 0) boats.push(drawn.splice(0, chance.happens(0.15) ? 1 : 2));
  return boats;
}

function usualBoats({ members, visitors, chance }: Present): string[][] {
  const aboard = crews.map((crew) => crew.filter((name) => members.includes(name)));
  const full = aboard.filter(({ length }) => length === 2);
  const single = aboard.filter(({ length }) => length === 1).flat();
  const together =
    visitors.length === 2 ? [visitors] : visitors.map((guest) => [...single.splice(0, 1), guest]);
  const rest: string[][] = [];
  while (single.length > 0) rest.push(single.splice(0, chance.happens(0.5) ? 1 : 2));
  return [...full, ...together, ...rest];
}
