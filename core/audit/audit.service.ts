import { askPrepared, plan } from "../prepared.ts";
import type { Work } from "../work.ts";
import { type AuditDraft, type Change, conceal, concealed } from "./audit.rules.ts";

export type { Change } from "./audit.rules.ts";

/**
 * Appends the audit records of changes made in this work. Called for every flush; a verb that writes by SQL calls it
 * itself. Personal values go beside the record, which keeps only their salted hash, so that erasing a person leaves
 * the rest of the record as it was.
 */
export async function recordChanges(work: Work, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  const { deed, actor } = work;
  if (deed === null)
    throw new Error(`${changes[0]?.table} was changed by a verb that did not ask whether it may`);
  // An angler's name is theirs: it can be erased, and the record stays as it is.
  const name = actor.anglerId === null ? null : concealed(actor.name);
  const drafts = changes.map(conceal).map((draft) => ({
    ...draft,
    personal: name
      ? [...draft.personal, { field: "actor", salt: name.salt, value: name.value }]
      : draft.personal,
  }));
  await askPrepared(work, insertRecords, [
    JSON.stringify(drafts.map(({ personal: _, ...record }) => record)),
    deed.verb,
    deed.reason,
    actor.kind,
    name?.hash ?? actor.name,
    actor.anglerId,
    actor.channel,
    JSON.stringify(drafts.flatMap(personalRows)),
  ]);
}

/** Lets the connection look up what a record touches before there is one; nothing is recorded. */
export const planRecords = (work: Work): Promise<void> =>
  plan(work, insertRecords, ["[]", "", null, "", "", null, "", "[]"]);

const personalRows = ({ personal }: AuditDraft, position: number) =>
  personal.map((value) => ({ position: position + 1, ...value }));

const insertRecords = `
  with draft as (
    select nextval(pg_get_serial_sequence('audit_record', 'id')) as id, change.*
    from rows from (
      jsonb_to_recordset(?::jsonb) as ("table" text, id text, action text, before jsonb, after jsonb)
    ) with ordinality as change (subject, subject_id, action, before, after, position)
  ), recorded as (
    insert into audit_record (id, verb, reason, actor_kind, actor_name, actor_angler_id, channel, subject, subject_id, action, before, after)
    select id, ?, ?, ?, ?, ?, ?, subject, subject_id, action, before, after from draft
    order by position
  )
  insert into audit_personal (record_id, field, salt, value)
  select draft.id, personal.field, personal.salt, personal.value
  from jsonb_to_recordset(?::jsonb) as personal (position bigint, field text, salt text, value text)
  join draft using (position)`;
