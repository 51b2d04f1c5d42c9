import { authorize } from "#core/actor.ts";
import type { App } from "#core/app.ts";
import { office } from "./poll-club.ts";

/** Who voted, and by what row their answer can be told: the truth that an attack is held against. */
export type Truth = ReadonlyMap<number, number>;

/** An attack on a secret poll by whoever reads all its tables: whom it believes to have chosen what. */
export type Attack = (app: App, poll: number) => Promise<Map<number, number>>;

/** Both were written by one transaction, and by no other answer or voter of it. */
const byTransaction = async (app: App, poll: number): Promise<Map<number, number>> => {
  const rows = await ask<{ angler: number; options: number[]; voters: number }>(
    app,
    `select r.angler_id as angler, (select count(*)::int from roll z where z.poll_id = r.poll_id and z.xmin = r.xmin) as voters,
            array(select s.option_id from selection s join question q on q.id = s.question_id
                  where q.poll_id = r.poll_id and s.receipt is not null and s.xmin = r.xmin) as options
     from roll r where r.poll_id = ?`,
    poll,
  );
  return new Map(
    rows.flatMap(({ angler, options, voters }) =>
      options.length === 1 && voters === 1 ? [[angler, options[0]!] as const] : [],
    ),
  );
};

/** The nth on the roll gave the nth answer, in this order of the one and of the other. */
const byOrder =
  (ofRoll: string, ofAnswers: string): Attack =>
  async (app, poll) => {
    const voters = await ask<{ id: number }>(
      app,
      `select r.angler_id as id from roll r where r.poll_id = ? order by ${ofRoll}`,
      poll,
    );
    const answers = await ask<{ id: number }>(
      app,
      `select s.option_id as id from selection s join question q on q.id = s.question_id
       where q.poll_id = ? and s.receipt is not null order by ${ofAnswers}`,
      poll,
    );
    return new Map(voters.map(({ id }, at) => [id, answers[at]?.id ?? 0]));
  };

/** Every way in that the columns leave: place, number of the transaction, id, receipt. */
export const attacks: Record<string, Attack> = {
  "one transaction wrote both": byTransaction,
  "the same place in both tables": byOrder("r.ctid", "s.ctid"),
  "the same order of transactions": byOrder("r.xmin::text::bigint, r.ctid", "s.xmin::text::bigint, s.ctid"),
  "the order of ids": byOrder("r.ctid", "s.id"),
  "the order of receipts": byOrder("r.ctid", "s.receipt"),
};

/** How many an attack is right about. */
export async function rightAbout(
  attack: Attack,
  { app, poll, truth }: { app: App; poll: number; truth: Truth },
) {
  const believed = await attack(app, poll);
  return [...believed].filter(([angler, option]) => truth.get(angler) === option).length;
}

/** Everywhere outside the box itself that a text stands, as table and column. */
export async function whereStands(app: App, texts: readonly string[]): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    app,
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await ask<{ row: Record<string, unknown> }>(
      app,
      `select to_jsonb(t) as row from "${name}" t`,
    );
    for (const { row } of rows)
      for (const [column, value] of Object.entries(row))
        if (texts.some((text) => JSON.stringify(value)?.includes(text))) found.push(`${name}.${column}`);
  }
  return [...new Set(found)].toSorted();
}

/** Every column by which a table tells of a poll, an angler, a question or an option: what any join has to go over. */
export const bridges = (app: App): Promise<{ table: string; columns: string }[]> =>
  ask(
    app,
    `select c.relname as table, string_agg(a.attname, ' ' order by a.attnum) as columns
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname in ('roll', 'selection') and a.attnum > 0 and not a.attisdropped
     group by c.relname order by c.relname`,
  );

/** By SQL, as whoever holds the database would. */
async function ask<T extends object>(app: App, sql: string, ...values: unknown[]): Promise<T[]> {
  return app.write(office, async (work) => {
    authorize(work, "look", { roles: [] });
    return work.em.execute<T[]>(sql, values);
  });
}
