import { defineCommand } from "../../command.ts";
import { onClock } from "../../exact.ts";
import { newsJson, untilWords } from "../../news.ts";

export const command = defineCommand({
  summary: "Print the text of one piece of news, in Markdown.",
  parameters: { post: { argument: "its address, such as spring-banquet" } },
  examples: ["sabc news show spring-banquet", "sabc news show spring-banquet > banquet.md"],
  input: ({ post }) => ({ slug: post }),
  async run(context, input) {
    const { getNewsPost } = await import("#core/news/news.service.ts");
    return context.read((work) => getNewsPost(work, input));
  },
  output: (post) => ({
    json: { post: newsJson(post) },
    file: `${post.body}\n`,
    notes: [
      [
        `"${post.title}", posted ${onClock(post.postedAt)}`,
        ...(post.editedAt ? [`edited ${onClock(post.editedAt)}`] : []),
        ...(untilWords(post) ? [untilWords(post)] : []),
        `revision ${post.revision}`,
      ].join(", "),
    ].map((words) => `${words}.`),
  }),
});
