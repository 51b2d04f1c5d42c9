import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { readCount } from "../../familiar.ts";
import { givenText } from "../../markdown-text.ts";
import { newsJson, toldWords } from "../../news.ts";

export const command = defineCommand({
  summary: "Change news; its address stays, and nobody is told again unless --mail is said.",
  parameters: {
    post: { argument: "its address, such as spring-banquet" },
    file: { argument: "the new text in Markdown; - for stdin", optional: true },
    text: { option: "TEXT", about: "the new text itself, instead of a file", optional: true },
    title: { option: "TITLE", about: "another title", optional: true },
    priority: {
      option: "PRIORITY",
      about: "high stands above the rest",
      choices: ["normal", "high"],
      optional: true,
    },
    lastDay: { option: "DAY", about: "the last day on which it is news; none for no end", optional: true },
    mail: { flag: "tell the members again" },
    revision: { option: "N", about: "the edit it builds on; refused if there was another", optional: true },
  },
  examples: [
    "sabc news edit spring-banquet banquet.md",
    'sabc news edit spring-banquet --title "Banquet moved to May" --last-day 2026-05-03 --mail',
  ],
  rehearsable: true,
  async input({ file, text, mail, lastDay, revision, ...rest }, context) {
    const { editNewsSchema } = await import("#core/news/news.schemas.ts");
    const typed =
      text === undefined && file === undefined ? undefined : await givenText({ text, file }, context);
    const said = { title: rest.title, body: typed, priority: rest.priority, lastDay };
    if (!mail && Object.values(said).every((value) => value === undefined)) {
      throw new UsageError(
        "nothing-to-change",
        "Say what shall change: a FILE, --text, --title, --priority or --last-day.",
      );
    }
    return editNewsSchema.parse({
      post: rest.post,
      ...said,
      lastDay: lastDay === "none" ? null : lastDay,
      mail: mail ? "members" : "none",
      revision: readCount(revision, "The revision"),
    });
  },
  async run(context, input) {
    const { editNews } = await import("#core/news/post-news.service.ts");
    return context.write((work) => editNews(work, input));
  },
  output: (kept) => ({
    json: { post: newsJson(kept.post), changed: kept.changed, told: kept.told },
    notes: [
      kept.changed
        ? `Changed ${kept.post.slug}. ${toldWords(kept)}`
        : `Nothing to change: ${kept.post.slug} says so already.${kept.told > 0 ? ` ${toldWords(kept)}` : ""}`,
    ],
  }),
});
