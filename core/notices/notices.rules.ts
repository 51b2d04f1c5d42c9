import type { Category, Purpose } from "./notices.schemas.ts";

/** The category a purpose belongs to; null: it concerns the person alone and is always sent. */
const categoryByPurpose: Readonly<Record<Purpose, Category | null>> = {
  "dues-receipt": null,
  "dues-reminder": "dues",
  "event-cancelled": "events",
  "event-moved": "events",
  "results-official": "results",
  "member-approved": null,
  "poll-opened": "polls",
  "poll-closing-soon": "polls",
  "poll-closed": "polls",
  "proxy-ballot": null,
  news: "news",
};

export const categoryOf = (purpose: string): Category | null =>
  new Map<string, Category | null>(Object.entries(categoryByPurpose)).get(purpose) ?? null;
