import { setTimeout as wait } from "node:timers/promises";
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js";
import type { Answer, Offer, Words } from "./command.ts";
import { face, text } from "./components.ts";
import type { Bot } from "./context.ts";
import { isFault, passes, refusalFace } from "./errors.ts";
import { faultOf, isAnsweredOrLate, troubleWith } from "./trouble.ts";

export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

interface Doing {
  opensForm: boolean;
  work: () => Promise<Answer>;
}

/** Milliseconds: Discord waits three seconds for the first answer. */
const patience = 2_000;

/**
 * Answers once, with what came of it; where that takes long, with "thinking…" first. A refusal is an answer like any
 * other. An answer that cannot be given is no matter: what was done is kept.
 */
export async function answerOnce(bot: Bot, on: Answerable, { opensForm, work }: Doing): Promise<void> {
  const done = work().catch((error: unknown): Words => refusalOf(bot, on, error));
  try {
    const answer = opensForm ? await done : await Promise.race([done, late(done)]);
    if (answer !== null) return await say(on, answer);
    await (takesPlace(on) ? on.deferUpdate() : on.deferReply({ flags: MessageFlags.Ephemeral }));
    const { face, shown, files } = wordsOf(await done);
    const words = { ...face, files: attached(files) };
    if (takesPlace(on) && shown === "fresh")
      await on.followUp({ ...words, flags: face.flags | MessageFlags.Ephemeral });
    else await on.editReply(words);
  } catch (error) {
    if (isAnsweredOrLate(error)) bot.log.debug({ request: on.id }, "answered already, or too late");
    else bot.log.warn({ request: on.id, trouble: troubleWith(error) }, "an answer could not be given");
    bot.met(error);
  }
}

/** Offers what may be typed on; nothing where that fails or takes too long. */
export async function offerOnce(
  bot: Bot,
  on: AutocompleteInteraction,
  work: () => Promise<readonly Offer[]>,
): Promise<void> {
  try {
    await on.respond((await work()).slice(0, 25));
  } catch (error) {
    if (isFault(error) && !isAnsweredOrLate(error))
      bot.log.warn({ request: on.id, fault: faultOf(error) }, "nothing could be offered");
    bot.met(error);
  }
}

/** While the bot leaves nothing more is done. */
export async function restartingAnswer(on: Interaction): Promise<void> {
  if (on.isAutocomplete() || !on.isRepliable()) return;
  const { flags, components } = face(
    text("The bot is just starting anew. Nothing was changed; press again in a moment."),
  );
  await on.reply({ components, flags: flags | MessageFlags.Ephemeral }).catch(() => undefined);
}

/** Null after a while, unless it is done by then. */
async function late(done: Promise<unknown>): Promise<null> {
  const early = new AbortController();
  void done.then(() => early.abort());
  await wait(patience, undefined, { signal: early.signal }).catch(() => undefined);
  return null;
}

async function say(on: Answerable, answer: Answer): Promise<void> {
  if ("form" in answer) {
    if (on.isModalSubmit()) throw new Error("A form cannot answer a form.");
    await on.showModal(answer.form);
    return;
  }
  const { face, shown, files } = answer;
  const words = { components: face.components, files: attached(files), allowedMentions: { parse: [] } };
  if (shown === undefined && takesPlace(on)) await on.update({ ...words, flags: face.flags });
  else if (shown === "in-channel") await on.reply({ ...words, flags: face.flags });
  else await on.reply({ ...words, flags: face.flags | MessageFlags.Ephemeral });
}

/** Whether a private message was pressed: it is the person's own, and the answer takes its place. */
const takesPlace = (on: Answerable): on is MessageComponentInteraction =>
  on.isMessageComponent() && on.message.flags.has(MessageFlags.Ephemeral);

const attached = (files: Words["files"] = []) =>
  files.map(({ name, text }) => ({ name, attachment: Buffer.from(text) }));

function wordsOf(answer: Answer): Words {
  if ("form" in answer) throw new Error("A form comes at once or never: say opensForm.");
  return answer;
}

/** What passes leaves what was pressed as it is, so that it can be pressed again. */
function refusalOf(bot: Bot, { id, user }: Answerable, error: unknown): Words {
  if (isFault(error))
    bot.log.error({ request: id, fault: faultOf(error) }, "a fault while answering on Discord");
  const face = refusalFace(error, { reference: id, discordId: user.id });
  return passes(error) ? { face, shown: "fresh" } : { face };
}
