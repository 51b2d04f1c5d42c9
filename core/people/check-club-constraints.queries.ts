import type { EntityMetadata, EntityProperty } from "@mikro-orm/core";
import type { Work } from "../work.ts";
import type { Finding } from "./check-club.rules.ts";

const most = 100;

/** Whoever changed a row stands in the audit log. */
export const traced =
  "See who wrote the row: sabc audit list --subject TABLE --subject-id ID. Correct it there, or restore a backup.";

/** Rows outside the bounds that their table states, whether or not the database still holds it to them. */
export async function findOutOfBounds(work: Work): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const meta of tables(work)) {
    const columns = meta.createSchemaColumnMappingObject();
    const checks = meta.checks.map(({ name, expression }) => {
      const said = typeof expression === "function" ? expression(columns, tableOf(meta)) : expression;
      return `(${quoted(name ?? "")}, (${inSql(said)}))`;
    });
    if (checks.length === 0) continue;
    findings.push(
      ...(await find(
        work,
        `select ${rowOf(meta)} as row, replace(checked.name, '_', ' ') || ': that is not so' as what
         from "${meta.tableName}" self, lateral (values ${checks.join(", ")}) checked (name, held)
         where not checked.held order by 1`,
      )),
    );
  }
  return findings;
}

/** Rows that name another which is not there. */
export async function findOrphans(work: Work): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const meta of tables(work)) {
    for (const relation of meta.relations.filter(isReference)) {
      const { joinColumns, referencedColumnNames, targetMeta, foreignKeyName } = relation;
      const target = targetMeta!.tableName;
      const pairs = joinColumns.map((column, at) => `self.${column} = other.${referencedColumnNames[at]}`);
      const name = (typeof foreignKeyName === "string" ? foreignKeyName : relation.name).replaceAll("_", " ");
      findings.push(
        ...(await find(
          work,
          `select ${rowOf(meta)} as row, ${quoted(`${name}: no such ${target.replaceAll("_", " ")}`)} as what
           from "${meta.tableName}" self
           where ${joinColumns.map((column) => `self.${column} is not null`).join(" and ")}
             and not exists (select from "${target}" other where ${pairs.join(" and ")}) order by 1`,
        )),
      );
    }
  }
  return findings;
}

/** Rows that share what may be there once. */
export async function findTwins(work: Work): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const meta of tables(work)) {
    for (const unique of meta.uniques) {
      const { keys, where } = keysOf(meta, unique);
      findings.push(
        ...(await find(
          work,
          `select string_agg(${rowOf(meta)}, ', ' order by ${rowOf(meta)}) as row,
                  ${quoted(`${(unique.name ?? "").replaceAll("_", " ")}: there are several`)} as what
           from "${meta.tableName}" self where ${where} group by ${keys} having count(*) > 1 order by 1`,
        )),
      );
    }
  }
  return findings;
}

/** The number each table would give next, where rows have it already. */
export async function findSequencesBehind(work: Work): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const meta of tables(work)) {
    const key = meta.getPrimaryProp();
    if (!key.autoincrement && key.generated === undefined) continue;
    findings.push(
      ...(await find(
        work,
        `select ${quoted(meta.tableName)} as row, 'the highest number is ' || given.id || ', the next to be given is ' || given.next as what
         from (select (select max(id) from "${meta.tableName}") as id,
                      coalesce(pg_sequence_last_value(pg_get_serial_sequence(${quoted(meta.tableName)}, 'id')), 0) + 1 as next) given
         where given.id >= given.next`,
      )),
    );
  }
  return findings;
}

/** What one statement finds; of a great many the first hundred. */
export const find = (work: Work, sql: string): Promise<Finding[]> =>
  work.em.execute<Finding[]>(`select row, what from (${sql}) found limit ${most}`);

const tables = (work: Work): EntityMetadata[] =>
  [...work.em.getMetadata()]
    .filter(({ tableName, abstract, view }) => tableName && !abstract && !view)
    .toSorted((one, other) => one.tableName.localeCompare(other.tableName));

const isReference = (property: EntityProperty): boolean =>
  ["m:1", "1:1"].includes(property.kind) && property.joinColumns?.length > 0;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const tableOf = ({ tableName }: EntityMetadata) => ({
  name: tableName,
  qualifiedName: tableName,
  toString: () => `"${tableName}"`,
});

function inSql(expression: unknown): string {
  if (typeof expression === "string") return expression;
  throw new Error("a table states something that is not text");
}

/** `bag 12` */
const rowOf = (meta: EntityMetadata): string => {
  const keys = meta.getPrimaryProps().flatMap(({ fieldNames }) => fieldNames);
  return `${quoted(meta.tableName.replaceAll("_", " "))} || ' ' || concat_ws('-', ${keys.map((key) => `self.${key}`).join(", ")})`;
};

/** The columns of a unique key, and which of its rows count: those without a blank, unless blanks are equal too. */
function keysOf(meta: EntityMetadata, unique: EntityMetadata["uniques"][number]) {
  const { properties, expression, name = "" } = unique;
  if (expression === undefined) {
    const fields = [properties ?? []].flat().flatMap((property) => meta.properties[property]!.fieldNames);
    const keys = fields.map((field) => `self.${field}`).join(", ");
    return { keys, where: `row(${keys}) is not null` };
  }
  const columns = meta.createSchemaColumnMappingObject();
  const said = inSql(
    typeof expression === "function" ? expression(columns, tableOf(meta), name) : expression,
  );
  const [, blanks, keys = "", where = "true"] = uniqueKey.exec(said) ?? [];
  if (keys === "") throw new Error(`The key of ${name} is not understood.`);
  return { keys, where: blanks === undefined ? `row(${keys}) is not null and (${where})` : where };
}

/** What stands in the last brackets of a unique key, and behind its `where`. */
const uniqueKey =
  /(nulls not distinct )?\(((?:[^()]|\([^()]*\))+)\)(?:\s+where\s+(.+?))?(?:\s+deferrable.*)?$/s;
