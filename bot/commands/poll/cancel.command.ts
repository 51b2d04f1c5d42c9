import { getPoll } from "#core/polls/polls.service.ts";
import { cancelForm } from "../../messages/keep-poll.message.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

export const pollCancel: Subcommand = {
  name: "cancel",
  description: "Call a poll off; what was voted is kept and not counted",
  options: [pollOption],
  run: async (act, options) => ({
    form: cancelForm(await act.read((work) => getPoll(work, { poll: pollOf(options) }))),
  }),
  complete: offering(["scheduled", "open", "closed"]),
};
