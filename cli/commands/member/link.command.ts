import { defineCommand } from "../../command.ts";
import { angler } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Say that a Discord account is a person's, so that they can vote there.",
  description:
    "Discord shows an account's number by Copy User ID, once its developer mode is on. One account for each person; it gives no role in the club's work.",
  parameters: {
    angler,
    discordId: { argument: "the account's number on Discord, 17 to 20 digits" },
  },
  examples: [
    "sabc member link 'Ann Lee' 180000000000000001",
    "sabc member link ann@club.example 180000000000000001",
  ],
  async input(given) {
    const { linkDiscordSchema } = await import("#core/accounts/accounts.schemas.ts");
    return linkDiscordSchema.parse(given);
  },
  async run(context, input) {
    const { linkDiscord } = await import("#core/accounts/discord-link.service.ts");
    return context.write((work) => linkDiscord(work, input));
  },
  output: (linked) => {
    const { angler: who, discordId, changed } = linked;
    const now = changed ? "is linked to" : "was linked before to";
    return { json: linked, notes: [`The Discord account ${discordId} ${now} ${who.name} (${who.id}).`] };
  },
});
