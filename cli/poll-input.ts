import { invalid } from "#core/errors.ts";
import { readClubTime } from "#core/time.ts";

export const poll = { argument: "a poll: its id, or open where only one is" } as const;
export const opens = {
  option: "WHEN",
  about: "when it opens on the club's clock, such as '2026-03-12 06:00'",
  optional: true,
} as const;
export const closes = { ...opens, about: "when it closes, such as '2026-03-15 18:00'" } as const;

/** `2026-03-15 18:00`, or `2026-03-15 6 pm`, as day and time. */
export function readMoment(
  text: string | undefined,
  what: string,
): { day: string; time: string } | undefined {
  if (text === undefined) return undefined;
  const [, day, clock = ""] = /^(\d{4}-\d\d-\d\d)[ T,]+(.+)$/.exec(text.trim()) ?? [];
  const time = readClubTime(clock);
  if (day !== undefined && time !== null) return { day, time };
  throw invalid(
    "moment-not-understood",
    `${what} "${text}" is not a day and time such as '2026-03-15 18:00'.`,
  );
}

/** `06:30-15:00`, or `6:30 am to 3 pm`, as first cast and weigh-in. */
export function readHours(text: string): { firstCast: string; weighIn: string } {
  const [from = "", to = "", more] = text.split(/ ?(?:-|–|to) ?/);
  const [firstCast, weighIn] = [readClubTime(from), readClubTime(to)];
  if (firstCast !== null && weighIn !== null && more === undefined) return { firstCast, weighIn };
  throw invalid("hours-not-understood", `The hours "${text}" are not two times such as 06:30-15:00.`);
}

/** `travis`, or `travis: Mansfield Dam, Pace Bend` with only some of its ramps. */
export function readLake(text: string): { lake: string; ramps?: string[] } {
  const { name, list } = readNamed(text);
  return list === null ? { lake: name } : { lake: name, ramps: list };
}

/** `President: Ann Lee, Bob Cruz` */
export function readOffice(text: string): { office: string; candidates: string[] } {
  const { name, list } = readNamed(text);
  return { office: name, candidates: list ?? [] };
}

function readNamed(text: string): { name: string; list: string[] | null } {
  const at = text.indexOf(":");
  if (at === -1) return { name: text.trim(), list: null };
  const list = text
    .slice(at + 1)
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  return { name: text.slice(0, at).trim(), list };
}
