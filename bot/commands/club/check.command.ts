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
/** Where a role follows the club's record. */
const toGiveRoles: readonly PermissionsString[] = ["ManageRoles"];

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
    const { memberRole } = known.settings;
    const needed = memberRole === null ? onServer : [...onServer, ...toGiveRoles];
    return {
      face: checkFace({
        ...known,
        checked: checkChannels(bot, known.settings),
        lacking: me === null || me === undefined ? [...needed] : me.permissions.missing([...needed]),
        beyond: outOfReach(bot, memberRole),
        mail: bot.config.smtpUrl !== null,
      }),
    };
  },
};

/** The members' role where it is gone, or stands above the bot's own. */
function outOfReach({ client, guild }: Bot, memberRole: string | null): string | null {
  const here = client.guilds.cache.get(guild);
  const role = memberRole === null ? undefined : here?.roles.cache.get(memberRole);
  const own = here?.members.me?.roles.highest;
  return role !== undefined && own !== undefined && own.comparePositionTo(role) > 0 ? null : memberRole;
}

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
