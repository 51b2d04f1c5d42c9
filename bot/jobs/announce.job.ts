import {
  type AnnouncementClaimed,
  type AnnouncementVerdict,
  claimAnnouncement,
  settleAnnouncement,
} from "#core/notices/claim-announcement.service.ts";
import { getDiscordSettings } from "#core/seasons/discord.service.ts";
import type { BotJob } from "../command.ts";
import type { Bot } from "../context.ts";
import { announcementFace, plainAnnouncement } from "../messages/announcement.message.ts";
import { post } from "../posting.ts";
import { troubleWith } from "../trouble.ts";

/** Says in the club's channel what waits to be said, the longest waiting first, each once. */
export const announce: BotJob = {
  name: "announce",
  every: 2_000,
  async run(bot) {
    const { app, actor } = bot;
    for (;;) {
      const claimed = await app.write(actor, claimAnnouncement);
      if (claimed === null) return;
      const verdict = await say(bot, claimed);
      await app.write(actor, (work) => settleAnnouncement(work, { claimed, verdict }));
    }
  },
};

/** In the channel for news, or where members vote when that is lost. */
async function say(bot: Bot, { id, saying, words }: AnnouncementClaimed): Promise<AnnouncementVerdict> {
  const { channels } = await bot.app.read(bot.actor, getDiscordSettings);
  const homes = new Set([channels.news, channels.polls].filter((channel) => channel !== undefined));
  let verdict: AnnouncementVerdict = { kind: "refused", failure: "no channel is set for it" };
  for (const channel of homes) {
    verdict = await sayIn(bot, { id, saying, words, channel });
    if (verdict.kind === "posted") return verdict;
  }
  return verdict;
}

interface Room extends Omit<AnnouncementClaimed, "attempt"> {
  channel: string;
}

async function sayIn(bot: Bot, { id, saying, words, channel }: Room): Promise<AnnouncementVerdict> {
  // The same number until it is settled: what Discord took without saying so is not posted twice.
  const nonce = `news ${id}`;
  const face = announcementFace(saying, { site: bot.config.publicUrl });
  try {
    return { kind: "posted", channel, message: await post(bot, { channel, face, nonce }) };
  } catch (error) {
    const trouble = troubleWith(error);
    bot.log.warn({ announcement: id, purpose: saying.purpose, trouble }, "an announcement met trouble");
    bot.met(error);
    if (trouble !== "refused") return troubles[trouble];
    bot.log.error({ payload: face }, "Discord refused how an announcement looks");
    const plain = plainAnnouncement(words);
    return post(bot, { channel, face: plain, nonce }).then(
      (message) => ({ kind: "posted", channel, message }),
      () => ({ kind: "refused", failure: "Discord refused how it looks" }),
    );
  }
}

const passing = { kind: "later", failure: "Discord could not take it" } as const;

const troubles: Record<Exclude<ReturnType<typeof troubleWith>, "refused">, AnnouncementVerdict> = {
  "channel-gone": { kind: "refused", failure: "the channel is gone" },
  "not-allowed": { kind: "later", failure: "the bot may not write in the channel" },
  "message-gone": passing,
  "no-event": passing,
  fatal: passing,
  passing,
};
