import { styleText } from "node:util";
import type { LocalDiscord } from "./discord.ts";
import type { SeenForm } from "./form.ts";
import type { SeenMessage } from "./seen.ts";

/** A channel as this person sees it, the last messages at the bottom. */
export function channelView(name: string, messages: readonly SeenMessage[], discord: LocalDiscord): string {
  const shown = messages.slice(-6).map((message) => messageView(message, discord));
  const none = styleText("dim", "  Nothing stands here.");
  return [styleText("inverse", ` #${name} `), ...(shown.length === 0 ? [none] : shown)].join("\n\n");
}

function messageView(message: SeenMessage, discord: LocalDiscord): string {
  const { pings, edited, thread, loading } = message;
  const marks = [
    ...(message.private ? ["only you can see this"] : []),
    ...(edited ? ["edited"] : []),
    ...(pings.length > 0 ? [`pings ${pings.join(", ")}`] : []),
    ...(thread === null ? [] : [`thread: ${thread}`]),
  ];
  const head = `${styleText("bold", "Club Bot")} ${styleText("dim", marks.join(" · "))}`;
  const text = loading ? "…is thinking" : readable(message.text, discord);
  return [head, text, ...fieldsOf(message)].join("\n").replaceAll(/^/gm, message.private ? "  ┊ " : "  │ ");
}

function fieldsOf({ selects, buttons }: SeenMessage): string[] {
  const lists = selects.map(({ placeholder, options }) => {
    const chosen = options.filter((option) => option.chosen).map(({ label }) => label);
    return `( ${chosen.length > 0 ? `${placeholder}: ${chosen.join(", ")}` : placeholder} ▾ )`;
  });
  const words = buttons.map(({ label, disabled, url }) => {
    const button = `[ ${label}${url === null ? "" : ` → ${url}`} ]`;
    return disabled ? styleText("dim", button) : styleText("cyan", button);
  });
  return [...lists, ...(words.length > 0 ? [words.join(" ")] : [])];
}

export const formView = ({ title, text }: SeenForm): string =>
  [styleText("inverse", ` ${title} `), ...(text === "" ? [] : [text])].join("\n");

/** Markdown and marks as Discord's own client would draw them. */
export function readable(text: string, discord: LocalDiscord): string {
  const drawn = text
    .replaceAll(/^(?:#{1,3}|-#) (.*)$/gm, (_, heading: string) => styleText("bold", heading))
    .replaceAll(/\*\*(.+?)\*\*/g, (_, words: string) => styleText("bold", words))
    .replaceAll(/(?<![\\`])`([^`\n]+)`(?!`)/g, (_, words: string) => styleText("yellow", words))
    .replaceAll(/<@&(\d+)>/g, (_, id: string) => `@${discord.roleName(id)}`)
    .replaceAll(/<t:(\d+):(\w)>/g, (_, at: string, style: string) => momentView(Number(at), style, discord));
  return drawn.replaceAll(/\\([\\*_~`|>#[\]()<:@+=.-])/g, "$1");
}

function momentView(seconds: number, style: string, discord: LocalDiscord): string {
  if (style !== "R")
    return new Date(seconds * 1000).toLocaleString("en-US", { dateStyle: "full", timeStyle: "short" });
  const left = seconds * 1000 - discord.clock.now();
  const [unit, size] = units.find(([, size]) => Math.abs(left) >= size) ?? ["second", 1000];
  return relative.format(Math.trunc(left / size), unit);
}

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];
