import { type APIMessage, Routes } from "discord.js";
import type { Face } from "./components.ts";
import type { Bot } from "./context.ts";

interface Posting {
  channel: string;
  face: Face;
  /** At most 25 characters: the same one posted again within some minutes is the first. */
  nonce: string;
  /** The message it replies to; it is posted as well where that is gone. */
  replyTo?: string | null;
  /** The role that hears it, which the face names as `<@&id>`. */
  ping?: string | null;
}

/** Posts a message and says its number. Nobody is pinged but the one role that is said. */
export async function post(bot: Bot, { channel, face, nonce, replyTo, ping }: Posting): Promise<string> {
  const { id } = (await bot.client.rest.post(Routes.channelMessages(channel), {
    body: {
      ...face,
      nonce,
      enforce_nonce: true,
      allowed_mentions: ping ? { parse: [], roles: [ping] } : { parse: [] },
      ...(replyTo ? { message_reference: { message_id: replyTo, fail_if_not_exists: false } } : {}),
    },
  })) as APIMessage;
  return id;
}

/** Draws a message of the bot anew; nobody is pinged. */
export async function redraw(
  bot: Bot,
  { channel, message, face }: { channel: string; message: string; face: Face },
): Promise<void> {
  await bot.client.rest.patch(Routes.channelMessage(channel, message), {
    body: { ...face, allowed_mentions: { parse: [] } },
  });
}
