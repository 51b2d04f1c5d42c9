import type { Category, Purpose } from "./notices.schemas.ts";

/** The category a purpose belongs to; null: it concerns the person alone and is always sent. */
const categoryByPurpose: Readonly<Record<Purpose, Category | null>> = {
  "dues-receipt": null,
  "dues-reminder": "dues",
  "event-cancelled": "events",
  "event-restored": "events",
  "event-moved": "events",
  "results-official": "results",
  "member-approved": null,
  "poll-opened": "polls",
  "poll-closing-soon": "polls",
  "poll-closed": "polls",
  "proxy-ballot": null,
  "discord-code": null,
  "not-announced": null,
  news: "news",
};

export const categoryOf = (purpose: string): Category | null =>
  new Map<string, Category | null>(Object.entries(categoryByPurpose)).get(purpose) ?? null;

/** Purposes whose facts are a secret for a while: sent before that is over or not at all, and not kept once it is settled. */
const secret: ReadonlySet<string> = new Set<Purpose>(["discord-code"]);

export const isSecret = (purpose: string): boolean => secret.has(purpose);
