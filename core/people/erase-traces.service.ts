import { authorize } from "../actor.ts";
import type { Angler } from "../anglers/angler.entity.ts";
import type { Work } from "../work.ts";
import { AnglerMerge } from "./angler-merge.entity.ts";
import { anglerPlaces, placeOf } from "./angler-places.rules.ts";
import { findRows } from "./angler-rows.queries.ts";
import type { MergeRecord } from "./merge.service.ts";
import { nameColumns, nameTexts } from "./name-columns.rules.ts";
import { changed, givenUp, type Row, type RowChange } from "./row-changes.rules.ts";
import { findRowsWith, replaceIn } from "./traces.queries.ts";
import { writeRows } from "./write-rows.service.ts";

/** The numbers a person has had, and every text that names or reaches them. */
export async function findRecordsOf(
  work: Work,
  { angler }: { angler: Angler },
): Promise<{ ids: number[]; texts: string[] }> {
  const merges = await work.em.find(AnglerMerge, { kept: angler.id, undoneAt: null });
  const gone = merges.flatMap(({ moved }) => {
    const { changes } = (moved ?? { changes: [] }) as unknown as MergeRecord;
    return changes.flatMap(({ table, before }) => (table === "angler" && before ? [before] : []));
  });
  const aliases = await findRows(work, { place: placeOf("angler_alias")!, anglerId: angler.id });
  const { name, publicName, email, phone } = angler;
  const texts = [
    name,
    publicName,
    email,
    phone,
    ...gone.flatMap((row) => [row["name"], row["public_name"], row["email"], row["phone"]]),
    ...aliases.map((row) => row["name"]),
  ].filter((text) => typeof text === "string");
  // The same in another case is found as well.
  const distinct = new Map(texts.map((text) => [text.toLowerCase(), text]));
  return { ids: [angler.id, ...merges.map(({ goneId }) => goneId)], texts: [...distinct.values()] };
}

/** Rows that are nothing but the person's own, told as `2 aliases`. */
export async function eraseOwnRows(work: Work, { id }: { id: number }): Promise<string[]> {
  authorize(work, "eraseOwnRows", { roles: [] });
  const words: string[] = [];
  for (const place of anglerPlaces.filter(({ erased }) => erased === "goes")) {
    const rows = await findRows(work, { place, anglerId: id });
    await writeRows(work, { changes: rows.map((row) => givenUp(place.table, row)) });
    const [one, many] = place.words;
    if (rows.length > 0) words.push(`${rows.length} ${rows.length === 1 ? one : many}`);
  }
  return words;
}

/** Puts the placeholder where a name was written beside the person's number, or among words of the club's own making. */
export async function eraseNames(
  work: Work,
  { id, placeholder, pattern }: { id: number; placeholder: string; pattern: string },
): Promise<void> {
  const changes: RowChange[] = [];
  for (const { table, column, whose } of nameColumns) {
    // Only what the person wrote down; a row that lists them was written by someone else.
    const { lists: _, ...place } = placeOf(table)!;
    const rows = await findRows(work, { place: { ...place, columns: [whose] }, anglerId: id });
    changes.push(...rows.map((row) => changed(table, row, { ...row, [column]: placeholder })));
  }
  await writeRows(work, { changes });
  for (const { table, column } of nameTexts) {
    const rows: Row[] = await findRowsWith(work, { table, column, pattern });
    const values = await replaceIn(work, {
      values: rows.map((row) => row[column]),
      pattern,
      by: placeholder,
    });
    await writeRows(work, {
      changes: rows.map((row, at) => changed(table, row, { ...row, [column]: values[at] })),
    });
  }
}

/** What merges remember of the person, also of those taken back in which they were the one that was gone. */
export async function forgetMerges(work: Work, { ids }: { ids: readonly number[] }): Promise<void> {
  authorize(work, "forgetMerges", { roles: [] });
  await work.em.nativeUpdate(
    AnglerMerge,
    { $or: [{ kept: { $in: [...ids] } }, { goneId: { $in: [...ids] } }] },
    { moved: null },
  );
}

/**
 * Deletes what the audit log keeps beside its records of a person: as the one who acted, as the one it was about, and
 * wherever one of their texts stands. The records themselves hold hashes and stay as they are.
 */
export async function eraseFromAudit(
  work: Work,
  { ids, pattern }: { ids: readonly number[]; pattern: string },
): Promise<void> {
  await work.em.execute(
    `delete from audit_personal personal using audit_record record, (select ?::int[] as ids) person
     where record.id = personal.record_id and (
       (personal.field = 'actor' and record.actor_angler_id = any(person.ids))
       or (record.subject = 'angler' and record.subject_id = any(person.ids::text[]))
       or (record.subject in ('angler_alias', 'discord_link')
         and coalesce(record.after ->> 'angler', record.before ->> 'angler') = any(person.ids::text[]))
       or (personal.field ~ 'ByName$' and (
         coalesce(record.after ->> 'recordedBy', record.before ->> 'recordedBy') = any(person.ids::text[])
         or coalesce(record.after ->> 'recordedByAnglerId', record.before ->> 'recordedByAnglerId') = any(person.ids::text[])
         or coalesce(record.after ->> 'savedByAnglerId', record.before ->> 'savedByAnglerId') = any(person.ids::text[])
         or coalesce(record.after ->> 'castBy', record.before ->> 'castBy') = any(person.ids::text[])))
       or (personal.field ~ '[.]label$' and record.after ->> 'angler' = any(person.ids::text[]))
       or personal.value ~* ?
     )`,
    [`{${ids.join(",")}}`, pattern],
  );
}
