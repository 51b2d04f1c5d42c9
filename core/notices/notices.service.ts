import { DateTime } from "luxon";
import type { AnglerRef } from "../anglers/anglers.service.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { authorize, isOfficer } from "../actor.ts";
import { conflict, type DomainError, forbidden, notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { tooLate } from "./delivery.rules.ts";
import { Notice, type NoticeState } from "./notice.entity.ts";
import type { ListNotices, RetryNotices } from "./notices.schemas.ts";
import { countNoticesByState } from "./notices.queries.ts";
import { isOver } from "./over.service.ts";

/** A notice as an officer sees it: of its recipient only the public name, of what it says only the occasion. */
export interface NoticeShown {
  id: number;
  purpose: string;
  occasion: string;
  recipient: AnglerRef;
  state: NoticeState;
  attempts: number;
  /** On the club's clock: `2026-03-22T15:10:00.000-05:00`; the others too. */
  madeAt: string;
  /** When it is tried next; null where it is not. */
  dueAt: string | null;
  sentAt: string | null;
  /** What the last try met with, or why it is withheld. */
  failure: string | null;
}

const usual = 50;

/** What the club told whom, newest first; officers only. */
export async function listNotices(work: Work, input: ListNotices): Promise<NoticeShown[]> {
  if (!isOfficer(work.actor)) {
    throw forbidden("role-required", "Only officers see the club's mail. Ask an officer of the club.");
  }
  const { state, purpose, angler, limit = usual } = input;
  const recipient =
    angler === undefined ? undefined : (await resolveAngler(work, { reference: String(angler) })).id;
  const notices = await work.em.find(
    Notice,
    { ...(state && { state }), ...(purpose && { purpose }), ...(recipient && { recipient }) },
    { orderBy: { id: "desc" }, limit, populate: ["recipient"] },
  );
  return notices.map((notice) => show(work, notice));
}

export interface NoticeCounts {
  waiting: number;
  /** Of these, due now. */
  due: number;
  /** Due for an hour or more: nobody delivers. */
  overdue: number;
  failed: number;
}

/** How much mail waits, and how much an officer must look after. */
export const countNotices = (work: Work, _: object = {}): Promise<NoticeCounts> => countNoticesByState(work);

/**
 * Tries again what failed, waits or was withheld, as if it were new; answers which. What was sent is not sent again; what
 * speaks of something that is over is a conflict, and among all that failed it is withheld from now on.
 */
export async function retryNotices(work: Work, input: RetryNotices): Promise<NoticeShown[]> {
  authorize(work, "retryNotices", { roles: ["treasurer", "editor"] });
  const where = "notice" in input ? { id: input.notice } : { state: "failed" as const };
  const notices = await work.em.find(Notice, where, { orderBy: { id: "asc" }, populate: ["recipient"] });
  if ("notice" in input && notices.length === 0) {
    throw notFound("notice-not-found", `There is no notice ${input.notice}. See sabc notice list.`);
  }
  for (const notice of notices) {
    if (!isOver(work, notice)) notice.retry(work.now.toJSDate());
    else if ("notice" in input) throw over(notice);
    else notice.withhold(tooLate);
  }
  await work.em.flush();
  return notices.map((notice) => show(work, notice));
}

const over = ({ id }: Notice): DomainError =>
  conflict("notice-too-late", `Notice ${id} speaks of something that is over. It is not sent any more.`);

function show(work: Work, notice: Notice): NoticeShown {
  const { id, purpose, occasion, recipient, state, attempts, madeAt, dueAt, sentAt, failure } = notice;
  return {
    id,
    purpose,
    occasion,
    recipient: { id: recipient.id, name: recipient.publicName },
    state,
    attempts,
    madeAt: onClock(work, madeAt),
    dueAt: state === "waiting" ? onClock(work, dueAt) : null,
    sentAt: sentAt && onClock(work, sentAt),
    failure,
  };
}

const onClock = (work: Work, at: Date): string =>
  DateTime.fromJSDate(at, { zone: work.now.zone }).toISO() ?? "";
