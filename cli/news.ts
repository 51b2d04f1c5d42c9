import type { NewsShown } from "#core/news/news.service.ts";
import type { NewsKept } from "#core/news/post-news.service.ts";
import { columnsOf } from "./columns.ts";
import { counted, onClock } from "./exact.ts";

/** News as JSON: without the HTML, which is the site's. */
export const newsJson = ({ html: _, ...post }: NewsShown): object => post;

/** Who is told of it. */
export const toldWords = ({ told }: NewsKept): string =>
  told === 0
    ? "Nobody is told by mail."
    : `${counted(told, "member")} ${told === 1 ? "is" : "are"} told by mail.`;

/** `until 2026-04-05`, `archived`, as far as it says more than that it is news. */
export function untilWords({ lastDay, archivedAt, current }: NewsShown): string | null {
  if (archivedAt !== null) return "archived";
  if (lastDay === null) return null;
  return current ? `until ${lastDay}` : `over since ${lastDay}`;
}

export const newsColumns = columnsOf<NewsShown>({
  id: { kind: "count", spare: true },
  slug: { kind: "word", header: "Address" },
  title: "text",
  priority: { kind: "word", unless: ({ priority }) => priority === "normal" },
  postedAt: { kind: "word", header: "Posted", value: ({ postedAt }) => onClock(postedAt) },
  state: { kind: "word", header: "Until", value: untilWords, unless: (post) => untilWords(post) === null },
});
