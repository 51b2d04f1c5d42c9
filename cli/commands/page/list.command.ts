import type { PageListed } from "#core/news/pages.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { onClock } from "../../exact.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List the club's texts: who saved each, and when.",
  parameters: {},
  examples: ["sabc page list", "sabc page list --json"],
  list: true,
  input: () => ({}),
  async run(context) {
    const { listPages } = await import("#core/news/pages.service.ts");
    return context.read((work) => listPages(work));
  },
  output: (pages) => {
    const unwritten = pages.filter(({ revision }) => revision === 0).map(({ slug }) => slug);
    return {
      json: { pages },
      sections: [table(columns, pages)],
      notes: unwritten.length > 0 ? [`Not written yet: ${unwritten.join(", ")}. See sabc page edit.`] : [],
    };
  },
});

const columns = columnsOf<PageListed>({
  slug: { kind: "word", header: "Page" },
  title: "text",
  revision: "count",
  savedAt: { kind: "word", header: "Saved", value: ({ savedAt }) => savedAt && onClock(savedAt) },
  savedBy: { header: "By" },
});
