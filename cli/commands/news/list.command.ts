import { defineCommand } from "../../command.ts";
import { newsColumns, newsJson } from "../../news.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List what is news today; with --all what ever was.",
  parameters: { all: { flag: "what is over and archived too" } },
  examples: ["sabc news list", "sabc news list --all --json"],
  list: true,
  async input({ all }) {
    const { listNewsSchema } = await import("#core/news/news.schemas.ts");
    return listNewsSchema.parse(all ? { which: "all", limit: 200 } : {});
  },
  async run(context, input) {
    const { listNews } = await import("#core/news/news.service.ts");
    return context.read((work) => listNews(work, input));
  },
  output: (posts, { which }) => ({
    json: { news: posts.map(newsJson) },
    sections: [table(newsColumns, posts)],
    ...(posts.length === 0
      ? { notes: [which === "all" ? "There never was any news." : "Nothing is news today. Older: --all."] }
      : {}),
  }),
});
