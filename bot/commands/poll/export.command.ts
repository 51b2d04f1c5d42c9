import { answersOf } from "../../buttons/answers.button.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

export const pollExport: Subcommand = {
  name: "export",
  description: "Every answer of a counted poll, without names, for anyone to count again",
  options: [pollOption],
  run: (act, options) => answersOf(act, { poll: pollOf(options) }),
  complete: offering(["tied", "decided"]),
};
