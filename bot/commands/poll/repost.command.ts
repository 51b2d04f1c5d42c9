import { ApplicationCommandOptionType, ChannelType } from "discord.js";
import { repostPoll } from "#core/polls/repost-poll.service.ts";
import { said } from "../../modals/keep-poll.modal.ts";
import { offering, pollOf, pollOption } from "../../poll-option.ts";
import type { Subcommand } from "../../subcommands.ts";

export const pollRepost: Subcommand = {
  name: "repost",
  description: "Post a poll's message again, here or in another channel",
  options: [
    pollOption,
    {
      type: ApplicationCommandOptionType.Channel,
      name: "channel",
      description: "Where; left out: where it stood",
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    },
  ],
  async run(act, options) {
    const channel = options.getChannel("channel")?.id;
    const input = { poll: pollOf(options), ...(channel !== undefined && { channel }) };
    const { poll, before } = await act.write((work) => repostPoll(work, input));
    const left =
      before === null ? "" : ` The message in <#${before.channel}> is not kept up any more: delete it.`;
    return said(poll, `is posted again in a moment.${left}`);
  },
  complete: offering(["open", "closed", "tied", "decided"]),
};
