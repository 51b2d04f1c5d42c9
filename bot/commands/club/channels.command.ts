import { ApplicationCommandOptionType, ChannelType } from "discord.js";
import { getDiscordSettings, setDiscordChannel } from "#core/seasons/discord.service.ts";
import { setDiscordChannelSchema } from "#core/seasons/seasons.schemas.ts";
import { understood } from "../../form.ts";
import { channelsFace, purposesInOrder } from "../../messages/club.message.ts";
import type { Subcommand } from "../../subcommands.ts";

export const clubChannels: Subcommand = {
  name: "channels",
  description: "Which channel is for what; with a purpose: set it",
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: "purpose",
      description: "What it is for",
      choices: purposesInOrder.map((purpose) => ({ name: purpose, value: purpose })),
    },
    {
      type: ApplicationCommandOptionType.Channel,
      name: "channel",
      description: "The channel; left out: none any more",
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    },
  ],
  async run(act, options) {
    const purpose = options.getString("purpose");
    if (purpose === null) return { face: channelsFace(await act.read(getDiscordSettings)) };
    const input = understood(setDiscordChannelSchema, {
      purpose,
      channel: options.getChannel("channel")?.id ?? null,
    });
    const { channels } = await act.write((work) => setDiscordChannel(work, input));
    return {
      face: channelsFace({ channels, note: "Saved. **/club check** says whether the bot may use it." }),
    };
  },
};
