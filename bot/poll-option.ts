import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from "discord.js";
import type { PollState } from "#core/polls/polls.service.ts";
import type { Options } from "./command.ts";
import { offerPolls } from "./offers.ts";
import type { Subcommand } from "./subcommands.ts";

/** The poll that an officers' deed is about. */
export const pollOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: "poll",
  description: "Which poll",
  required: true,
  autocomplete: true,
};

/** What was picked from the list, or typed: a poll's number. */
export const pollOf = (options: Options): string => options.getString("poll", true).trim();

/** Offers the polls with which that can be done. */
export const offering =
  (states: readonly PollState[]): NonNullable<Subcommand["complete"]> =>
  (act, { typed }) =>
    offerPolls(act, { typed, states });
