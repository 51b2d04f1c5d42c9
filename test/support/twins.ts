import type { App } from "#core/app.ts";
import { authorize } from "#core/actor.ts";
import type { Work } from "#core/work.ts";
import { holdTournament, tester } from "./small-club.ts";

/** Every row of every table, as text in order of the key; without the log, and without what only counts on. */
export const everyRow = (app: App): Promise<Record<string, string[]>> => app.read(tester, everyRowOf);

/** The same within a change that is under way. */
export async function everyRowOf(work: Work): Promise<Record<string, string[]>> {
  const tables = await tablesOf(work);
  const parts = tables
    .filter((table) => !notCompared.has(table))
    .map((table) => {
      const row = table === "result" ? "to_jsonb(t) - 'id'" : "to_jsonb(t)";
      return `select '${table}' as "table", (${row})::text as row from "${table}" t`;
    });
  const rows = await work.em.execute<{ table: string; row: string }[]>(
    `${parts.join(" union all ")} order by 1, 2`,
  );
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, of]) => [table, of.map(({ row }) => row)]),
  );
}

const notCompared = new Set(["audit_record", "audit_personal", "audit_seal", "angler_merge", "migration"]);

export async function tablesOf(work: Work): Promise<string[]> {
  const tables = await work.em.execute<{ name: string }[]>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  return tables.map(({ name }) => name);
}

/** Statements of a test's own, in one change. */
export function sql(app: App, statements: [string, unknown[]?][]): Promise<void> {
  return app.write(tester, async (work) => {
    authorize(work, "sql", { roles: [] });
    for (const [statement, values] of statements) await work.em.execute(statement, values ?? []);
  });
}

/** Bob fished as Bob Cruz in January and as Bobby Cruz in February; Ann with both, Cal with none. */
export async function twoRecordsOfBob(
  app: App,
): Promise<{ ann: number; bob: number; cal: number; twin: number }> {
  await holdTournament(app, {
    day: "2025-01-26",
    state: "official",
    boats: [
      {
        crew: ["Ann Lee", "Bob Cruz"],
        bags: [
          { fish: 5, weight: "15.20", big: "5.10" },
          { fish: 5, weight: "12.40", big: "4.00" },
        ],
      },
      { crew: ["Cal Fox"], bags: [{ fish: 5, weight: "11.90", big: "3.80" }] },
    ],
  });
  await holdTournament(app, {
    day: "2025-02-23",
    state: "official",
    boats: [
      { crew: ["Cal Fox"], bags: [{ fish: 4, weight: "9.75" }] },
      {
        crew: ["Ann Lee", "Bobby Cruz"],
        bags: [
          { fish: 3, weight: "7.00" },
          { fish: 5, weight: "14.00", big: "6.00" },
        ],
      },
    ],
  });
  const ids = await app.read(tester, (work) =>
    work.em.execute<{ id: number; name: string }[]>("select id, name from angler"),
  );
  const idOf = (name: string) => ids.find((one) => one.name === name)!.id;
  return { ann: idOf("Ann Lee"), bob: idOf("Bob Cruz"), cal: idOf("Cal Fox"), twin: idOf("Bobby Cruz") };
}

/** Which columns of text, in any table, hold what fits a pattern; each once. */
export async function textsWith(app: App, pattern: RegExp): Promise<string[]> {
  const rows = await app.read(tester, async (work) => {
    const parts = (await tablesOf(work)).map(
      (name) => `select '${name}' as "table", to_jsonb(t) as row from "${name}" t`,
    );
    return work.em.execute<{ table: string; row: Record<string, unknown> }[]>(parts.join(" union all "));
  });
  const found = rows.flatMap(({ table, row }) =>
    Object.entries(row).flatMap(([column, value]) =>
      pattern.test(JSON.stringify(value)) ? [`${table}.${column}`] : [],
    ),
  );
  return [...new Set(found)].toSorted();
}
