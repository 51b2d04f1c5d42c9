import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import type { Context } from "../../context.ts";
import { listOutput } from "../../output.ts";

export const command = defineCommand({
  summary: "Say which channel of the Discord server is for what.",
  description:
    "polls: where members vote; officers: where who decides a tie is asked; news: what the club announces, where members vote when left out. Without a purpose it prints them.",
  parameters: {
    purpose: { argument: "polls, officers or news", optional: true },
    channel: { argument: "the channel's name or number", optional: true },
    none: { flag: "no channel any more" },
  },
  examples: ["sabc discord channel polls votes", "sabc discord channel officers 180000000000000001"],
  async input({ purpose, channel, none }, context) {
    if (purpose === undefined) return null;
    const { setDiscordChannelSchema } = await import("#core/seasons/seasons.schemas.ts");
    const named = none ? null : (channel ?? "");
    const number = named === null || /^\d*$/.test(named) ? named : await numberOf(context, named);
    return setDiscordChannelSchema.parse({ purpose, channel: number });
  },
  async run(context, input) {
    const { getDiscordSettings, setDiscordChannel } = await import("#core/seasons/discord.service.ts");
    return input === null
      ? context.read(getDiscordSettings)
      : context.write((work) => setDiscordChannel(work, input));
  },
  output({ channels }) {
    const rows = Object.entries(channels).map(([purpose, channel]) => ({ purpose, channel }));
    return listOutput("channels", { columns, rows });
  },
});

const columns = columnsOf<{ purpose: string; channel: string }>({ purpose: "word", channel: "text" });

/** Only a name has to be looked up on the server. */
async function numberOf(context: Context, name: string): Promise<string> {
  const { findChannel } = await import("../../../bot/bot.ts");
  return (await findChannel(await context.config(), { name })).id;
}
