import { authorize } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import {
  type AnglersResolved,
  nearestAnglers,
  resolveAngler,
  resolveAnglers,
} from "../anglers/anglers.service.ts";
import { conflict, type DomainError, invalid, type Problem } from "../errors.ts";
import { notifyEach } from "../notices/notify.service.ts";
import { clubInstant, type ClubDate } from "../time.ts";
import type { Work } from "../work.ts";
import type { Status } from "./angler-status.entity.ts";
import { DuesPayment } from "./dues-payment.entity.ts";
import { isCurrent, paidThrough } from "./dues.rules.ts";
import type { DuesDraft, RecordDues } from "./dues.schemas.ts";
import { findDues, findStatuses, lockAnglers } from "./membership.queries.ts";
import { type DuesProblem, judgeDues, type Payer } from "./pay-dues.rules.ts";
import { type DuesShown, showDues } from "./roster.service.ts";
import { loadDuesRules } from "./season-dues.service.ts";
import { statusOn } from "./status.rules.ts";

/** A payment in the books, and how its payer stands with it. */
export interface DuesRecorded extends DuesShown {
  angler: { id: number; name: string };
  /** Today; dues alone make nobody a member. */
  status: Status | null;
  /** The last day paid for without a gap. */
  paidThrough: ClubDate | null;
  /** A member whose dues cover today. */
  current: boolean;
}

/**
 * Takes dues into the books, in the order given, all or none, and sends each payer a receipt. What is wrong with any
 * of them is told at once. A year is paid once; of a new member from October on the next year with it. Whoever pays
 * may be no member yet. The number of queries does not depend on theirs.
 */
export async function recordDues(
  work: Work,
  { payments: drafts, receipts }: RecordDues,
): Promise<DuesRecorded[]> {
  authorize(work, "recordDues", { roles: ["treasurer"] });
  const references = drafts.map(({ angler }) => String(angler));
  const resolved = await resolveAnglers(work, { references: [...new Set(references)] });
  const payers = await loadPayers(work, [...new Set([...resolved.found.values()].map(({ id }) => id))]);
  const duesOf = await loadDuesRules(work);
  const taken: { payer: Payer & Books; row: DuesPayment }[] = [];
  const problems: DuesProblem[] = [];
  for (const [at, draft] of drafts.entries()) {
    const payer = payers.get(resolved.found.get(references[at]!)?.id ?? 0);
    if (payer === undefined) continue;
    const judged = judgeDues({ draft, payer, duesOf, today: work.today });
    if ("reason" in judged)
      problems.push({ ...judged, line: draft.line ?? at + 1, value: payer.angler.name });
    else taken.push({ payer, row: enter(work, { draft, payer, values: judged }) });
  }
  const unknown = await strangers(work, { drafts, resolved });
  if (problems.length + unknown.length > 0) throw refuse([...unknown, ...problems], drafts.length);
  await work.em.flush();
  if (receipts !== "none")
    await sendReceipts(
      work,
      taken.map(({ row }) => row),
    );
  return taken.map((one) => showPayment(work, one));
}

export interface Books {
  payments: DuesPayment[];
}

/** Those who pay, with their books; nobody else changes these meanwhile. */
export async function loadPayers(work: Work, anglerIds: number[]): Promise<Map<number, Payer & Books>> {
  await lockAnglers(work, { anglerIds });
  const anglers = await work.em.find(Angler, { id: { $in: anglerIds } });
  const statuses = await findStatuses(work, { anglerIds });
  const dues = await findDues(work, { anglerIds });
  return new Map(
    anglers.map((angler) => {
      const { id, name, publicName, joinedOn, erasedOn } = angler;
      const books = { statuses: statuses.get(id) ?? [], payments: dues.get(id) ?? [] };
      return [id, { angler: { id, name, publicName }, joinedOn, erasedOn, ...books }];
    }),
  );
}

function enter(
  work: Work,
  {
    draft: { note, voided },
    payer,
    values,
  }: {
    draft: DuesDraft;
    payer: Payer & Books;
    values: Exclude<ReturnType<typeof judgeDues>, DuesProblem>;
  },
): DuesPayment {
  const { kind, name, anglerId } = work.actor;
  const row = work.em.create(DuesPayment, {
    ...values,
    note: note ?? null,
    angler: work.em.getReference(Angler, payer.angler.id),
    recordedByKind: kind,
    recordedByName: name,
    recordedBy: anglerId,
    voidedAt: voided ? clubInstant(voided.on, "12:00", work.now.zoneName).toJSDate() : null,
    voidReason: voided?.reason ?? null,
  });
  payer.payments.push(row);
  return row;
}

/** A single one is refused as everywhere; of several each is told. */
async function strangers(
  work: Work,
  { drafts, resolved }: { drafts: readonly DuesDraft[]; resolved: AnglersResolved },
): Promise<Problem[]> {
  const lost = drafts.flatMap(({ angler, line }, at) =>
    resolved.found.has(String(angler)) ? [] : [{ line: line ?? at + 1, value: String(angler) }],
  );
  if (lost.length === 0) return [];
  if (drafts.length === 1) await resolveAngler(work, { reference: lost[0]!.value });
  const near = await nearestAnglers(work, { references: resolved.unknown });
  return lost.map(({ line, value }) => {
    const several = resolved.ambiguous.get(value)?.map(({ id, name }) => `${name} (${id})`);
    const candidates = (several ?? near.get(value) ?? []).join(", ");
    const reason = several
      ? `names several anglers: ${candidates}. Use the id.`
      : `is no angler the club knows.${candidates === "" ? "" : ` The nearest: ${candidates}.`}`;
    return { line, column: "angler", value, reason };
  });
}

function refuse(problems: readonly (Problem | DuesProblem)[], drafts: number): DomainError {
  const [first] = problems;
  const details = {
    problems: problems.map(({ line, column, value, reason }) => ({ line, column, value, reason })),
  };
  if (drafts === 1 && first !== undefined && "code" in first) {
    const failure = first.kind === "conflict" ? conflict : invalid;
    return failure(first.code, `${first.value} ${first.reason}`);
  }
  return invalid(
    "dues-refused",
    `Nothing was recorded: ${problems.length} problems with ${drafts} payments. See each one.`,
    details,
  );
}

async function sendReceipts(work: Work, rows: readonly DuesPayment[]): Promise<void> {
  const notices = rows.map(({ id, angler, cents, method, paidOn, coversFrom, coversTo }) => ({
    occasion: `payment ${id}`,
    recipient: angler.id,
    facts: { payment: id, cents, method, paidOn, coversFrom, coversTo },
  }));
  await notifyEach(work, { purpose: "dues-receipt", notices });
}

/** A payment with how its payer stands. */
export function showPayment(
  { today }: Work,
  { payer, row }: { payer: Payer & Books; row: DuesPayment },
): DuesRecorded {
  const { angler, statuses, payments } = payer;
  return {
    ...showDues(row),
    angler: { id: angler.id, name: angler.name },
    status: statusOn(statuses, today),
    paidThrough: paidThrough({ payments, today }),
    current: isCurrent({ statuses, payments, today }),
  };
}
