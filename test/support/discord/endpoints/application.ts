import { type APIApplicationCommand, ApplicationCommandType } from "discord.js";
import { judgeCommands } from "../command-rules.ts";
import type { Call, Endpoint } from "../endpoint.ts";
import { Refused, refuseInvalid } from "../refused.ts";
import type { World } from "../world.ts";

export const applicationEndpoints: Endpoint[] = [
  {
    method: "GET",
    path: "/gateway/bot",
    by: "bot",
    answer: ({ world }) => ({
      status: 200,
      body: {
        url: world.gatewayUrl,
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
      },
    }),
  },
  {
    method: "GET",
    path: "/users/@me",
    by: "bot",
    answer: ({ world }) => ({
      status: 200,
      body: { ...world.bot, mfa_enabled: true, locale: "en-US", verified: true, email: null },
    }),
  },
  {
    method: "GET",
    path: "/applications/@me",
    by: "bot",
    answer: ({ world }) => ({ status: 200, body: application(world) }),
  },
  {
    method: "GET",
    path: "/applications/{application_id}/guilds/{guild_id}/commands",
    by: "bot",
    answer: (call) => {
      ownGuild(call);
      return { status: 200, body: call.world.commands };
    },
  },
  {
    method: "PUT",
    path: "/applications/{application_id}/guilds/{guild_id}/commands",
    by: "bot",
    limit: { requests: 2, per: 20_000 },
    answer: (call) => {
      ownGuild(call);
      const { world } = call;
      const given = (call.body ?? []) as Partial<APIApplicationCommand>[];
      refuseInvalid(judgeCommands(given));
      world.commands = given.map((command) => registered(world, command));
      return { status: 200, body: world.commands };
    },
  },
];

/** What Discord adds to a command; one of the same name keeps its id. */
function registered(world: World, command: Partial<APIApplicationCommand>): APIApplicationCommand {
  const type = command.type ?? ApplicationCommandType.ChatInput;
  const before = world.commands.find((known) => known.name === command.name && known.type === type);
  return {
    ...command,
    type,
    id: before?.id ?? world.clock.snowflake(),
    application_id: world.applicationId,
    guild_id: world.guildId,
    version: world.clock.snowflake(),
    default_member_permissions: command.default_member_permissions ?? null,
    nsfw: false,
    name: command.name!,
    description: command.description ?? "",
  };
}

function ownGuild({ world, id }: Call): void {
  if (id("application_id") !== world.applicationId) throw new Refused(50001);
  if (id("guild_id") !== world.guildId) throw new Refused(50001);
}

const application = ({ bot, applicationId, guildId, members, ownerId }: World): Record<string, unknown> => ({
  id: applicationId,
  name: bot.global_name,
  icon: null,
  description: "",
  type: null,
  bot,
  guild_id: guildId,
  bot_public: false,
  bot_require_code_grant: false,
  verify_key: "0".repeat(64),
  flags: 0,
  flags_new: "0",
  tags: [],
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: members.get(ownerId)!.user,
  approximate_guild_count: 1,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: [],
});
