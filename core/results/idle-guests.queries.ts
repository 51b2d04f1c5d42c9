import type { Work } from "../work.ts";

/** Those of these anglers who are guests and nothing more: in no boat, and nowhere else in the club's books. */
export async function findIdleGuests(
  work: Work,
  { anglerIds }: { anglerIds: readonly number[] },
): Promise<number[]> {
  const nowhere = mentions.map(
    ([table, column]) => `not exists (select from ${table} where ${column} = a.id)`,
  );
  const rows = await work.em.execute<{ id: number }[]>(
    `select a.id from angler a
     where a.id = any(?::int[]) and a.email is null and a.phone is null and ${nowhere.join(" and ")}
       and not exists (select from pot_movement m where m.paid_to @> to_jsonb(a.id))
       and not exists (select from angler_status s where s.angler_id = a.id and s.status <> 'guest')
     order by a.id`,
    [`{${anglerIds.join(",")}}`],
  );
  return rows.map(({ id }) => id);
}

const mentions = [
  ["crew", "angler_id"],
  ["crew", "stands_in_for_id"],
  ["result", "angler_id"],
  ["ruling", "angler_id"],
  ["angler_alias", "angler_id"],
  ["angler_role", "angler_id"],
  ["officer_term", "angler_id"],
  ["dues_payment", "angler_id"],
  ["attendance", "angler_id"],
  ["pot_membership", "angler_id"],
];
