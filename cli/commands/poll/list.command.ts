import { defineCommand } from "../../command.ts";
import { table } from "../../output.ts";
import { summaryColumns } from "../../poll-shown.ts";

export const command = defineCommand({
  summary: "List the polls, the latest close first.",
  parameters: {
    state: {
      option: "STATE",
      about: "only those in this state",
      choices: ["scheduled", "open", "closed", "tied", "decided", "cancelled"],
      optional: true,
    },
  },
  examples: ["sabc poll list", "sabc poll list --state open --json"],
  list: true,
  input: ({ state }) => (state === undefined ? {} : { state }),
  async run(context, input) {
    const { listPolls } = await import("#core/polls/polls.service.ts");
    return context.read((work) => listPolls(work, input));
  },
  output: (polls) => ({
    json: { polls },
    sections: [table(summaryColumns, polls)],
    notes:
      polls.length === 0
        ? ["There are no polls. Make one: sabc poll create location --tournament next."]
        : [],
  }),
});
