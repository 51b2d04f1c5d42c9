import { defineCommand } from "../../command.ts";
import { newsJson } from "../../news.ts";

export const command = defineCommand({
  summary: "Take news off the site; it stays in the archive.",
  parameters: { post: { argument: "its address, such as spring-banquet" } },
  examples: ["sabc news archive spring-banquet", "sabc news archive 12"],
  async input(given) {
    const { archiveNewsSchema } = await import("#core/news/news.schemas.ts");
    return archiveNewsSchema.parse(given);
  },
  async run(context, input) {
    const { archiveNews } = await import("#core/news/post-news.service.ts");
    return context.write((work) => archiveNews(work, input));
  },
  output: ({ post, changed }) => ({
    json: { post: newsJson(post), changed },
    notes: [changed ? `Archived ${post.slug}.` : `Nothing to do: ${post.slug} is archived already.`],
  }),
});
