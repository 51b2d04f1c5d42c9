/** What the clock of a zone says at an instant, in milliseconds since 1970. */
interface Clock {
  /** Minutes ahead of UTC. */
  offset: number;
  /** `CST` */
  name: string;
}

interface ZoneSpan {
  zone: string;
  clockAt: (instant: number) => Clock;
  from: number;
  to: number;
}

const day = 86_400_000;

/**
 * A zone as calendars need it (RFC 5545, 3.6.5): how its clock stands, and each change of it in the span, so that a
 * reader that does not know the zone by name tells the right hour all the same.
 */
export function describeZone({ zone, clockAt, from, to }: ZoneSpan): string {
  const first = clockAt(from);
  const changes = listChanges({ clockAt, from, to });
  const standard = Math.min(first.offset, ...changes.map(({ after }) => after.offset));
  const groups = Map.groupBy(changes, ({ before, after }) =>
    [before.offset, after.offset, after.name].join(),
  );
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...observance({ before: first, after: first, standard, days: [localTime(from, first.offset)] }),
    ...[...groups.values()].flatMap((group) => {
      const { before, after } = group[0]!;
      const days = group.map(({ at }) => localTime(at, before.offset));
      return observance({ before, after, standard, days });
    }),
    "END:VTIMEZONE",
  ].join("\r\n");
}

interface Change {
  /** The first instant of the new clock. */
  at: number;
  before: Clock;
  after: Clock;
}

/** Week by week, then to the minute: no zone changes its clock twice in a week. */
function listChanges({ clockAt, from, to }: Omit<ZoneSpan, "zone">): Change[] {
  const changes: Change[] = [];
  let before = clockAt(from);
  for (let at = from + 7 * day; at < to + 7 * day; at += 7 * day) {
    const after = clockAt(at);
    if (after.offset === before.offset) continue;
    changes.push({ at: firstOf(at - 7 * day, { until: at, clockAt, before }), before, after });
    before = after;
  }
  return changes;
}

function firstOf(
  from: number,
  { until, clockAt, before }: { until: number; clockAt: ZoneSpan["clockAt"]; before: Clock },
): number {
  let [early, late] = [from / 60_000, until / 60_000];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (clockAt(middle * 60_000).offset === before.offset) early = middle;
    else late = middle;
  }
  return late * 60_000;
}

interface Observance {
  before: Clock;
  after: Clock;
  standard: number;
  days: string[];
}

function observance({ before, after, standard, days: [first, ...more] }: Observance): string[] {
  const kind = after.offset > standard ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${kind}`,
    `DTSTART:${first}`,
    ...more.map((at) => `RDATE:${at}`),
    `TZOFFSETFROM:${offsetOf(before)}`,
    `TZOFFSETTO:${offsetOf(after)}`,
    `TZNAME:${after.name}`,
    `END:${kind}`,
  ];
}

/** `-0600` */
function offsetOf({ offset }: Clock): string {
  const minutes = Math.abs(offset);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

/** `20270314T020000`, on the clock that is about to change. */
const localTime = (instant: number, offset: number): string =>
  new Date(instant + offset * 60_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
