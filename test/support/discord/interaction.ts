import { randomBytes } from "node:crypto";
import type { APIGuildMember } from "discord.js";
import { channelPayload } from "./payloads.ts";
import { botMember, permissionsOf } from "./permissions.ts";
import type { World } from "./world.ts";
import type { Channel, FirstAnswer, Interaction, Kept } from "./kept.ts";

/** So long after a click the first answer may come, and the token may be used. */
export const firstAnswerWithin = 3_000;
export const tokenLives = 900_000;

export interface Act {
  type: Interaction["type"];
  member: APIGuildMember;
  channel: Channel;
  on?: Kept | null;
  command?: string;
  data: Record<string, unknown>;
  /** When it was done, if that was not now: `2026-03-01T23:59:59-06:00`. */
  at?: string;
}

/** Brings an act to the bot. The answer is "failed" when none comes in time, or nobody listens. */
export function deliver(world: World, act: Act): Promise<FirstAnswer> {
  const { type, member, channel, on = null, command = null, at } = act;
  return new Promise((resolve) => {
    const timer = setTimeout(() => interaction.fail(), firstAnswerWithin);
    const end = (state: "answered" | "failed", first: FirstAnswer): void => {
      if (interaction.state !== "waiting") return;
      clearTimeout(timer);
      interaction.state = state;
      resolve(first);
    };
    const interaction: Interaction = {
      id: world.clock.snowflake(at === undefined ? undefined : Date.parse(at)),
      token: randomBytes(48).toString("base64url"),
      type,
      command,
      member,
      channel,
      on,
      since: world.clock.now(),
      state: "waiting",
      original: null,
      data: act.data,
      answer: (first) => end("answered", first),
      fail: () => end("failed", { kind: "failed" }),
    };
    world.interactions.set(interaction.token, interaction);
    if (world.tell("INTERACTION_CREATE", payload(world, interaction)) === 0) interaction.fail();
  });
}

/** An act once more, as the gateway may repeat what the bot has had. */
export function repeat(world: World, interaction: Interaction): void {
  world.tell("INTERACTION_CREATE", payload(world, interaction));
}

function payload(world: World, interaction: Interaction): Record<string, unknown> {
  const { id, token, type, member, channel, on, data } = interaction;
  return {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    guild: { id: world.guildId, locale: "en-US", features: [] },
    guild_id: world.guildId,
    channel: {
      ...channelPayload(world, channel),
      permissions: String(permissionsOf(world, member, channel)),
    },
    channel_id: channel.id,
    member: { ...member, permissions: String(permissionsOf(world, member, channel)) },
    ...(on !== null && { message: on.message }),
    app_permissions: String(permissionsOf(world, botMember(world), channel)),
    locale: "en-US",
    guild_locale: "en-US",
    entitlements: [],
    authorizing_integration_owners: { "0": world.guildId },
    context: 0,
    attachment_size_limit: 10_485_760,
  };
}
