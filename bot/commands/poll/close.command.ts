import { listPolls } from "#core/polls/polls.service.ts";
import { closeDuePolls } from "#core/polls/tally.service.ts";
import { saidFace } from "../../messages/answer.message.ts";
import { nameOf } from "../../messages/words.message.ts";
import type { Subcommand } from "../../subcommands.ts";
import { moment } from "../../text.ts";

/** Nobody ends a poll early: what was said about its close holds. */
export const pollClose: Subcommand = {
  name: "close",
  description: "Count the polls whose time is over now, instead of with the next minute",
  async run(act) {
    const counted = await closeDuePolls(act.bot.app, { actor: act.actor });
    const open = await act.read((work) => listPolls(work, { state: "open" }));
    return {
      face: saidFace([
        ...(counted.length === 0 ? ["No poll waits to be counted."] : []),
        ...counted.map(
          ({ id, title, state }) =>
            `Counted: \`${id}\` **${nameOf(title, 120)}**${state === "tied" ? ", a tie that waits for its decision" : ""}.`,
        ),
        ...open
          .slice(0, 5)
          .map(
            ({ id, title, closesAt }) => `\`${id}\` ${nameOf(title, 120)} closes ${moment(closesAt, "R")}.`,
          ),
      ]),
    };
  },
};
