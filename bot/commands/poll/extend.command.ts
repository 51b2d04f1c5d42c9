import { ApplicationCommandOptionType } from "discord.js";
import { editPoll } from "#core/polls/keep-poll.service.ts";
import { editPollSchema } from "#core/polls/polls.schemas.ts";
import { understood } from "../../form.ts";
import { changed } from "../../modals/keep-poll.modal.ts";
import { readMoment } from "../../poll-input.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

export const pollExtend: Subcommand = {
  name: "extend",
  description: "Close a poll later",
  options: [
    pollOption,
    {
      type: ApplicationCommandOptionType.String,
      name: "closes",
      description: "When it closes then, on the club's clock: 2026-03-16 18:00",
      required: true,
      max_length: 30,
    },
  ],
  async run(act, options) {
    const closes = readMoment(options.getString("closes", true));
    const input = understood(editPollSchema, { poll: pollOf(options), closes });
    return changed(await act.write((work) => editPoll(work, input)));
  },
  complete: offering(["scheduled", "open"]),
};
