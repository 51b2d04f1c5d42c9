import type { MikroORM } from "@mikro-orm/postgresql";
import { migrations } from "../../migrations/migrations.ts";
import { conflict } from "../errors.ts";
import type { Address } from "./connection.ts";
import { inTurn } from "./locks.ts";
import { translateDatabaseError } from "./violations.ts";

export interface MigrationStep {
  name: string;
  /** When it was carried out, ISO; null while it waits. */
  at: string | null;
}

/** The steps of the schema. */
export interface Migrations {
  /** All steps in order, done and waiting. */
  list(): Promise<MigrationStep[]>;
  /** Carries out what waits; the names of the steps, none when there was nothing to do. */
  up(): Promise<string[]>;
  /** Takes the last step back, with the data only it could hold. */
  down(): Promise<string>;
}

export function migrationsOf(orm: MikroORM, address: Address): Migrations {
  const orderly = <T>(run: () => Promise<T>): Promise<T> =>
    inTurn(address, { job: "migrate", run }).catch((error: unknown) => {
      throw translateDatabaseError(error);
    });
  return {
    list: () => orderly(() => listSteps(orm)),
    up: () =>
      orderly(async () => {
        const done = await orm.migrator.up();
        return done.map(({ name }) => name);
      }),
    down: () =>
      orderly(async () => {
        const [last] = (await orm.migrator.getExecuted()).toReversed();
        if (last === undefined)
          throw conflict("nothing-to-roll-back", "The database has no step to take back.");
        await orm.migrator.down();
        return last.name;
      }),
  };
}

/** Brings a database of ours to this version's schema; costs one query when it is there already. */
export async function bringUpToDate(orm: MikroORM, address: Address): Promise<void> {
  if ((await countDone(orm)) < migrations.length) await migrationsOf(orm, address).up();
}

async function listSteps(orm: MikroORM): Promise<MigrationStep[]> {
  const done = new Map((await orm.migrator.getExecuted()).map((row) => [row.name, row.executed_at]));
  return migrations.map(({ name }) => ({ name, at: done.get(name)?.toISOString() ?? null }));
}

async function countDone(orm: MikroORM): Promise<number> {
  const em = orm.em.fork();
  const [found] = await em.execute<{ there: boolean }[]>(
    "select to_regclass('migration') is not null as there",
  );
  if (found?.there !== true) return 0;
  const [row] = await em.execute<{ done: number }[]>("select count(*)::int as done from migration");
  return row?.done ?? 0;
}
