import { ApplicationCommandOptionType } from "discord.js";
import { resolveAngler } from "#core/anglers/anglers.service.ts";
import { conflict } from "#core/errors.ts";
import { getPoll } from "#core/polls/polls.service.ts";
import { fitsForm, voteForForm } from "../../messages/keep-poll.message.ts";
import { offerMembers } from "../../offers.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

const offerOpen = offering(["open"]);

/** A proxy, marked as such. */
export const pollVoteFor: Subcommand = {
  name: "vote-for",
  description: "Enter a vote for a member who asked for it; they are told at once",
  options: [
    pollOption,
    {
      type: ApplicationCommandOptionType.String,
      name: "member",
      description: "For whom",
      required: true,
      autocomplete: true,
    },
  ],
  async run(act, options) {
    const reference = options.getString("member", true);
    const { poll, member } = await act.read(async (work) => ({
      poll: await getPoll(work, { poll: pollOf(options) }),
      member: await resolveAngler(work, { reference }),
    }));
    if (poll.secret) throw conflict("no-proxy-in-secret", "A secret ballot is cast by the member alone.");
    if (!fitsForm(poll))
      throw conflict(
        "too-much-for-a-form",
        "The poll asks more than a form of Discord holds. Use the terminal.",
      );
    return { form: voteForForm(poll, { member: member.id, name: member.name }) };
  },
  complete: (act, typing) =>
    typing.name === "member" ? offerMembers(act, { typed: typing.typed }) : offerOpen(act, typing),
};
