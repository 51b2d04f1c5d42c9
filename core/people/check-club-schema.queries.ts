import type { Work } from "../work.ts";
import type { Finding, SqlCheck } from "./check-club.rules.ts";

/** The part of the mapper that compares the entities with the database. */
interface Comparing {
  getUpdateSchemaSQL(): Promise<string>;
}

/** What would have to be done to the database for it to be as this version describes it. */
export async function findDrift(work: Work): Promise<Finding[]> {
  const schema = work.em.config.getExtension<Comparing>("@mikro-orm/schema-generator");
  if (schema === undefined) throw new Error("the schema cannot be compared");
  const difference = await schema.getUpdateSchemaSQL();
  return difference
    .split(/;\s*\n/)
    .map((statement) => statement.trim().replace(/;$/, ""))
    .filter((statement) => statement !== "" && !/^(--|set )/i.test(statement))
    .map((statement) => ({ row: tableOf(statement), what: `is missing: ${statement}` }));
}

const tableOf = (statement: string): string =>
  /\b(?:table|on)\s+(?:if (?:not )?exists\s+)?"?(?:public"?\.)?"?(\w+)/i.exec(statement)?.[1] ?? "schema";

const restore =
  "Somebody changed the schema by hand. Put it back (sabc database migrate does what waits), or restore a backup.";

/** What the database no longer holds itself to. */
export const schemaChecks: SqlCheck[] = [
  {
    name: "constraints-are-in-force",
    about: "Every constraint was checked against all rows and is in force.",
    mend: "Find the rows that break it, then: alter table TABLE validate constraint NAME.",
    level: "wrong",
    sql: `select conrelid::regclass::text as row, conname || ' is ' || case when conenforced then 'not validated' else 'not enforced' end as what
          from pg_constraint where connamespace = 'public'::regnamespace and not (convalidated and conenforced) order by 1, 2`,
  },
  {
    name: "triggers-are-on",
    about: "Every trigger fires: those that keep the audit log and the ledgers, and those of foreign keys.",
    mend: "Ask who switched it off and what was done meanwhile, then: alter table TABLE enable trigger all.",
    level: "wrong",
    sql: `select tgrelid::regclass::text as row, tgname || ' is switched off' as what
          from pg_trigger join pg_class on pg_class.oid = tgrelid
          where relnamespace = 'public'::regnamespace and tgenabled in ('D', 'R') order by 1, 2`,
  },
  {
    name: "indexes-are-whole",
    about: "Every index is whole.",
    mend: "Make it again: reindex index NAME.",
    level: "wrong",
    sql: `select indrelid::regclass::text as row, indexrelid::regclass || ' is not whole' as what
          from pg_index join pg_class on pg_class.oid = indrelid
          where relnamespace = 'public'::regnamespace and not (indisvalid and indisready) order by 1, 2`,
  },
];

export const driftMend = restore;
