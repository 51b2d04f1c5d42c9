export const categories = ["dues", "events", "results", "news", "polls"] as const;
/** What a person may switch off, as one. */
export type Category = (typeof categories)[number];

/** The category a purpose belongs to; null: it concerns the person alone and is always sent. */
export const categoryOf: Readonly<Record<string, Category | null>> = {
  "dues-receipt": null,
  "dues-reminder": "dues",
  "event-cancelled": "events",
  "event-moved": "events",
  "results-official": "results",
  "member-approved": null,
  news: "news",
};
