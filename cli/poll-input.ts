import { invalid } from "#core/errors.ts";

export const poll = { argument: "a poll: its id, or open where only one is" } as const;
export const opens = {
  option: "WHEN",
  about: "when it opens on the club's clock, such as '2026-03-12 06:00'",
  optional: true,
} as const;
export const closes = { ...opens, about: "when it closes, such as '2026-03-15 18:00'" } as const;

/** `2026-03-15 18:00` as day and time. */
export function readMoment(
  text: string | undefined,
  what: string,
): { day: string; time: string } | undefined {
  if (text === undefined) return undefined;
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d{1,2}:\d\d)$/.exec(text.trim()) ?? [];
  if (day !== undefined && time !== undefined) return { day, time };
  throw invalid(
    "moment-not-understood",
    `${what} "${text}" is not a day and time such as '2026-03-15 18:00'.`,
  );
}

/** `06:30-15:00` as first cast and weigh-in. */
export function readHours(text: string): { firstCast: string; weighIn: string } {
  const [, firstCast, weighIn] = /^(\d{1,2}:\d\d) ?[-–] ?(\d{1,2}:\d\d)$/.exec(text.trim()) ?? [];
  if (firstCast !== undefined && weighIn !== undefined) return { firstCast, weighIn };
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
