import type { PageSaved } from "#core/news/pages.service.ts";
import { defineCommand } from "../../command.ts";
import { readCount } from "../../familiar.ts";
import { readMarkdown } from "../../markdown-text.ts";
import { lines } from "../../output.ts";

const most = 40;

export const command = defineCommand({
  summary: "Save one of the club's texts from a file in Markdown; what it said before stays.",
  description:
    "With --revision, as sabc page show tells it, it is refused when somebody else has saved it meanwhile. --dry-run shows what would change.",
  parameters: {
    page: { argument: "which", choices: ["about", "bylaws", "join"] },
    file: { argument: "the text in Markdown; - for stdin" },
    revision: { option: "N", about: "the revision it builds on", optional: true },
  },
  examples: ["sabc page edit bylaws bylaws.md --revision 3", "sabc page edit about - < about.md"],
  rehearsable: true,
  async input({ page, file, revision }, context) {
    const { editPageSchema } = await import("#core/news/pages.schemas.ts");
    return editPageSchema.parse({
      slug: page,
      body: await readMarkdown(file, context),
      revision: readCount(revision, "The revision"),
    });
  },
  async run(context, input) {
    const { editPage } = await import("#core/news/pages.service.ts");
    return context.write((work) => editPage(work, input));
  },
  output: ({ difference, ...page }) => ({
    json: { page, difference },
    sections: difference.length > 0 ? [lines(shortened(difference))] : [],
    notes: [
      page.changed
        ? `Saved ${page.slug}, revision ${page.revision}.`
        : `Nothing to change: ${page.slug} says so already.`,
    ],
  }),
});

function shortened(difference: PageSaved["difference"]): string[] {
  const told = difference.slice(0, most).map(({ mark, text }) => `${mark} ${text}`.trimEnd());
  const more = difference.length - told.length;
  return more > 0 ? [...told, `… and ${more} more lines`] : told;
}
