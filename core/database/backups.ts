import type { MikroORM } from "@mikro-orm/postgresql";
import type { Config } from "../config.ts";
import { busy } from "../errors.ts";
import { type BackupMade, type BackupWanted, makeBackup } from "./backup.ts";
import type { Address } from "./connection.ts";
import { withJobLock } from "./locks.ts";
import {
  type BackupShown,
  type FileWanted,
  lookAt,
  type Restored,
  restoreBackup,
  type Verified,
  verifyBackup,
} from "./restore.ts";
import { besideLive, dropKept, listKept } from "./scratch.ts";
import { translateDatabaseError } from "./violations.ts";

/** The whole club in one file, and back. */
export interface Backups {
  /** Writes a backup, or nothing. */
  make(wanted: BackupWanted): Promise<BackupMade>;
  /** What a backup says it holds, and the name of the club whose place it would take. */
  look(file: string): Promise<BackupShown & { replaces: string }>;
  /** Restores a backup beside the club, compares all of it and takes it away again. */
  verify(wanted: FileWanted): Promise<Verified>;
  /** Puts the backup's club in the place of the club; the old database stays, under another name. */
  restore(wanted: FileWanted): Promise<Restored>;
  /** The databases that restores have kept, the newest first. */
  listKept(): Promise<string[]>;
  /** Drops one of them. */
  dropKept(name: string): Promise<void>;
}

/** The same, with a way to stop what is under way before the club is let go of. */
export function backupsOf(
  orm: MikroORM,
  { address, home }: { address: Address; home: Config["home"] },
): Backups & { stop: () => Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  let running: Promise<unknown> = Promise.resolve();
  const minding = <T>(run: () => Promise<T>): Promise<T> => {
    const work = run().catch((error: unknown) => {
      if (signal.aborted) throw busy("stopping", "sabc was told to stop. Nothing was changed.");
      throw translateDatabaseError(error);
    });
    running = work.catch(() => undefined);
    return work;
  };
  const ours = new Set([...orm.getMetadata().getAll().values()].map(({ tableName }) => tableName));
  const room = { address, signal };
  return {
    make: (wanted) =>
      minding(() =>
        withJobLock(address, {
          job: "sabc database backup",
          run: () => makeBackup({ ...room, home, ours }, wanted),
        }),
      ),
    look: (file) => minding(() => lookAt(room, { file })),
    verify: (wanted) => minding(() => verifyBackup(room, wanted)),
    restore: (wanted) => minding(() => restoreBackup(room, wanted)),
    listKept: () => minding(() => besideLive(address, listKept)),
    dropKept: (name) => minding(() => besideLive(address, (beside) => dropKept(beside, name))),
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
