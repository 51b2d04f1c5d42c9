import { PermissionFlagsBits as May } from "discord.js";
import type { Call, Endpoint } from "../endpoint.ts";
import { markThread } from "../messages.ts";
import { channelPayload } from "../payloads.ts";
import { demand } from "../permissions.ts";
import { judgeLength } from "../component-rules.ts";
import { Refused, refuseInvalid } from "../refused.ts";
import { channelOf, messageOf } from "./messages.ts";

export const channelEndpoints: Endpoint[] = [
  {
    method: "GET",
    path: "/channels/{channel_id}",
    by: "bot",
    answer: (call) => {
      const channel = channelOf(call);
      demand(call.world, 0n, channel);
      return { status: 200, body: channelPayload(call.world, channel) };
    },
  },
  {
    method: "PATCH",
    path: "/channels/{channel_id}",
    by: "bot",
    limit: { requests: 5, per: 5_000 },
    answer: closeThread,
  },
  {
    method: "POST",
    path: "/channels/{channel_id}/messages/{message_id}/threads",
    by: "bot",
    limit: { requests: 50, per: 300_000 },
    answer: openThread,
  },
];

/** Of a channel the bot changes only its own threads: name, archived, how long it stays. */
function closeThread(call: Call): { status: 200; body: unknown } {
  const { world } = call;
  const thread = channelOf(call);
  demand(world, thread.parent === null ? May.ManageChannels : May.ViewChannel, thread);
  const { name, archived, auto_archive_duration: after } = call.body as ThreadWords;
  refuseInvalid(judgeLength("name", name ?? "-", 1, 100));
  thread.name = name ?? thread.name;
  thread.archived = archived ?? thread.archived;
  thread.archiveAfter = after ?? thread.archiveAfter;
  const body = channelPayload(world, thread);
  world.tell("THREAD_UPDATE", body);
  return { status: 200, body };
}

function openThread(call: Call): { status: 201; body: unknown } {
  const { world } = call;
  const kept = messageOf(call);
  demand(world, May.CreatePublicThreads, kept.channel);
  if (world.channels.has(kept.message.id)) throw new Refused(160004);
  const { name = "", auto_archive_duration: after } = call.body as ThreadWords;
  refuseInvalid(judgeLength("name", name, 1, 100));
  const thread = world.putChannel({ id: kept.message.id, name, parent: kept.channel });
  thread.archiveAfter = after ?? thread.archiveAfter;
  const body = channelPayload(world, thread);
  markThread(kept, body);
  world.changed();
  world.tell("THREAD_CREATE", { ...body, newly_created: true });
  return { status: 201, body };
}

interface ThreadWords {
  name?: string;
  archived?: boolean;
  auto_archive_duration?: number;
}
