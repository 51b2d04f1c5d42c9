import { ChannelType } from "discord.js";
import { botMember } from "./permissions.ts";
import type { World } from "./world.ts";
import type { Channel } from "./kept.ts";

/** A channel or a thread as Discord says it. */
export function channelPayload(world: World, channel: Channel): Record<string, unknown> {
  const last = [...world.messages.values()].findLast((kept) => kept.channel === channel);
  const lastId = last === undefined ? {} : { last_message_id: last.message.id };
  if (channel.parent !== null) return { ...threadPayload(world, channel), ...lastId };
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    guild_id: world.guildId,
    name: channel.name,
    position: [...world.channels.keys()].indexOf(channel.id),
    flags: 0,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    parent_id: null,
    ...lastId,
    permission_overwrites: [...channel.overwrites].map(([id, { allow, deny }]) => ({
      id,
      type: 0,
      allow: String(allow),
      deny: String(deny),
    })),
  };
}

function threadPayload(
  world: World,
  { id, name, parent, archiveAfter, archived }: Channel,
): Record<string, unknown> {
  const posts = [...world.messages.values()].filter(({ channel }) => channel.id === id).length;
  return {
    id,
    type: ChannelType.PublicThread,
    guild_id: world.guildId,
    parent_id: parent?.id,
    owner_id: world.bot.id,
    name,
    flags: 0,
    rate_limit_per_user: 0,
    message_count: posts,
    total_message_sent: posts,
    member_count: 1,
    thread_metadata: {
      archived,
      archive_timestamp: world.clock.iso(),
      auto_archive_duration: archiveAfter,
      locked: false,
      create_timestamp: world.clock.iso(),
    },
  };
}

/** The guild as HTTP says it. */
export const guildPayload = (world: World): Record<string, unknown> => ({
  id: world.guildId,
  name: "The Invented Bass Club",
  icon: null,
  description: null,
  home_header: null,
  splash: null,
  discovery_splash: null,
  features: [],
  banner: null,
  owner_id: world.ownerId,
  application_id: null,
  region: "us-central",
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  widget_enabled: false,
  widget_channel_id: null,
  verification_level: 0,
  roles: [...world.roles.values()],
  default_message_notifications: 1,
  mfa_level: 0,
  explicit_content_filter: 0,
  max_presences: null,
  max_members: 500_000,
  max_stage_video_channel_users: 50,
  max_video_channel_users: 25,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  preferred_locale: "en-US",
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  public_updates_channel_id: null,
  premium_progress_bar_enabled: false,
  nsfw: false,
  nsfw_level: 0,
  emojis: [],
  stickers: [],
  incidents_data: null,
});

/** The guild as GUILD_CREATE brings it. */
export function guildCreatePayload(world: World): Record<string, unknown> {
  const channels = [...world.channels.values()];
  return {
    ...guildPayload(world),
    joined_at: botMember(world).joined_at,
    large: false,
    unavailable: false,
    member_count: world.members.size,
    members: [botMember(world)],
    channels: channels
      .filter(({ parent }) => parent === null)
      .map((channel) => channelPayload(world, channel)),
    threads: channels.filter(({ parent }) => parent !== null).map((thread) => channelPayload(world, thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    soundboard_sounds: [],
    guild_scheduled_events: [...world.events.values()],
  };
}
