import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "../actor.ts";
import type { Config } from "../config.ts";
import { DomainError } from "../errors.ts";
import type { Door } from "../work.ts";
import { type Claimed, claimNotice, settleNotice } from "./claim.service.ts";
import { type Mailer, openMailer, type Verdict } from "./mail.gateway.ts";
import { messageIdOf } from "./mail-text.rules.ts";
import { senderOf, type MailSettings } from "./mail-setup.service.ts";
import type { Purpose } from "./notices.schemas.ts";
import { writeMail } from "./write-mail.service.ts";

export interface Deliver {
  actor: Actor;
  settings: MailSettings & Pick<Config, "publicUrl">;
  /** Ends it after the mail that is on its way. */
  stop?: AbortSignal;
  /** Only what somebody waits for now; left out: everything that is due. */
  purpose?: Purpose;
}

/** What became of the notices that were due. */
export interface Delivered {
  sent: number;
  /** Tried in vain, and tried again later. */
  later: number;
  failed: number;
  withheld: number;
  /** Why it went no further: mail is not set up, or the server is away; null: nothing is due any more. */
  obstacle: { kind: "not-set-up" | "away" | "stopped"; words: string } | null;
}

/**
 * Sends every notice that is due, the longest waiting first, one at a time: claimed, sent with no transaction open, and
 * settled at once. At least once, and twice only where the worker dies between the server's answer and the settling.
 * Where the server itself is away the rest is left for the next run.
 */
export async function deliverNotices(door: Door, given: Deliver): Promise<Delivered> {
  const { actor, settings, stop, purpose } = given;
  const done: Delivered = { sent: 0, later: 0, failed: 0, withheld: 0, obstacle: null };
  const club = await door.read(actor, (work) => Promise.resolve(work.club));
  const sender = senderOf(settings, club);
  if (typeof sender === "string") return { ...done, obstacle: { kind: "not-set-up", words: sender } };
  const mailer = openMailer({ smtpUrl: sender.smtpUrl, publicUrl: settings.publicUrl });
  try {
    for (;;) {
      if (stop?.aborted) return { ...done, obstacle: { kind: "stopped", words: "It was told to stop." } };
      const claim = await door.write(actor, (work) => claimNotice(work, purpose ? { purpose } : {}));
      if (claim.kind === "none") return done;
      if (claim.kind !== "mail") {
        done[claim.kind] += 1;
        continue;
      }
      const { mail: claimed } = claim;
      const verdict = await post(mailer, { claimed, sender, publicUrl: settings.publicUrl });
      done[await settle(door, { actor, claimed, verdict })] += 1;
      if (verdict.kind === "away") return { ...done, obstacle: { kind: "away", words: verdict.failure } };
    }
  } finally {
    mailer.close();
  }
}

interface Posting {
  claimed: Claimed;
  sender: Exclude<ReturnType<typeof senderOf>, string>;
  publicUrl: URL;
}

function post(mailer: Mailer, { claimed, sender, publicUrl }: Posting): Promise<Verdict> {
  const { token, to, purpose, facts, at: date } = claimed;
  const { from, replyTo } = sender;
  let written;
  try {
    written = writeMail({ purpose, facts, recipient: to.name, club: { name: from.name }, publicUrl, token });
  } catch {
    return Promise.resolve({ kind: "refused", failure: `The mail could not be written: ${purpose}.` });
  }
  const messageId = messageIdOf(token, from.address.replace(/^.*@/, ""));
  return mailer.send({ ...written, messageId, date, from, replyTo, to: to.address });
}

// Milliseconds: a database that is started again is back well within these.
const pauses = [100, 500, 1_000, 2_000, 4_000, 8_000];

/** What was sent must be written down, or it is sent again: a database that is away for a moment is waited for. */
async function settle(
  door: Door,
  { actor, ...outcome }: { actor: Actor; claimed: Claimed; verdict: Verdict },
) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await door.write(actor, (work) => settleNotice(work, outcome));
    } catch (error) {
      const wait = pauses[tries];
      const passing = error instanceof DomainError && ["unavailable", "busy"].includes(error.kind);
      if (!passing || wait === undefined) throw error;
      await pause(wait);
    }
  }
}
