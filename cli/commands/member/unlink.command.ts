import { defineCommand } from "../../command.ts";
import { angler } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Take a person's Discord account away from them; what they voted stays.",
  parameters: { angler },
  examples: ["sabc member unlink 'Ann Lee'", "sabc member unlink 12"],
  async input(given) {
    const { unlinkDiscordSchema } = await import("#core/accounts/accounts.schemas.ts");
    return unlinkDiscordSchema.parse(given);
  },
  async run(context, input) {
    const { unlinkDiscord } = await import("#core/accounts/discord-link.service.ts");
    return context.write((work) => unlinkDiscord(work, input));
  },
  output: (unlinked) => {
    const { angler: who, discordId } = unlinked;
    return {
      json: unlinked,
      notes: [`The Discord account ${discordId} is nobody's now; it was ${who.name}'s (${who.id}).`],
    };
  },
});
