import { defineCommand } from "../../command.ts";
import { onClock } from "../../exact.ts";
import { readCount } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Print one of the club's texts, in Markdown.",
  parameters: {
    page: { argument: "which", choices: ["about", "bylaws", "join"] },
    revision: { option: "N", about: "as it was then", optional: true },
  },
  examples: ["sabc page show bylaws > bylaws.md", "sabc page show bylaws --revision 3"],
  async input({ page, revision }) {
    const { showPageSchema } = await import("#core/news/pages.schemas.ts");
    return showPageSchema.parse({ slug: page, revision: readCount(revision, "The revision") });
  },
  async run(context, input) {
    const { getPage } = await import("#core/news/pages.service.ts");
    return context.read((work) => getPage(work, input));
  },
  output: ({ html: _, ...page }) => ({
    json: { page },
    file: `${page.body}\n`,
    notes: [
      page.savedAt === null
        ? "Nobody has written it yet; this is what it says until then."
        : `Revision ${page.revision}, saved ${onClock(page.savedAt)} by ${page.savedBy}.`,
      `To change it: sabc page edit ${page.slug} FILE --revision ${page.revision}`,
    ],
  }),
});
