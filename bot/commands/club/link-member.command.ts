import { ApplicationCommandOptionType } from "discord.js";
import { linkDiscordSchema } from "#core/accounts/accounts.schemas.ts";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { understood } from "../../form.ts";
import { saidFace } from "../../messages/answer.message.ts";
import { nameOf } from "../../messages/words.message.ts";
import { offerMembers } from "../../offers.ts";
import type { Subcommand } from "../../subcommands.ts";

export const clubLinkMember: Subcommand = {
  name: "link-member",
  description: "Say whose a Discord account is, so that they can vote here",
  options: [
    {
      type: ApplicationCommandOptionType.User,
      name: "account",
      description: "The account on this server",
      required: true,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: "member",
      description: "Whose it is: choose, or type an e-mail, name or number",
      required: true,
      autocomplete: true,
    },
  ],
  async run(act, options) {
    const { id: discordId } = options.getUser("account", true);
    const input = understood(linkDiscordSchema, { discordId, angler: options.getString("member", true) });
    const { angler, changed } = await act.write((work) => linkDiscord(work, input));
    const words = changed ? "is linked to" : "was linked before to";
    return {
      face: saidFace([
        `<@${discordId}> ${words} **${nameOf(angler.name, 80)}**. It gives no role in the club.`,
      ]),
    };
  },
  complete: (act, { typed }) => offerMembers(act, { typed }),
};
