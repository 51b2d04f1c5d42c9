import { invalid } from "#core/errors.ts";
import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Say which role of the Discord server hears it when a poll opens.",
  description: "It is pinged once for each poll. Roles on Discord give no say in the club.",
  parameters: {
    role: { argument: "the role's number, 17 to 20 digits", optional: true },
    none: { flag: "nobody is pinged any more" },
  },
  examples: ["sabc discord role 180000000000000001", "sabc discord role --none"],
  async input({ role, none }) {
    if ((role === undefined) !== none) throw invalid("role-not-said", "Give the role's number, or --none.");
    const { setDiscordRoleSchema } = await import("#core/seasons/seasons.schemas.ts");
    return setDiscordRoleSchema.parse({ role: role ?? null });
  },
  async run(context, input) {
    const { setDiscordRole } = await import("#core/seasons/discord.service.ts");
    return context.write((work) => setDiscordRole(work, input));
  },
  output: (settings) => ({
    json: settings,
    notes: [
      settings.role === null
        ? "Nobody is pinged when a poll opens."
        : `The role ${settings.role} hears it when a poll opens.`,
    ],
  }),
});
