import { getPoll } from "#core/polls/polls.service.ts";
import { editForm } from "../../messages/keep-poll.message.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

export const pollEdit: Subcommand = {
  name: "edit",
  description: "Change a poll's title, text, opening or close",
  options: [pollOption],
  run: async (act, options) => ({
    form: editForm(await act.read((work) => getPoll(work, { poll: pollOf(options) }))),
  }),
  complete: offering(["scheduled", "open"]),
};
