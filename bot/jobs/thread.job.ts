import { DiscordAPIError, Routes } from "discord.js";
import { listUndiscussed } from "#core/polls/discussions.service.ts";
import { announcePosting, losePosting, settlePosting } from "#core/polls/posted-messages.service.ts";
import type { BotJob } from "../command.ts";
import { label } from "../text.ts";
import { troubleWith } from "../trouble.ts";

const threeDays = 4_320;
const opened = 160_004;

/** Opens a thread under each poll's message, once. Where the bot may not, there is none, and nothing waits for it. */
export const threads: BotJob = {
  name: "threads",
  every: 10_000,
  async run(bot) {
    const { app, actor, client, log } = bot;
    for (const { poll, title, channel, message } of await app.read(actor, listUndiscussed)) {
      const { id } = await app.write(actor, (work) =>
        announcePosting(work, { poll, kind: "thread", channel }),
      );
      // A thread has the number of the message that it stands under.
      const settled = { id, message, drawn: "" };
      try {
        const body = { name: label(title, 100), auto_archive_duration: threeDays };
        await client.rest.post(Routes.threads(channel, message), { body });
        await app.write(actor, (work) => settlePosting(work, settled));
      } catch (error) {
        if (error instanceof DiscordAPIError && error.code === opened) {
          await app.write(actor, (work) => settlePosting(work, settled));
          continue;
        }
        const trouble = troubleWith(error);
        log.warn({ poll, trouble }, "a thread could not be opened");
        bot.met(error);
        if (trouble === "passing" || trouble === "fatal") return;
        await app.write(actor, (work) => losePosting(work, { id, reason: trouble }));
      }
    }
  },
};
