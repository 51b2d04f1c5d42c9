import { type PermissionsString, PermissionsBitField } from "discord.js";
import { countLinkedMembers } from "#core/accounts/discord-link.service.ts";
import { findPollStanding, listPulse } from "#core/polls/posted-messages.service.ts";
import { type DiscordSettings, getDiscordSettings } from "#core/seasons/discord.service.ts";
import type { Work } from "#core/work.ts";
import type { Bot } from "../../context.ts";
import { type ChannelChecked, checkFace, purposesInOrder } from "../../messages/club.message.ts";
import type { Subcommand } from "../../subcommands.ts";

/** What lets the bot post in a channel, and reply to what it has posted there. */
const toPost: readonly PermissionsString[] = ["ViewChannel", "SendMessages", "ReadMessageHistory"];
/** Members talk about a poll in a thread under it. */
const toDiscuss: readonly PermissionsString[] = ["CreatePublicThreads", "SendMessagesInThreads"];
const onServer: readonly PermissionsString[] = ["CreateEvents"];

export const clubCheck: Subcommand = {
  name: "check",
  description: "Whether the bot has all it needs: channels, permissions, mail, linked members",
  async run(act) {
    const { bot } = act;
    const known = await act.read(async (work) => ({
      settings: await getDiscordSettings(work),
      ...(await countLinkedMembers(work)),
      lost: await findLost(work),
    }));
    const me = bot.client.guilds.cache.get(bot.guild)?.members.me;
    return {
      face: checkFace({
        ...known,
        checked: checkChannels(bot, known.settings),
        lacking: me === null || me === undefined ? [...onServer] : me.permissions.missing(onServer),
        mail: bot.config.smtpUrl !== null,
      }),
    };
  },
};

const checkChannels = (bot: Bot, { channels }: DiscordSettings): ChannelChecked[] =>
  purposesInOrder.map((purpose) => {
    const channel = channels[purpose] ?? null;
    return { purpose, channel, missing: channel === null ? null : missingIn(bot, { channel, purpose }) };
  });

function missingIn(
  { client, guild }: Bot,
  { channel, purpose }: { channel: string; purpose: ChannelChecked["purpose"] },
): readonly string[] | null {
  const here = client.guilds.cache.get(guild)?.channels.cache.get(channel);
  const may = here?.guild.members.me && here.permissionsFor(here.guild.members.me);
  if (!may?.has(PermissionsBitField.Flags.ViewChannel)) return null;
  return may.missing(purpose === "polls" ? [...toPost, ...toDiscuss] : toPost);
}

async function findLost(work: Work): Promise<{ poll: number; reason: string }[]> {
  const lost: { poll: number; reason: string }[] = [];
  for (const { poll } of await listPulse(work)) {
    const standing = await findPollStanding(work, { poll });
    for (const { lost: reason } of standing?.posted ?? []) if (reason !== null) lost.push({ poll, reason });
  }
  return lost;
}
