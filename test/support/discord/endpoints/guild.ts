import { PermissionFlagsBits as May } from "discord.js";
import type { Call, Endpoint } from "../endpoint.ts";
import { channelPayload, guildPayload } from "../payloads.ts";
import { botMember, demand } from "../permissions.ts";
import { Refused } from "../refused.ts";

const memberPath = "/guilds/{guild_id}/members/{user_id}";

export const guildEndpoints: Endpoint[] = [
  {
    method: "GET",
    path: "/guilds/{guild_id}",
    by: "bot",
    answer: (call) => {
      ownGuild(call);
      return { status: 200, body: guildPayload(call.world) };
    },
  },
  {
    method: "GET",
    path: "/guilds/{guild_id}/channels",
    by: "bot",
    answer: (call) => {
      ownGuild(call);
      const { world } = call;
      const channels = [...world.channels.values()].filter(({ parent }) => parent === null);
      return { status: 200, body: channels.map((channel) => channelPayload(world, channel)) };
    },
  },
  {
    method: "GET",
    path: "/guilds/{guild_id}/roles",
    by: "bot",
    answer: (call) => {
      ownGuild(call);
      return { status: 200, body: [...call.world.roles.values()] };
    },
  },
  {
    method: "GET",
    path: memberPath,
    by: "bot",
    limit: { requests: 5, per: 1_000 },
    answer: (call) => {
      ownGuild(call);
      const member = call.world.members.get(call.id("user_id"));
      if (member === undefined) throw new Refused(10007);
      return { status: 200, body: member };
    },
  },
  {
    method: "PUT",
    path: `${memberPath}/roles/{role_id}`,
    by: "bot",
    limit: { requests: 10, per: 10_000 },
    answer: (call) => setRole(call, (roles, role) => [...new Set([...roles, role])]),
  },
  {
    method: "DELETE",
    path: `${memberPath}/roles/{role_id}`,
    by: "bot",
    limit: { requests: 10, per: 10_000 },
    answer: (call) => setRole(call, (roles, role) => roles.filter((id) => id !== role)),
  },
];

function setRole(call: Call, change: (roles: string[], role: string) => string[]): { status: 204 } {
  ownGuild(call);
  const { world, id } = call;
  const role = world.roles.get(id("role_id"));
  const member = world.members.get(id("user_id"));
  if (member === undefined) throw new Refused(10007);
  if (role === undefined) throw new Refused(10011);
  demand(world, May.ManageRoles);
  const highest = Math.max(...botMember(world).roles.map((own) => world.roles.get(own)?.position ?? 0));
  if (role.managed || role.id === world.guildId || role.position >= highest) throw new Refused(50013);
  member.roles = change(member.roles, role.id);
  return { status: 204 };
}

function ownGuild({ world, id }: Call): void {
  if (id("guild_id") !== world.guildId || !world.available) throw new Refused(10004);
}
