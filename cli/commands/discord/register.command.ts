import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Tell the club's Discord server of the bot's commands anew.",
  description:
    "The bot does so by itself when its commands have changed; this is for when they do not show on the server.",
  parameters: {},
  examples: ["sabc discord register", "sabc discord register --json"],
  input: () => ({}),
  async run(context) {
    const { registerAnew } = await import("../../../bot/bot.ts");
    return registerAnew(await context.app(), {
      config: await context.config(),
      actor: await context.actor(),
    });
  },
  output: (registered) => ({
    json: registered,
    notes: [`The server knows the bot's ${registered.commands} commands now.`],
  }),
});
