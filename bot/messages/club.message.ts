import type { DiscordPurpose } from "#core/seasons/seasons.schemas.ts";
import { type Face, face, text } from "../components.ts";
import { counted, permissionWords } from "../text.ts";

const purposes: Record<DiscordPurpose, string> = {
  polls: "where members vote",
  officers: "where those who decide are asked",
  news: "where the club announces; where members vote when left out",
};

interface ChannelsView {
  channels: Partial<Record<DiscordPurpose, string>>;
  note?: string;
}

/** Which channel is for what. */
export function channelsFace({ channels, note }: ChannelsView): Face {
  const lines = purposesInOrder.map((purpose) => {
    const channel = channels[purpose];
    return `- **${purpose}**, ${purposes[purpose]}: ${channel === undefined ? "none yet" : `<#${channel}>`}`;
  });
  return face(
    text(
      [
        ...(note === undefined ? [] : [note]),
        ...lines,
        "Set one with **/club channels** and its name and channel.",
      ].join("\n"),
    ),
  );
}

export const purposesInOrder = Object.keys(purposes) as DiscordPurpose[];

/** One channel as the bot finds it. */
export interface ChannelChecked {
  purpose: DiscordPurpose;
  channel: string | null;
  /** Null: the bot does not see it, or it is gone. */
  missing: readonly string[] | null;
}

interface CheckView {
  checked: readonly ChannelChecked[];
  /** What the bot lacks on the whole server. */
  lacking: readonly string[];
  /** The members' role where it is gone, or stands above the bot's own. */
  beyond: string | null;
  mail: boolean;
  linked: number;
  members: number;
  /** Polls whose message cannot be kept up. */
  lost: readonly { poll: number; reason: string }[];
}

/** Whether the bot has all that it needs; each line says what to do. */
export function checkFace({ checked, lacking, beyond, mail, linked, members, lost }: CheckView): Face {
  const lines = [
    ...checked.map(channelLine),
    lacking.length === 0
      ? "✅ The bot may make events on the server."
      : `⚠️ On the server the bot lacks: ${permissionWords(lacking)}. Give them to its role.`,
    ...(beyond === null
      ? []
      : [
          `⚠️ The bot cannot give <@&${beyond}>: move its own role above that one, or set another by **/club member-role**.`,
        ]),
    mail
      ? "✅ Mail is set up: members link themselves by **/link**."
      : "⚠️ Mail is not set up: members cannot link themselves; use **/club link-member**.",
    `${linked < members ? "ℹ️" : "✅"} ${linked} of ${counted(members, "member")} who may vote ${members === 1 ? "is" : "are"} linked.`,
    ...lost
      .slice(0, 10)
      .map(
        ({ poll, reason }) =>
          `⚠️ Poll \`${poll}\` is not kept up in its channel (${reason}): **/poll repost**.`,
      ),
  ];
  return face(text(lines.join("\n")));
}

function channelLine({ purpose, channel, missing }: ChannelChecked): string {
  if (channel === null && purpose === "news")
    return "ℹ️ No channel is set for **news**: what the club announces stands where members vote.";
  if (channel === null) return `⚠️ No channel is set for **${purpose}**: **/club channels**.`;
  if (missing === null)
    return `⚠️ The bot does not see <#${channel}>, set for **${purpose}**: let its role see it, or set another.`;
  if (missing.length > 0)
    return `⚠️ In <#${channel}> (**${purpose}**) the bot lacks: ${permissionWords(missing)}.`;
  return `✅ <#${channel}> (**${purpose}**): the bot has all it needs.`;
}
