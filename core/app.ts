import type { MikroORM } from "@mikro-orm/postgresql";
import type { Config } from "./config.ts";
import { type Backups, backupsOf } from "./database/backups.ts";
import { clusterExists } from "./database/cluster.ts";
import { joinDatabase, ping } from "./database/join.ts";
import { type Hearing, listenTo } from "./database/listening.ts";
import { withJobLock } from "./database/locks.ts";
import { bringUpToDate, migrationsOf, type Migrations } from "./database/migrate.ts";
import { onEveryConnection } from "./database/readiness.ts";
import { closeOrm, openOrm } from "./database/orm.ts";
import { inTransaction, type Transaction } from "./database/transaction.ts";
import { isPassing, translateDatabaseError } from "./database/violations.ts";
import type { Door, Who, Work } from "./work.ts";

export type { Heard } from "./database/listening.ts";
export { publicChanges } from "./database/public-changes.ts";

type Verb<T> = (work: Work) => Promise<T>;

/** The only door to the club: every front end comes through here. */
export interface App extends Door {
  readonly config: Config;
  /** Where the embedded database lives; null when the club brings its own. */
  readonly place: string | null;
  /** Asks the club something, in one snapshot; nothing can be changed on the way. */
  read<T>(who: Who, verb: Verb<T>): Promise<T>;
  /** Changes the club: all of it or nothing, with its audit records. */
  write<T>(who: Who, verb: Verb<T>): Promise<T>;
  /** Does all that `write` would, tells the outcome, and takes everything back. */
  rehearse<T>(who: Who, verb: Verb<T>): Promise<T>;
  /**
   * Opens every connection it may use and asks the same on each, so that nobody has to wait for one; what serves many
   * does before it says that it is there. Where the database is away that is left to the first who ask.
   */
  getReady(verb: Verb<void>): Promise<void>;
  /** Runs a job that must not run twice at once anywhere; busy when another process has it. The signal says that the lock is lost. */
  lock<T>(job: string, run: (lost: AbortSignal) => Promise<T>): Promise<T>;
  /**
   * Hears what the database says on a channel, from the commit on, until what this returns is called. Tells when the
   * line is lost and when it is back; nothing that was said in between is ever heard.
   */
  listen(hearing: Hearing): () => Promise<void>;
  /** Milliseconds the database takes to answer; unavailable when it does not. */
  health(): Promise<number>;
  /** The steps of the schema, for `sabc database migrate`, `status` and `rollback`. */
  readonly migrations: Migrations;
  /** The whole club in one file, and back, for `sabc database backup`, `verify` and `restore`. */
  readonly backups: Backups;
  /** Lets go of the database. What is not kept by then is taken back. */
  close(): Promise<void>;
}

/** Opens the club that the configuration names, starting its embedded database where it has one. */
export async function openApp(config: Config): Promise<App> {
  const database = await joinDatabase(config).catch(refuse);
  const orm = await openOrm(database.address);
  let closing: Promise<void> | null = null;
  const isClosing = (): boolean => closing !== null;
  const backups = backupsOf(orm, { address: database.address, home: config.home });
  const listeners = new Set<() => Promise<void>>();
  const letGo = async (): Promise<void> => {
    await Promise.all([...listeners].map((stop) => stop()));
    await backups.stop();
    await closeOrm(orm);
    await database.leave();
  };
  const close = (): Promise<void> => (closing ??= letGo());
  try {
    if (database.place !== null) await bringUpToDate(orm, database.address);
  } catch (error) {
    await close();
    throw translateDatabaseError(error);
  }
  return {
    config,
    place: database.place,
    read: (who, verb) => run(orm, { who, verb, ending: "read", isClosing }),
    write: (who, verb) => run(orm, { who, verb, ending: "keep", isClosing }),
    rehearse: (who, verb) => run(orm, { who, verb, ending: "take-back", isClosing }),
    getReady: (verb) => onEveryConnection(orm, { verb, isClosing }),
    lock: (job, work) => withJobLock(database.address, { job, run: work }).catch(refuse),
    listen: (hearing) => {
      const stop = listenTo(database.address, hearing);
      listeners.add(stop);
      return () => stop().finally(() => listeners.delete(stop));
    },
    health: () => ping(database.address).catch(refuse),
    migrations: migrationsOf(orm, database.address),
    backups,
    close,
  };
}

/** Whether the embedded database of a home was made already; nothing is opened or made. */
export const hasEmbeddedDatabase = ({ home }: Pick<Config, "home">): Promise<boolean> => clusterExists(home);

const attempts = 3;

async function run<T>(orm: MikroORM, transaction: Transaction<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await inTransaction(orm, transaction);
    } catch (error) {
      if (tries === attempts || !isPassing(error)) throw translateDatabaseError(error);
    }
  }
}

const refuse = (error: unknown): never => {
  throw translateDatabaseError(error);
};
