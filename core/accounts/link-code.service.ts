import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { DateTime } from "luxon";
import { authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import type { AnglerFound } from "../anglers/anglers.service.ts";
import { conflict, type DomainError, notFound } from "../errors.ts";
import { notify } from "../notices/notify.service.ts";
import { isoInZone } from "../time.ts";
import type { Work } from "../work.ts";
import type { AskLinkCode, TryLinkCode } from "./accounts.schemas.ts";
import { DiscordLink } from "./discord-link.entity.ts";
import { linkDiscord } from "./discord-link.service.ts";
import { LinkCode } from "./link-code.entity.ts";
import { countMailed, lockAccount, lockHolder } from "./link-code.queries.ts";
import { codeLives, countAsking, drawCode, mayAskAgain, mostMailed, mostTries } from "./link-code.rules.ts";

/** What everyone is told who asked, whether the address is known or not. */
export interface LinkCodeAsked {
  /** ISO on the club's clock: so long the code is good. */
  validUntil: string;
}

/** linked: the account is this angler's from now on · wrong: it was not the code, and how often it may still be tried. */
export type LinkCodeTried =
  | { outcome: "linked"; angler: AnglerFound }
  | { outcome: "wrong"; triesLeft: number };

/**
 * Mails a six-digit code to whoever has this e-mail on the club's record, for a Discord account that says it is theirs.
 * The answer, and the work done for it, is the same where nobody has it. Refused to an account that is linked, and to
 * one that asks more than five times an hour; nobody is mailed more than five codes a day. Asked by the bot.
 */
export async function askLinkCode(work: Work, input: AskLinkCode): Promise<LinkCodeAsked> {
  const { discordId: account, discordName, email } = input;
  authorize(work, "askLinkCode", { roles: [] });
  await lockAccount(work, { account });
  await mustBeUnlinked(work, { account });
  const now = work.now.toJSDate();
  const before = await work.em.findOne(LinkCode, { account });
  const counted = countAsking(before, now);
  if (counted === null) throw askedTooOften(work, mayAskAgain(before!));
  const holder = await findMailable(work, { email });
  const code = drawCode();
  const expires = work.now.plus(codeLives).startOf("second");
  const waiting = { ...counted, holder, hash: await hashCode(code), expiresAt: expires.toJSDate(), tries: 0 };
  if (before === null) work.em.create(LinkCode, { account, ...waiting });
  else work.em.assign(before, waiting);
  const validUntil = expires.toISO({ suppressMilliseconds: true });
  if (holder !== null)
    await notify(work, {
      purpose: "discord-code",
      occasion: `${account} at ${work.now.toISO()}`,
      recipients: [holder],
      facts: { code, discordName: discordName ?? null, validUntil },
    });
  await work.em.flush();
  // Nobody can use those of others that are a day old, and nobody's question is kept for longer.
  await work.em.nativeDelete(LinkCode, { expiresAt: { $lt: work.now.minus({ day: 1 }).toJSDate() } });
  return { validUntil };
}

/** The code that a Discord account may still enter; null where it has to ask for one. Nobody learns whose it would be. */
export async function findLinkCode(
  work: Work,
  { discordId }: { discordId: string },
): Promise<LinkCodeAsked | null> {
  const now = work.now.toJSDate();
  const waiting = await work.em.findOne(LinkCode, {
    account: discordId,
    expiresAt: { $gt: now },
    tries: { $lt: mostTries },
  });
  return waiting && { validUntil: isoInZone(waiting.expiresAt.toISOString(), work.now.zoneName) };
}

/**
 * Links the Discord account to the person whose mail has the code, once it is the right one. A wrong one is an outcome
 * and no failure, so that it is counted: after five the code is good for nothing. Refused where no code waits for this
 * very account, it is too old, or the person has another account. Asked by the bot.
 */
export async function tryLinkCode(work: Work, { discordId, code }: TryLinkCode): Promise<LinkCodeTried> {
  authorize(work, "linkByCode", { roles: [], reason: "by the code in a mail" });
  await lockAccount(work, { account: discordId });
  const waiting = await work.em.findOne(LinkCode, { account: discordId });
  if (waiting === null) throw noCode();
  if (waiting.expiresAt <= work.now.toJSDate())
    throw conflict("link-code-expired", "The code is older than ten minutes. Ask for a new one.");
  if (waiting.tries >= mostTries)
    throw conflict("link-code-used-up", "The code was tried five times. Ask for a new one.");
  if (!(await isCode(code, waiting.hash))) {
    waiting.tries += 1;
    return { outcome: "wrong", triesLeft: mostTries - waiting.tries };
  }
  const person = await work.em.findOne(Angler, { id: waiting.holder, erasedOn: null });
  if (person === null) throw noCode();
  const { angler } = await linkDiscord(work, { angler: String(person.id), discordId });
  work.em.remove(waiting);
  return { outcome: "linked", angler };
}

async function mustBeUnlinked(work: Work, { account }: { account: string }): Promise<void> {
  const held = await work.em.findOne(DiscordLink, { account }, { populate: ["angler"] });
  if (held === null) return;
  throw conflict(
    "linked-already",
    `This Discord account is ${held.angler.name}'s already. Unlink it first to link it to someone else.`,
    { name: held.angler.publicName },
  );
}

/** Who is mailed the code; null where nobody is, and nobody who asks can tell. */
async function findMailable(work: Work, { email }: { email: string }): Promise<number | null> {
  const recipient = await lockHolder(work, { email });
  if (recipient === null) return null;
  const since = new Date(work.now.toMillis() - mostMailed.within);
  return (await countMailed(work, { recipient, since })) < mostMailed.count ? recipient : null;
}

function askedTooOften({ now }: Work, again: Date): DomainError {
  const at = DateTime.fromJSDate(again, { zone: now.zone });
  return conflict(
    "link-codes-too-many",
    `That was asked for too often. Ask again after ${at.toFormat("HH:mm")}, or ask an officer to link the account.`,
    { again: at.toISO() },
  );
}

const noCode = () => notFound("link-code-none", "No code waits for this Discord account. Ask for one first.");

const derive = promisify<string, Buffer, number, Buffer>(scrypt);
const bytes = 32;

/** Slow on purpose: to try all million codes takes longer than any of them lives. */
async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString("base64url")}.${(await derive(code, salt, bytes)).toString("base64url")}`;
}

async function isCode(code: string, kept: string): Promise<boolean> {
  const [salt = "", hash = ""] = kept.split(".");
  const derived = await derive(code, Buffer.from(salt, "base64url"), bytes);
  return timingSafeEqual(derived, Buffer.from(hash, "base64url"));
}
