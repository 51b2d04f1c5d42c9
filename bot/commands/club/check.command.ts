import type { PermissionsString } from "discord.js";
import { countLinkedMembers } from "#core/accounts/discord-link.service.ts";
import { findPollStanding, listPulse } from "#core/polls/posted-messages.service.ts";
import { type DiscordSettings, getDiscordSettings } from "#core/seasons/discord.service.ts";
import type { Work } from "#core/work.ts";
import type { Bot } from "../../context.ts";
import { type ChannelChecked, checkFace, purposesInOrder } from "../../messages/club.message.ts";
import { lackingIn, toPost } from "../../permissions.ts";
import type { Subcommand } from "../../subcommands.ts";

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

const checkChannels = ({ client }: Bot, { channels }: DiscordSettings): ChannelChecked[] =>
  purposesInOrder.map((purpose) => {
    const channel = channels[purpose] ?? null;
    const needed = purpose === "polls" ? [...toPost, ...toDiscuss] : toPost;
    return { purpose, channel, missing: channel === null ? null : lackingIn(client, { channel, needed }) };
  });

async function findLost(work: Work): Promise<{ poll: number; reason: string }[]> {
  const lost: { poll: number; reason: string }[] = [];
  for (const { poll } of await listPulse(work)) {
    const standing = await findPollStanding(work, { poll });
    for (const { lost: reason } of standing?.posted ?? []) if (reason !== null) lost.push({ poll, reason });
  }
  return lost;
}
