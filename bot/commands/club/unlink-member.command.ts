import { ApplicationCommandOptionType } from "discord.js";
import { unlinkDiscordSchema } from "#core/accounts/accounts.schemas.ts";
import { unlinkDiscord } from "#core/accounts/discord-link.service.ts";
import { understood } from "../../form.ts";
import { saidFace } from "../../messages/answer.message.ts";
import { nameOf } from "../../messages/words.message.ts";
import { offerMembers } from "../../offers.ts";
import type { Subcommand } from "../../subcommands.ts";

export const clubUnlinkMember: Subcommand = {
  name: "unlink-member",
  description: "Take a member's Discord account away; what they voted stays",
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: "member",
      description: "Whose account",
      required: true,
      autocomplete: true,
    },
  ],
  async run(act, options) {
    const input = understood(unlinkDiscordSchema, { angler: options.getString("member", true) });
    const { angler, discordId } = await act.write((work) => unlinkDiscord(work, input));
    return { face: saidFace([`<@${discordId}> is nobody's now; it was **${nameOf(angler.name, 80)}**'s.`]) };
  },
  complete: (act, { typed }) => offerMembers(act, { typed }),
};
