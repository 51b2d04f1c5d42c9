import { table } from "../../output.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { exitCodes } from "../../errors.ts";

interface Row {
  purpose: string;
  name: string | null;
  channel: string;
  missing: string;
}

export const command = defineCommand({
  summary: "Look at the club's Discord server as the bot sees it, and say what it lacks.",
  description: "Asks Discord; the bot need not run, and one that runs is not disturbed.",
  parameters: {},
  examples: ["sabc discord check", "sabc discord check --json"],
  list: true,
  input: () => ({}),
  async run(context) {
    const { checkDiscord } = await import("../../../bot/bot.ts");
    return checkDiscord(await context.app(), {
      config: await context.config(),
      actor: await context.actor(),
    });
  },
  output(checked) {
    const { bot, guild, channels } = checked;
    const rows = channels.map(({ missing, ...channel }) => ({ ...channel, missing: missing.join(", ") }));
    const wrong = channels.flatMap(({ purpose, name, channel, missing }) =>
      name === null
        ? [`The channel ${channel} for ${purpose} is gone, or the bot does not see it.`]
        : missing.length > 0
          ? [`In #${name} the bot lacks ${missing.join(", ")}.`]
          : [],
    );
    if (!channels.some(({ purpose }) => purpose === "polls"))
      wrong.push("No channel is set for polls: sabc discord channel polls NAME.");
    return {
      json: checked,
      sections: [table(columns, rows)],
      notes: [`The bot is ${bot.name}, on ${guild.name}.`],
      ...(wrong.length > 0 ? { complaint: wrong.join(" "), exitCode: exitCodes.conflict.code } : {}),
    };
  },
});

const columns = columnsOf<Row>({ purpose: "word", name: "text", channel: "text", missing: "text" });
