import { LockMode } from "@mikro-orm/core";
import { Angler } from "../anglers/angler.entity.ts";
import { authorize } from "../actor.ts";
import type { Work } from "../work.ts";
import { whyWithheld } from "./delivery.rules.ts";
import type { Verdict } from "./mail.gateway.ts";
import { Notice } from "./notice.entity.ts";
import { NoticePreference } from "./notice-preference.entity.ts";
import { categoryOf } from "./notices.rules.ts";
import type { Purpose } from "./notices.schemas.ts";
import { isOver } from "./over.service.ts";

/** A notice that is this worker's for a while. */
export interface Claimed {
  id: number;
  /** Which of its tries this is; a later one has taken it over where that differs. */
  attempt: number;
  purpose: string;
  facts: Record<string, unknown>;
  token: string;
  to: { name: string; address: string };
  /** When this try began, on the club's clock. */
  at: Date;
}

export type Claim = { kind: "none" } | { kind: "withheld" | "failed" } | { kind: "mail"; mail: Claimed };

/**
 * Takes the notice that has waited longest, of one purpose where that is said, past those that others are at; the try is
 * counted and its lease written down, so that no second worker sends it and none is lost with the first. Who is not to be
 * mailed is withheld at once.
 */
export async function claimNotice(work: Work, { purpose: only }: { purpose?: Purpose } = {}): Promise<Claim> {
  authorize(work, "deliverNotices", { roles: [] });
  const now = work.now.toJSDate();
  const [notice] = await work.em.find(
    Notice,
    { state: "waiting", dueAt: { $lte: now }, ...(only && { purpose: only }) },
    { orderBy: { dueAt: "asc", id: "asc" }, limit: 1, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  );
  if (notice === undefined) return { kind: "none" };
  const { email, name, erasedOn } = await work.em.findOneOrFail(Angler, notice.recipient.id);
  const wanted = await wants(work, notice);
  const late = isOver(work, notice);
  const reason = whyWithheld({ email, erased: erasedOn !== null, wanted, late });
  if (reason !== null || email === null) {
    notice.withhold(reason ?? "");
    return { kind: "withheld" };
  }
  if (notice.isWornOut()) {
    notice.fail("Every try was cut short before it was known what became of it.");
    return { kind: "failed" };
  }
  notice.take(now);
  const { id, attempts, purpose, facts, token } = notice;
  return {
    kind: "mail",
    mail: { id, attempt: attempts, purpose, facts, token, to: { name, address: email }, at: now },
  };
}

async function wants(work: Work, { recipient, purpose }: Notice): Promise<boolean | null> {
  const category = categoryOf(purpose);
  if (category === null) return null;
  const chosen = await work.em.findOne(NoticePreference, { angler: recipient.id, category });
  return chosen?.wanted ?? true;
}

/** Writes down what became of a try. A failure of one that another worker has taken over since is no news. */
export async function settleNotice(
  work: Work,
  { claimed, verdict }: { claimed: Pick<Claimed, "id" | "attempt">; verdict: Verdict },
): Promise<"sent" | "later" | "failed"> {
  authorize(work, "deliverNotices", { roles: [] });
  const notice = await work.em.findOneOrFail(Notice, claimed.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const now = work.now.toJSDate();
  if (verdict.kind === "accepted") {
    notice.accept(now);
    return "sent";
  }
  if (notice.state !== "waiting" || notice.attempts !== claimed.attempt) return "later";
  if (verdict.kind === "refused") notice.fail(verdict.failure);
  else notice.postpone(verdict.failure, now);
  return notice.state === "waiting" ? "later" : "failed";
}
