import { Routes } from "discord.js";
import {
  announcePosting,
  findPollStanding,
  listPulse,
  losePosting,
  missPosting,
  movePosting,
  type Posted,
  settlePosting,
} from "#core/polls/posted-messages.service.ts";
import { getDiscordSettings } from "#core/seasons/discord.service.ts";
import type { Bot } from "./context.ts";
import { plainFace } from "./messages/plain.message.ts";
import { backOff, sleep } from "./patience.ts";
import { lackingIn, toPost } from "./permissions.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { post, redraw } from "./posting.ts";
import { Refresher } from "./refresher.ts";
import { permissionWords } from "./text.ts";
import { type Trouble, troubleWith } from "./trouble.ts";

/** Milliseconds between two drawings of one poll. */
export interface DrawingPace {
  fresh: number;
  /** Between two polls that are compared with what stands. */
  apart: number;
  /** Discord allows few changes of messages older than an hour. */
  old: number;
}

const hour = 3_600_000;

/** Keeps what stands in channels a picture of the database. */
export class Keeper {
  readonly #bot: Bot;
  readonly #pace: DrawingPace;
  readonly #over: AbortSignal;
  readonly #refresher: Refresher<number>;
  readonly #seen = new Map<number, string>();
  readonly #thorough = new Set<number>();

