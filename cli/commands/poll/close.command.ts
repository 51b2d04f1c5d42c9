import { defineCommand } from "../../command.ts";
import { table } from "../../output.ts";
import { summaryColumns } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "Count every poll whose time is over, and apply what won.",
  description: "sabc run due does this every minute. Late, or twice, it changes nothing more.",
  parameters: {},
  examples: ["sabc poll close", "sabc poll close --quiet"],
  input: () => ({}),
  async run(context) {
    const { closeDuePolls } = await import("#core/polls/tally.service.ts");
    return closeDuePolls(await context.app(), { actor: await context.actor() });
  },
  output: (closed) => ({
    json: { closed },
    sections: closed.length === 0 ? [] : [table(summaryColumns, closed)],
    notes: closed.length === 0 ? ["No poll waits to be counted."] : [],
  }),
});
