import { remindVoters } from "#core/polls/announce.service.ts";
import { saidFace } from "../../messages/answer.message.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";
import { counted } from "../../text.ts";

export const pollRemind: Subcommand = {
  name: "remind",
  description: "Mail those who have not voted, once for each closing time",
  options: [pollOption],
  async run(act, options) {
    const { reminded } = await act.write((work) => remindVoters(work, { poll: pollOf(options) }));
    const words =
      reminded === 0
        ? "Nobody is left to remind."
        : `${counted(reminded, "member")} did not vote yet: a mail goes to each who was not reminded before.`;
    return { face: saidFace([words]) };
  },
  complete: offering(["open"]),
};
