import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { connect } from "#core/database/connection.ts";
import { type End, type Running, startSabc, until } from "./process.ts";
import { clubHome, sabc, type Said } from "./sabc.ts";

/** Where a season's import writes, in no particular order: it can be stopped at each. */
export const written = [
  "angler",
  "event",
  "tournament",
  "entry",
  "crew",
  "bag",
  "result",
  "pot_movement",
  "audit_record",
] as const;

/** Two tournaments of twelve in six boats. */
export const seasonFile = `date,event,boat,angler,fish,weight,big_bass,member\n${["01-25", "02-22"]
  .flatMap((day) =>
    Array.from(
      { length: 12 },
      (_, at) =>
        `2025-${day},Event of ${day},${1 + (at >> 1)},Angler ${at},${at % 6},${at % 6}.${day.slice(1, 2)}${at % 10},${at % 6 === 0 ? "" : "1.05"},yes`,
    ),
  )
  .join("\n")}\n`;

/** A club whose season 2025 has its rules and nothing else. */
export async function emptySeason(): Promise<string> {
  const home = await clubHome();
  finished(await sabc(["season", "rules", "2025", "--set", "sabc-individual", "--home", home]));
  return home;
}

const words = ["season", "import", "2025", "-", "--create-guests", "--official"];

export const startImport = (home: string) => startSabc(words, { home, typed: seasonFile });

/** The same from the first to the last row, by nobody disturbed. */
export async function importAll(home: string): Promise<void> {
  finished(await sabc([...words, "--home", home], { typed: [seasonFile] }));
}

export function finished({ code, stderr }: Pick<Said, "stderr"> & { code: number | null }): void {
  if (code !== 0) throw new Error(`${code}: ${stderr}`);
}

const onDatabase = (home: string) => {
  const url = parseEnv(readFileSync(join(home, ".env"), "utf8"))["DATABASE_URL"];
  return connect({ connectionString: url! }, "sabc test");
};

/** Told to stop where it writes bags, it says that it changes nothing more, and does not. */
export async function toldToStop(signal: "SIGTERM" | "SIGINT" | "SIGHUP", code: number): Promise<void> {
  const home = await emptySeason();
  const before = await bookOf(home);
  const end = await whileItWrites(home, {
    table: "bag",
    then: async ({ child, said }) => {
      child.kill(signal);
      await until(() => said() !== "", { what: "it says so" });
    },
  });
  assert.deepEqual([end.code, end.stderr], [code, "Cancelled. Nothing more was changed.\n"]);
  assert.deepEqual(await bookOf(home), before);
}

/** Everything the club knows, without what differs between two that were told the same: ids, times and what made them. */
export async function bookOf(home: string): Promise<Record<string, number | string>> {
  const client = await onDatabase(home);
  try {
    const book: Record<string, number | string> = {};
    for (const table of written) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from "${table}"`);
      book[table] = rows[0]!.count;
    }
    const { rows } = await client.query<{ lines: string }>(
      `select coalesce(string_agg(line, E'\\n' order by line), '') as lines from (
         select concat_ws(' ', e.name, t.state, a.name, r.ranking, r.place, r.points, r.net, r.payout) as line
         from result r join tournament t on t.id = r.tournament_id join event e on e.id = t.event_id
         left join angler a on a.id = r.angler_id) of_results`,
    );
    return { ...book, results: rows[0]!.lines };
  } finally {
    await client.end();
  }
}

/** Lets the command come to where it writes this table, and no further; does something, and lets go. */
export async function whileItWrites(
  home: string,
  { table, then }: { table: string; then: (command: Running) => void | Promise<void> },
): Promise<End> {
  const client = await onDatabase(home);
  try {
    await client.query("begin");
    await client.query(`lock table "${table}" in share mode`);
    const command = startImport(home);
    const waiting = async (): Promise<boolean> => {
      const { rowCount } = await client.query(
        `select from pg_locks where not granted and relation = $1::regclass`,
        [table],
      );
      return rowCount! > 0;
    };
    await until(waiting, { what: `it writes ${table}` });
    await then(command);
    await client.query("rollback");
    return await command.ended;
  } finally {
    await client.end();
  }
}
