interface Room {
  gap: number;
  top: number;
  bottom: number;
}

/**
 * Where these stand when each is `gap` or more from the next: those too close move apart about their middle, in their
 * order, and none leaves the room.
 */
export function apart(wanted: readonly (number | null)[], room: Room): (number | null)[] {
  const order = wanted
    .flatMap((y, at) => (y === null ? [] : [{ y, at }]))
    .toSorted((one, other) => one.y - other.y || one.at - other.at);
  const groups: Group[] = [];
  for (const { y, at } of order) {
    let own = within({ ats: [at], middle: y }, room);
    while (groups.length > 0 && touch(groups.at(-1)!, own, room)) own = together(groups.pop()!, own, room);
    groups.push(own);
  }
  const placed = new Map(groups.flatMap((group) => placesOf(group, room)));
  return wanted.map((_, at) => placed.get(at) ?? null);
}

/** Neighbours that stand as close as they may. */
interface Group {
  ats: number[];
  middle: number;
}

const highOf = ({ ats }: Group, { gap }: Room): number => (ats.length - 1) * gap;

const touch = (one: Group, other: Group, room: Room): boolean =>
  other.middle - one.middle < (highOf(one, room) + highOf(other, room)) / 2 + room.gap;

const together = (one: Group, other: Group, room: Room): Group => {
  const ats = [...one.ats, ...other.ats];
  const middle = (one.middle * one.ats.length + other.middle * other.ats.length) / ats.length;
  return within({ ats, middle }, room);
};

function within(group: Group, room: Room): Group {
  const half = highOf(group, room) / 2;
  return { ...group, middle: Math.max(room.top + half, Math.min(group.middle, room.bottom - half)) };
}

function placesOf(group: Group, room: Room): [number, number][] {
  const first = group.middle - highOf(group, room) / 2;
  return group.ats.map((at, index) => [at, Math.round((first + index * room.gap) * 100) / 100]);
}