  constructor(bot: Bot, { pace, over }: { pace: DrawingPace; over: AbortSignal }) {
    this.#bot = bot;
    this.#pace = pace;
    this.#over = over;
    this.#refresher = new Refresher({
      draw: (poll) => this.#draw(poll),
      wait: sleep,
      backOff: (failures) => backOff(failures, pace.fresh),
      failed: (error) => {
        bot.log.warn({ trouble: troubleWith(error), reason: reasonOf(error) }, "a poll could not be drawn");
        bot.met(error);
      },
    });
  }

  /** Looks which polls look otherwise than when it looked last. */
  async look(): Promise<void> {
    const pulse = await this.#bot.app.read(this.#bot.actor, listPulse);
    for (const { poll, beat } of pulse) {
      if (this.#seen.get(poll) === beat) continue;
      this.#seen.set(poll, beat);
      this.#refresher.touch(poll);
    }
  }

  /**
   * Looks whether all that should stand does stand, one poll after the other, and tries again what the bot was not
   * allowed to post.
   */
  async reconcile(): Promise<void> {
    for (const { poll } of await this.#bot.app.read(this.#bot.actor, listPulse)) {
      if (this.#over.aborted) return;
      this.#thorough.add(poll);
      this.#refresher.touch(poll);
      await sleep(this.#pace.apart, this.#over);
    }
  }

  flush(): Promise<void> {
    return this.#refresher.flush();
  }

  async #draw(id: number): Promise<number> {
    const { app, actor, config, client } = this.#bot;
    const { standing, settings } = await app.read(actor, async (work) => ({
      standing: await findPollStanding(work, { poll: id }),
      settings: await getDiscordSettings(work),
    }));
    const thorough = this.#thorough.delete(id);
    if (standing === null) return 0;
    const open = standing.poll.state === "open" || standing.poll.state === "scheduled";
    const isThere = (channel: string) => client.channels.cache.has(channel);
    for (const piece of piecesOf(standing, { ...settings, site: config.publicUrl, isThere }))
      await this.#keep(piece, { poll: id, open, thorough });
    return standing.age > hour ? this.#pace.old : this.#pace.fresh;
  }

  async #keep(piece: Piece, { poll, open, thorough }: Keeping): Promise<void> {
    const { kind, channel, posts, drawn } = piece;
    const { app, actor } = this.#bot;
    if ((piece.posted?.message ?? null) === null && !posts) return;
    const posted =
      piece.posted === null
        ? await app.write(actor, (work) => announcePosting(work, { poll, kind, channel }))
        : await this.#takeUp(piece.posted, { elsewhere: posts ? piece.elsewhere : null, thorough });
    if (posted === null || (posted.drawn === drawn && !thorough)) return;
    try {
      const message = await this.#put(piece, posted);
      await app.write(actor, (work) => settlePosting(work, { id: posted.id, message, drawn }));
    } catch (error) {
      await this.#mind(error, { poll, open, posted, piece });
    }
  }

  /** What stands or may stand; null for what was given up. That is taken up in another channel, or when it is allowed. */
  async #takeUp(
    posted: Posted,
    { elsewhere, thorough }: { elsewhere: string | null; thorough: boolean },
  ): Promise<Posted | null> {
    if (posted.lost === null) return posted;
    if (posted.lost !== "channel-gone" && posted.lost !== "not-allowed") return null;
    if (elsewhere !== null) {
      const { app, actor } = this.#bot;
      return app.write(actor, (work) => movePosting(work, { id: posted.id, channel: elsewhere }));
    }
    return thorough && posted.lost === "not-allowed" ? posted : null;
  }

  async #put(piece: Piece, posted: Posted): Promise<string> {
    const { face, drawn, replyTo, ping } = piece;
    const { id, channel, message, reposts, postedAt } = posted;
    if (message === null) {
      // The same as long as it is not known to be posted, so that a try whose answer was lost is not posted twice.
      const nonce = `${id} ${reposts} ${Date.parse(postedAt).toString(36)}`;
      const put = await post(this.#bot, { channel, face, replyTo, ping, nonce });
      // An earlier try may have left it there as things were then, and Discord says just that it is there.
      if (piece.posted !== null) await redraw(this.#bot, { channel, message: put, face });
      return put;
    }
    if (posted.drawn === drawn) await this.#bot.client.rest.get(Routes.channelMessage(channel, message));
    else await redraw(this.#bot, { channel, message, face });
    return message;
  }

  async #mind(error: unknown, { poll, open, posted, piece }: Minding): Promise<void> {
    const { app, actor, log } = this.#bot;
    const trouble: Trouble = troubleWith(error);
    log.warn(
      { poll, kind: posted.kind, trouble, reason: reasonOf(error) },
      "a message of a poll met trouble",
    );
    switch (trouble) {
      case "message-gone": {
        const { lost } = await app.write(actor, (work) => missPosting(work, { id: posted.id, open }));
        if (!lost) this.#refresher.touch(poll);
        return;
      }
      case "refused":
        log.error({ payload: piece.face }, "Discord refused how a poll looks");
        return this.#putPlainly(piece, posted);
      case "channel-gone":
      case "not-allowed":
        await app.write(actor, (work) =>
          losePosting(work, { id: posted.id, reason: trouble, failure: this.#failure(trouble, posted) }),
        );
        return;
      case "no-event":
      case "fatal":
      case "passing":
        throw error;
    }
  }

  #failure(trouble: "channel-gone" | "not-allowed", { channel }: Posted): string {
    if (trouble === "channel-gone") return "the channel is gone";
    const lacking = lackingIn(this.#bot.client, { channel });
    return `the bot may not post there; it needs ${permissionWords(lacking?.length ? lacking : toPost)}`;
  }

  /** A message that Discord does not take is drawn as words alone, and not tried again until it would look otherwise. */
  async #putPlainly(piece: Piece, posted: Posted): Promise<void> {
    const { app, actor, config } = this.#bot;
    const message = await this.#put({ ...piece, face: plainFace({ site: config.publicUrl }) }, posted).catch(
      () => posted.message,
    );
    await app.write(actor, (work) =>
      message === null
        ? losePosting(work, { id: posted.id, reason: "refused", failure: notTaken })
        : settlePosting(work, { id: posted.id, message, drawn: piece.drawn }),
    );
  }
}

const notTaken = "Discord did not take the message; the bot's log says more";

interface Keeping {
  poll: number;
  open: boolean;
  /** Looks also whether what should stand does. */
  thorough: boolean;
}

interface Minding {
  poll: number;
  open: boolean;
  posted: Posted;
  piece: Piece;
}

/** What went wrong, without what was sent. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : "";
