import type { Work } from "../work.ts";

/** A text that is an angler's id, e-mail, name or alias, without regard to case. */
export interface Match {
  asked: string;
  via: "id" | "e-mail" | "name" | "alias";
  id: number;
  name: string;
  publicName: string;
}

/** Everyone whom any of these texts names; one query however many there are. */
export function findMatches(work: Work, { texts }: { texts: string[] }): Promise<Match[]> {
  return work.em.execute<Match[]>(
    `select distinct on (asked.text, angler.id)
       asked.text as asked, known.via, angler.id, angler.name, angler.public_name as "publicName"
     from jsonb_array_elements_text(?::jsonb) as asked (text)
     join (
       select id, 1 as rank, 'id' as via, id::text as key from angler
       union all select id, 2, 'e-mail', lower(email) from angler
       union all select id, 3, 'name', lower(name) from angler
       union all select id, 3, 'name', lower(public_name) from angler
       union all select angler_id, 4, 'alias', lower(name) from angler_alias
       -- The number of a record that was merged means the one that was kept.
       union all select kept_id, 1, 'id', gone_id::text from angler_merge where undone_at is null
     ) as known on known.key = lower(asked.text)
     join angler on angler.id = known.id
     order by asked.text, angler.id, known.rank`,
    [JSON.stringify(texts)],
  );
}

/** One at a time adds people, to the end of its work: names need not be unique, so no constraint stops a twin. */
export async function waitForOthersWhoAdd(work: Work): Promise<void> {
  await work.em.execute("select from pg_advisory_xact_lock(hashtext('sabc'), hashtext('anglers'))");
}

/** Every name and alias there is, with whose it is. */
export function listEveryName(work: Work): Promise<{ id: number; name: string }[]> {
  return work.em.execute<{ id: number; name: string }[]>(
    "select id, name from angler union select angler_id, name from angler_alias order by name, id",
  );
}
