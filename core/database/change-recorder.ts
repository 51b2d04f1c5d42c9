import {
  type ChangeSet,
  ChangeSetType,
  type EventSubscriber,
  type FlushEventArgs,
} from "@mikro-orm/postgresql";
import { type Change, recordChanges } from "../audit/audit.service.ts";
import type { Work } from "../work.ts";

/**
 * Writes the audit records of whatever a flush changed. No verb has to remember it; a verb that never said who may
 * do it (`authorize`) is stopped here. Derived copies are not facts and leave no record.
 */
export class ChangeRecorder implements EventSubscriber {
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  async afterFlush({ uow }: FlushEventArgs): Promise<void> {
    const changes = uow
      .getChangeSets()
      .filter(({ meta }) => !unrecorded.has(meta.tableName))
      .map(describe);
    await recordChanges(this.#work, changes);
  }
}

// Derived copies, the log itself, mail, codes and drafts on their way, and what members chose.
const unrecorded = new Set([
  "result",
  "tournament_sum",
  "angler_sum",
  "tournament_best",
  "season_sum",
  "angler_total",
  "season_award",
  "season_standing",
  "audit_record",
  "audit_personal",
  "audit_seal",
  "notice",
  "announcement",
  "guild_event",
  "given_role",
  "ballot_request",
  "selection",
  "roll",
  "posted_message",
  "link_code",
  "poll_draft",
]);

function describe(changeSet: ChangeSet<object>): Change {
  const { meta, type, payload, originalEntity, entity } = changeSet;
  const subject = {
    table: meta.tableName,
    id: String(changeSet.getPrimaryKey() ?? (entity as { id: unknown }).id),
  };
  if (type === ChangeSetType.CREATE) return { ...subject, action: "create", before: null, after: payload };
  if (type === ChangeSetType.DELETE)
    return { ...subject, action: "delete", before: originalEntity ?? {}, after: null };
  return {
    ...subject,
    action: "update",
    before: pick(originalEntity ?? {}, Object.keys(payload)),
    after: payload,
  };
}

const pick = (from: object, names: string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, (from as Record<string, unknown>)[name] ?? null]));
