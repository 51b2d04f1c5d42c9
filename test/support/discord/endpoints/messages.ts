import { PermissionFlagsBits as May } from "discord.js";
import { momentOf } from "../discord-clock.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { edit, type Edited, ephemeral, post, remove, type Words } from "../messages.ts";
import { demand } from "../permissions.ts";
import { Refused, refuseInvalid } from "../refused.ts";
import type { Channel, Kept } from "../kept.ts";

const hour = 3_600_000;
const minute = 60_000;

const all = "/channels/{channel_id}/messages";
const one = `${all}/{message_id}`;

export const messageEndpoints: Endpoint[] = [
  { method: "POST", path: all, by: "bot", limit: { requests: 5, per: 5_000 }, answer: create },
  { method: "PATCH", path: one, by: "bot", limit: { requests: 5, per: 5_000 }, answer: change },
  {
    method: "DELETE",
    path: one,
    by: "bot",
    limit: { requests: 5, per: 1_000 },
    answer: (call) => {
      remove(call.world, messageOf(call));
      return { status: 204 };
    },
  },
  {
    method: "GET",
    path: one,
    by: "bot",
    limit: { requests: 5, per: 1_000 },
    answer: (call) => {
      demand(call.world, May.ReadMessageHistory, channelOf(call));
      return { status: 200, body: messageOf(call).message };
    },
  },
  {
    method: "GET",
    path: all,
    by: "bot",
    limit: { requests: 5, per: 5_000 },
    answer: (call) => {
      const channel = channelOf(call);
      demand(call.world, May.ReadMessageHistory, channel);
      return { status: 200, body: list(call, channel) };
    },
  },
];

function create(call: Call): { status: 200; body: unknown } {
  const { world } = call;
  const channel = channelOf(call);
  demand(world, channel.parent === null ? May.SendMessages : May.SendMessagesInThreads, channel);
  const words = call.body as Words;
  if (((words.flags ?? 0) & ephemeral) !== 0) {
    refuseInvalid([
      { path: "flags", code: "MESSAGE_FLAGS_INVALID", message: "Only interactions are private." },
    ]);
  }
  const { files } = call;
  const kept = repeated(call, channel, words) ?? post(world, { channel, words, files });
  return { status: 200, body: kept.message };
}

/** With enforce_nonce the same message is not posted twice within some minutes. */
function repeated({ world }: Call, channel: Channel, words: Words): Kept | undefined {
  if (words.enforce_nonce !== true || words.nonce === undefined) return undefined;
  const { nonce } = words;
  return [...world.messages.values()].find(
    (kept) =>
      kept.channel === channel &&
      kept.nonce === String(nonce) &&
      world.clock.now() - momentOf(kept.message.id) < 5 * minute,
  );
}

function change(call: Call): { status: 200; body: unknown } {
  const { world } = call;
  const kept = messageOf(call);
  if (kept.message.author.id !== world.bot.id) throw new Refused(50005);
  if (world.clock.now() - momentOf(kept.message.id) > hour) world.oldEdits.take(kept.channel.id);
  return { status: 200, body: edit(world, kept, wordsOf(call)).message };
}

function list({ world, query }: Call, channel: Channel): unknown[] {
  const limit = Number(query.get("limit") ?? 50);
  if (!(limit >= 1 && limit <= 100)) {
    refuseInvalid([{ path: "limit", code: "NUMBER_TYPE_MAX", message: "int value should be 1 to 100." }]);
  }
  const [before, after] = [query.get("before"), query.get("after")];
  return [...world.messages.values()]
    .filter((kept) => kept.channel === channel && kept.onlyFor === null)
    .map(({ message }) => message)
    .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
    .filter(({ id }) => after === null || BigInt(id) > BigInt(after))
    .toReversed()
    .slice(0, limit);
}

/** An edit's words; files only where new ones came. */
export const wordsOf = ({ body, files }: Call): Edited => ({
  ...(body as Words),
  ...(files.length > 0 && { files }),
});

/** The channel of the path; 10003 when it is gone. */
export function channelOf({ world, id }: Call): Channel {
  const channel = world.channels.get(id("channel_id"));
  if (channel === undefined) throw new Refused(10003);
  return channel;
}

/** The message of the path as the bot's token sees it: private ones are unknown. */
export function messageOf(call: Call): Kept {
  const channel = channelOf(call);
  demand(call.world, 0n, channel);
  const kept = call.world.messages.get(call.id("message_id"));
  if (kept === undefined || kept.channel !== channel || kept.onlyFor !== null) throw new Refused(10008);
  return kept;
}
