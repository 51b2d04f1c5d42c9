import type { Work } from "../work.ts";

/** A table that is nothing but a copy of what others come to. */
export interface Kept {
  table: "angler_sum" | "angler_total" | "season_award" | "season_sum" | "tournament_best" | "tournament_sum";
  key: readonly string[];
  figures: readonly string[];
}

/**
 * Puts what is `made`, in the order of the table's columns, in the place of what is kept `where` this is so, and tells
 * how many lines were not the same. The values are those of `made`, then of `where`.
 */
export async function writeKept(
  work: Work,
  { kept, made, where, values }: { kept: Kept; made: string; where: string; values: readonly string[] },
): Promise<number> {
  const { key, figures } = kept;
  const columns = (names: readonly string[], of: string) => names.map((name) => `${of}.${name}`).join(", ");
  const [row] = await work.em.execute<{ wrong: number }[]>(
    `with made as materialized (
       ${made}
     ), gone as (
       delete from ${kept.table} x where ${where} and not exists (
         select from made where (${columns(key, "made")}) = (${columns(key, "x")}))
       returning 1
     ), written as (
       insert into ${kept.table} as x select * from made
       on conflict (${key.join(", ")}) do update set (${figures.join(", ")}) = row(${columns(figures, "excluded")})
         where (${columns(figures, "x")}) is distinct from (${columns(figures, "excluded")})
       returning 1
     )
     select ((select count(*) from gone) + (select count(*) from written))::int as wrong`,
    values,
  );
  return row!.wrong;
}
