import { ApplicationCommandOptionType } from "discord.js";
import { setDiscordMemberRole } from "#core/seasons/discord.service.ts";
import { setDiscordRoleSchema } from "#core/seasons/seasons.schemas.ts";
import { understood } from "../../form.ts";
import { saidFace } from "../../messages/answer.message.ts";
import type { Subcommand } from "../../subcommands.ts";

export const clubMemberRole: Subcommand = {
  name: "member-role",
  description: "Which role current members get, by their linked accounts; left out: none",
  options: [
    { type: ApplicationCommandOptionType.Role, name: "role", description: "The role of this server" },
  ],
  async run(act, options) {
    const input = understood(setDiscordRoleSchema, { role: options.getRole("role")?.id ?? null });
    const { memberRole } = await act.write((work) => setDiscordMemberRole(work, input));
    return {
      face: saidFace([
        memberRole === null
          ? "No role follows the club's record; those it was given to lose it."
          : `<@&${memberRole}> follows the club's record: current members with a linked account get it. It gives no say in the club.`,
      ]),
    };
  },
};
