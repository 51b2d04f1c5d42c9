import { LockMode } from "@mikro-orm/core";
import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import { Announcement } from "./announcement.entity.ts";
import { announcementWords } from "./announcement-words.rules.ts";
import { findAdmins } from "./announcements.queries.ts";
import { type AnnouncementPurpose, announcementSchemas, type Saying } from "./announcements.schemas.ts";
import { notify } from "./notify.service.ts";
import { isTooLate } from "./worth.rules.ts";

/** An announcement that is this bot's for a while. */
export interface AnnouncementClaimed {
  id: number;
  /** Which of its tries this is. */
  attempt: number;
  saying: Saying;
  /** The same in one line. */
  words: string;
}

/** What became of a try: it stands; it may be taken later; or nobody will ever take it. */
export type AnnouncementVerdict =
  | { kind: "posted"; channel: string; message: string }
  | { kind: "later" | "refused"; failure: string };

/**
 * Takes the announcement that has waited longest, past those that others are at; its try is counted and leased, so that
 * none is lost with the bot. Null when nothing is due. What is days old, or over, is not said any more.
 */
export async function claimAnnouncement(work: Work): Promise<AnnouncementClaimed | null> {
  authorize(work, "postAnnouncements", { roles: [] });
  const now = work.now.toJSDate();
  for (;;) {
    const [announcement] = await work.em.find(
      Announcement,
      { state: "waiting", dueAt: { $lte: now } },
      { orderBy: { dueAt: "asc", id: "asc" }, limit: 1, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    if (announcement === undefined) return null;
    const saying = readSaying(announcement);
    const { madeAt } = announcement;
    if (announcement.isOld(now) || (saying !== null && isTooLate({ ...saying, madeAt }, work)))
      announcement.withhold("it was too old to be said");
    else if (saying === null) announcement.fail("what it says is not understood");
    else if (announcement.isWornOut()) await giveUp(work, announcement);
    else {
      announcement.take(now);
      const { id, attempts: attempt } = announcement;
      return { id, attempt, saying, words: announcementWords(saying) };
    }
    await work.em.flush();
  }
}

/** Writes down what became of a try; once it is given up the admins hear of it by mail. */
export async function settleAnnouncement(
  work: Work,
  {
    claimed,
    verdict,
  }: { claimed: Pick<AnnouncementClaimed, "id" | "attempt">; verdict: AnnouncementVerdict },
): Promise<"posted" | "later" | "failed"> {
  authorize(work, "postAnnouncements", { roles: [] });
  const announcement = await work.em.findOneOrFail(Announcement, claimed.id, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
  });
  const now = work.now.toJSDate();
  if (verdict.kind === "posted") {
    announcement.stand(verdict, now);
    return "posted";
  }
  // Another try has taken it over since.
  if (announcement.state !== "waiting" || announcement.attempts !== claimed.attempt) return "later";
  if (verdict.kind === "later") announcement.postpone(verdict.failure, now);
  else announcement.fail(verdict.failure);
  if (announcement.state === "waiting") return "later";
  await tellAdmins(work, announcement);
  return "failed";
}

async function giveUp(work: Work, announcement: Announcement): Promise<void> {
  announcement.fail(announcement.failure ?? "every try was cut short");
  await tellAdmins(work, announcement);
}

async function tellAdmins(work: Work, announcement: Announcement): Promise<void> {
  const saying = readSaying(announcement);
  await notify(work, {
    purpose: "not-announced",
    occasion: `announcement ${announcement.id}`,
    recipients: await findAdmins(work),
    facts: {
      what: saying === null ? announcement.purpose : announcementWords(saying),
      failure: announcement.failure ?? "",
    },
  });
}

function readSaying({ purpose, facts }: Announcement): Saying | null {
  if (!Object.hasOwn(announcementSchemas, purpose)) return null;
  const known = purpose as AnnouncementPurpose;
  const read = announcementSchemas[known].safeParse(facts);
  return read.success ? ({ purpose: known, facts: read.data } as Saying) : null;
}
