/** Instants are milliseconds since 1970. */
interface ZoneSpan {
  zone: string;
  /** Minutes ahead of UTC. */
  offsetAt: (instant: number) => number;
  /** What the clock is called then: `CST`. It costs time, and is asked once for each offset. */
  nameAt: (instant: number) => string;
  from: number;
  to: number;
}

const weeks = 28 * 86_400_000;
const quarter = 15 * 60_000;

/**
 * A zone as calendars need it (RFC 5545, 3.6.5): how its clock stands, and each change of it in the span, so that a
 * reader that does not know the zone by name tells the right hour all the same.
 */
export function describeZone({ zone, offsetAt, nameAt, from, to }: ZoneSpan): string {
  const first = offsetAt(from);
  const changes = listChanges({ offsetAt, from, to });
  const standard = Math.min(first, ...changes.map(({ after }) => after));
  const names = new Map([[first, nameAt(from)]]);
  for (const { at, after } of changes) if (!names.has(after)) names.set(after, nameAt(at));
  const observance = ({ before, after, days: [start, ...more] }: Observance): string[] => {
    const kind = after > standard ? "DAYLIGHT" : "STANDARD";
    return [
      `BEGIN:${kind}`,
      `DTSTART:${start}`,
      ...more.map((at) => `RDATE:${at}`),
      `TZOFFSETFROM:${offsetInWords(before)}`,
      `TZOFFSETTO:${offsetInWords(after)}`,
      `TZNAME:${names.get(after)}`,
      `END:${kind}`,
    ];
  };
  const groups = Map.groupBy(changes, ({ before, after }) => `${before} ${after}`);
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...observance({ before: first, after: first, days: [localTime(from, first)] }),
    ...[...groups.values()].flatMap((group) => {
      const { before, after } = group[0]!;
      return observance({ before, after, days: group.map(({ at }) => localTime(at, before)) });
    }),
    "END:VTIMEZONE",
  ].join("\r\n");
}

interface Observance {
  before: number;
  after: number;
  days: string[];
}

interface Change {
  /** The first instant of the new clock. */
  at: number;
  before: number;
  after: number;
}

type Span = Pick<ZoneSpan, "offsetAt" | "from" | "to">;

/** Four weeks by four weeks, then to the quarter of an hour: no zone changes its clock oftener, or in between. */
function listChanges({ offsetAt, from, to }: Span): Change[] {
  const changes: Change[] = [];
  let before = offsetAt(from);
  for (let at = from + weeks; at < to + weeks; at += weeks) {
    const after = offsetAt(at);
    if (after === before) continue;
    changes.push({ at: firstOf({ offsetAt, from: at - weeks, to: at }, before), before, after });
    before = after;
  }
  return changes;
}

function firstOf({ offsetAt, from, to }: Span, before: number): number {
  let [early, late] = [Math.floor(from / quarter), Math.ceil(to / quarter)];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(middle * quarter) === before) early = middle;
    else late = middle;
  }
  return late * quarter;
}

/** `-0600` */
function offsetInWords(offset: number): string {
  const minutes = Math.abs(offset);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** `20270314T020000`, on the clock that is about to change. */
const localTime = (instant: number, offset: number): string =>
  new Date(instant + offset * 60_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
