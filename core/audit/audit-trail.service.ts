import { DateTime } from "luxon";
import { type Actor, isOfficer } from "../actor.ts";
import { forbidden, notFound } from "../errors.ts";
import { addDays } from "../time.ts";
import type { Work } from "../work.ts";
import type { AuditPersonal } from "./audit-personal.entity.ts";
import type { AuditAction, AuditRecord } from "./audit-record.entity.ts";
import { findAuditRecord, findAuditRecords, findPersonalValues } from "./audit.queries.ts";
import { reveal as revealSide, revealActor } from "./audit.rules.ts";
import type { ListAudit, ShowAudit } from "./audit.schemas.ts";

/** One changed row, as an officer reads it. */
export interface AuditShown {
  id: number;
  /** In the club's zone: `2026-03-22T15:10:00.000-05:00`. */
  at: string;
  verb: string;
  actor: { kind: Actor["kind"]; name: string; anglerId: number | null };
  channel: string;
  reason: string | null;
  subject: string;
  subjectId: string;
  action: AuditAction;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const usual = 50;

/**
 * What was changed, by whom and why, newest first; officers only. Personal values are shown to admins and the
 * terminal's operator, to others as `(personal)`; `(erased)` where a person was erased, `(forged)` where the value
 * does not fit its record.
 */
export async function listAudit(work: Work, input: ListAudit): Promise<AuditShown[]> {
  refuseOthers(work);
  const since = input.since === undefined ? null : startOfDay(work, input.since);
  const until = input.until === undefined ? null : startOfDay(work, addDays(input.until, 1));
  const who = input.who === undefined ? undefined : doer(input.who);
  return reveal(
    work,
    await findAuditRecords(work, { ...input, limit: input.limit ?? usual, who, since, until }),
  );
}

/** One change with all its values; officers only, personal values as in `listAudit`. */
export async function showAudit(work: Work, { id }: ShowAudit): Promise<AuditShown> {
  refuseOthers(work);
  const record = await findAuditRecord(work, { id });
  if (record === null) {
    throw notFound(
      "audit-record-not-found",
      `There is no audit record ${id}. The newest are in sabc audit list.`,
    );
  }
  const [shown] = await reveal(work, [record]);
  return shown!;
}

function refuseOthers({ actor }: Work): void {
  if (isOfficer(actor)) return;
  throw forbidden("role-required", "Only officers read the audit records. Ask an officer of the club.");
}

async function reveal(work: Work, records: AuditRecord[]): Promise<AuditShown[]> {
  const personal = await findPersonalValues(work, { records });
  return records.map((record) => show(work, { record, kept: personal.get(record.id) ?? [] }));
}

const doer = (who: string) => ({ name: who, anglerId: /^\d{1,9}$/.test(who) ? Number(who) : null });

const seesPersons = ({ kind, roles }: Actor): boolean => kind === "operator" || roles.includes("admin");

const startOfDay = (work: Work, day: string): Date =>
  DateTime.fromISO(day, { zone: work.now.zone }).toJSDate();

function show(work: Work, { record, kept }: { record: AuditRecord; kept: AuditPersonal[] }): AuditShown {
  const personal = seesPersons(work.actor) ? kept : null;
  const side = (name: "before" | "after") =>
    revealSide({ table: record.subject, side: name, values: record[name], personal });
  return {
    id: record.id,
    at: DateTime.fromJSDate(record.at, { zone: work.now.zone }).toISO() ?? "",
    verb: record.verb,
    actor: {
      kind: record.actorKind,
      name: revealActor(record.actorName, kept),
      anglerId: record.actorAnglerId,
    },
    channel: record.channel,
    reason: record.reason,
    subject: record.subject,
    subjectId: record.subjectId,
    action: record.action,
    before: side("before"),
    after: side("after"),
  };
}
