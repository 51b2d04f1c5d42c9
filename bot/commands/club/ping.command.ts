import { ApplicationCommandOptionType } from "discord.js";
import { setDiscordRole } from "#core/seasons/discord.service.ts";
import { setDiscordRoleSchema } from "#core/seasons/seasons.schemas.ts";
import { understood } from "../../form.ts";
import { saidFace } from "../../messages/answer.message.ts";
import type { Subcommand } from "../../subcommands.ts";

export const clubPing: Subcommand = {
  name: "ping",
  description: "Which role hears it when a poll opens, once; left out: none",
  options: [
    { type: ApplicationCommandOptionType.Role, name: "role", description: "The role of this server" },
  ],
  async run(act, options) {
    const input = understood(setDiscordRoleSchema, { role: options.getRole("role")?.id ?? null });
    const { role } = await act.write((work) => setDiscordRole(work, input));
    return {
      face: saidFace([
        role === null ? "Nobody is pinged when a poll opens." : `<@&${role}> hears it when a poll opens.`,
      ]),
    };
  },
};
