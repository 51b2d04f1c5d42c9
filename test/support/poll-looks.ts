import type { BotClub } from "./bot-club.ts";
import type { SeenForm } from "./discord/form.ts";
import type { Reply } from "./discord/person.ts";
import type { SeenMessage, SeenSelect } from "./discord/seen.ts";

export type Seen = SeenMessage | Reply;

/** What somebody sees, as lines of text: lists as ( … ▾ ), buttons as [ … ]. */
export function lookOf(club: BotClub, seen: Seen): string {
  if ("form" in seen && seen.form !== null) return lookOfForm(seen.form);
  const { text, selects, buttons, files } = "form" in seen ? seen.message! : seen;
  const pressed = buttons.map(({ label }) => `[ ${label} ]`).join(" ");
  return [
    plainly(text, club),
    ...files.map(({ name }) => `📎 ${name}`),
    ...selects.map(lookOfList),
    ...(pressed === "" ? [] : [pressed]),
  ].join("\n");
}

/** The same in one cell of a table. */
export const cellOf = (club: BotClub, seen: Seen): string => lookOf(club, seen).replaceAll("\n", "<br>");

/** What the list offers, as it offers it: for lists whose order matters. */
export const offeredBy = ({ placeholder, options }: SeenSelect): string =>
  `${placeholder}: ${options.map(({ label }) => label).join(" · ")}`;

/** A moment as it reads on the club's clock. */
export const printed = (at: number): string =>
  new Date(at).toLocaleString("en-US", {
    timeZone: "America/Chicago",
    dateStyle: "full",
    timeStyle: "short",
  });

function lookOfList({ placeholder, options }: SeenSelect): string {
  const chosen = options.find((option) => option.chosen);
  return `( ${placeholder}${chosen === undefined ? "" : `: ${chosen.label}`} ▾ )`;
}

const lookOfForm = ({ title, fields }: SeenForm): string =>
  [title, ...fields.map(({ label, required }) => `${label}${required ? "" : " (may stay empty)"}`)].join(
    "\n",
  );

/** Names instead of numbers, moments on the club's clock; what is drawn by lot as one of many it might be. */
const plainly = (text: string, { discord }: BotClub): string =>
  text
    .replaceAll(/<@&(\d+)>/g, (_, id: string) => `@${discord.roleName(id)}`)
    .replaceAll(
      /<#(\d+)>/g,
      (_, id: string) => `#${discord.channels.find((name) => discord.channel(name).id === id)}`,
    )
    .replaceAll(/ \(<t:\d+:R>\)/g, "")
    .replaceAll(/<t:(\d+):F>/g, (_, at: string) => printed(Number(at) * 1000))
    .replaceAll(/`\d{17,19}`/g, "`180000000000000001`")
    .replaceAll(/`[0-9A-Z]{4}(-[0-9A-Z]{4}){2}`/g, "`7KQ2-M9XT-4RPW`")
    .replaceAll(/`[0-9a-f]{64}`/g, "`3f9a…`");
