import { authorize } from "../actor.ts";
import type { AnglerFound } from "../anglers/anglers.service.ts";
import { resolveAngler } from "../anglers/anglers.service.ts";
import { Angler } from "../anglers/angler.entity.ts";
import type { Cents } from "../money.ts";
import { notify } from "../notices/notify.service.ts";
import type { ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import type { RemindDues } from "./dues.schemas.ts";
import { isCurrent, paidThrough } from "./dues.rules.ts";
import { findDues, findStatuses } from "./membership.queries.ts";
import { findOwing, type Owing } from "./owing.queries.ts";
import { occasionOf, reminderStage, type ReminderStage } from "./remind-dues.rules.ts";
import { loadDuesRules } from "./season-dues.service.ts";
import { statusRowOn } from "./status.rules.ts";

/** Whom the club reminds of their dues now. */
export interface DuesReminded {
  year: number;
  /** A year's dues. */
  cents: Cents;
  reminded: Reminder[];
  /** Who will be from nine o'clock on, before it is that late. */
  later: Reminder[];
  /** Why nobody is: it is before nine, nothing is due yet, the rules know no dues. */
  waits: "until-nine" | "not-due" | "no-dues" | null;
}

export interface Reminder {
  angler: AnglerFound;
  stage: ReminderStage;
  /** Null for who never paid. */
  paidThrough: ClubDate | null;
  /** Without an address nothing can be sent. */
  hasEmail: boolean;
}

/**
 * Reminds members whose dues do not cover today: once from the first of the due month, once more from the first of
 * the next; who became one since, a week later and then at the month's end. Never before nine on the club's clock.
 * Meant for every minute: who was told is not told again. One angler alone where named.
 */
export async function remindDues(work: Work, { angler }: RemindDues = {}): Promise<DuesReminded> {
  authorize(work, "remindDues", { roles: ["treasurer"] });
  const { today, now } = work;
  const year = Number(today.slice(0, 4));
  const only = angler === undefined ? null : await resolveAngler(work, { reference: String(angler) });
  const nobody = { year, cents: 0, reminded: [], later: [] };
  const dues = (await loadDuesRules(work))(year);
  if (dues === null) return { ...nobody, waits: "no-dues" };
  const { amount: cents, month: dueMonth } = dues;
  const general = reminderStage({ today, dueMonth, memberSince: null });
  if (general === null) return { ...nobody, cents, waits: "not-due" };
  const open = (await findOwing(work, { day: today, year })).filter(
    (one) => (only === null || one.anglerId === only.id) && !isTold(one, { stage: general, year }),
  );
  const reminded = await whoIsDue(work, { open, dueMonth, year });
  if (now.hour < earliestHour) {
    return { ...nobody, cents, later: reminded, waits: reminded.length > 0 ? "until-nine" : null };
  }
  for (const alike of Map.groupBy(reminded, (one) => `${one.stage} ${one.paidThrough}`).values()) {
    const { stage, paidThrough: paid } = alike[0]!;
    await notify(work, {
      purpose: "dues-reminder",
      occasion: occasionOf(stage, year),
      recipients: alike.map((one) => one.angler.id),
      facts: { year, cents, paidThrough: paid },
    });
  }
  return { ...nobody, cents, reminded, waits: null };
}

const earliestHour = 9;

const isTold = ({ told }: Owing, { stage, year }: { stage: ReminderStage; year: number }): boolean =>
  told.some(({ occasion }) => occasion === occasionOf("overdue", year)) ||
  (stage === "due" && told.length > 0);

/** Nobody else is loaded, so that a quiet minute costs next to nothing. */
async function whoIsDue(
  work: Work,
  { open, dueMonth, year }: { open: Owing[]; dueMonth: number; year: number },
): Promise<Reminder[]> {
  if (open.length === 0) return [];
  const anglerIds = open.map(({ anglerId }) => anglerId);
  const anglers = await work.em.find(
    Angler,
    { id: { $in: anglerIds } },
    { orderBy: { name: "asc", id: "asc" } },
  );
  const statuses = await findStatuses(work, { anglerIds });
  const dues = await findDues(work, { anglerIds });
  const { today } = work;
  return anglers.flatMap(({ id, name, publicName, email }) => {
    const history = statuses.get(id) ?? [];
    const payments = dues.get(id) ?? [];
    const memberSince = statusRowOn(history, today)?.from ?? null;
    const stage = reminderStage({ today, dueMonth, memberSince });
    if (stage === null || isCurrent({ statuses: history, payments, today })) return [];
    if (
      isTold(
        open.find(({ anglerId }) => anglerId === id)!,
        { stage, year },
      )
    )
      return [];
    const angler = { id, name, publicName };
    return [{ angler, stage, paidThrough: paidThrough({ payments, today }), hasEmail: email !== null }];
  });
}
