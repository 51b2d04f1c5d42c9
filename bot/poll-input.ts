import { invalid } from "#core/errors.ts";
import { readClubTime } from "#core/time.ts";

/** A day and a time as an officer types them: `2026-03-15 18:00`, `2026-03-15 6 pm`; nothing where nothing was typed. */
export function readMoment(text: string | undefined): { day: string; time: string } | undefined {
  if (text === undefined) return undefined;
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)[ T,]+(.+)$/.exec(text.trim()) ?? [];
  const time = readClubTime(clock ?? "");
  if (day !== undefined && time !== null) return { day, time };
  throw notATime(`"${text.slice(0, 40)}" is no day and time such as 2026-03-15 18:00.`);
}

/** Hours to offer: `06:30-15:00`, `6:30 am - 3 pm`. */
export function readHours(text: string): { firstCast: string; weighIn: string } {
  const [from, to, more] = text.split(/ ?(?:-|–|to) ?/);
  const [firstCast, weighIn] = [readClubTime(from ?? ""), readClubTime(to ?? "")];
  if (firstCast !== null && weighIn !== null && more === undefined) return { firstCast, weighIn };
  throw notATime(`"${text.slice(0, 40)}" are no hours such as 06:30-15:00.`);
}

/** `President: Ann Lee, Bob Cruz` */
export function readOffice(text: string): { office: string; candidates: string[] } {
  const [office = "", names = ""] = text.split(/:(.*)/s);
  const candidates = names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return { office: office.trim(), candidates };
}

export function readYear(text = ""): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw invalid("year-not-understood", `"${text.slice(0, 40)}" is no year such as 2027.`);
}

const notATime = (words: string) => invalid("time-not-understood", words);
