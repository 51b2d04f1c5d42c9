import { getPoll } from "#core/polls/polls.service.ts";
import { reopenForm } from "../../messages/keep-poll.message.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

export const pollReopen: Subcommand = {
  name: "reopen",
  description: "Let members vote again until a later close",
  options: [pollOption],
  run: async (act, options) => ({
    form: reopenForm(await act.read((work) => getPoll(work, { poll: pollOf(options) }))),
  }),
  complete: offering(["closed", "tied", "decided"]),
};
