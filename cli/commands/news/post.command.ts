import { defineCommand } from "../../command.ts";
import { givenText } from "../../markdown-text.ts";
import { newsJson, toldWords } from "../../news.ts";

export const command = defineCommand({
  summary: "Post news: on the site, and by mail to all members who want it.",
  description:
    "The text is Markdown, without HTML and pictures. Its address is made from the title and stays.",
  parameters: {
    title: { argument: "what it is about, in one line" },
    file: { argument: "the text in Markdown; - for stdin", optional: true },
    text: { option: "TEXT", about: "the text itself, instead of a file", optional: true },
    priority: {
      option: "PRIORITY",
      about: "high stands above the rest",
      choices: ["normal", "high"],
      optional: true,
    },
    lastDay: { option: "DAY", about: "the last day on which it is news", optional: true },
    noMail: { flag: "tell nobody by mail" },
  },
  examples: [
    'sabc news post "Spring banquet" banquet.md --last-day 2026-04-05',
    'sabc news post "Ramp closed" --text "Launch at **Loop 360** instead." --priority high',
  ],
  rehearsable: true,
  async input({ file, text, noMail, ...rest }, context) {
    const { postNewsSchema } = await import("#core/news/news.schemas.ts");
    const body = await givenText({ text, file }, context);
    return postNewsSchema.parse({ ...rest, body, mail: noMail ? "none" : "members" });
  },
  async run(context, input) {
    const { postNews } = await import("#core/news/post-news.service.ts");
    return context.write((work) => postNews(work, input));
  },
  output: (kept) => ({
    json: { post: newsJson(kept.post), told: kept.told },
    notes: [`Posted as ${kept.post.slug}. ${toldWords(kept)}`],
  }),
});
