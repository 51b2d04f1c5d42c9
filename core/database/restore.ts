import { basename, resolve } from "node:path";
import type { MikroORM } from "@mikro-orm/postgresql";
import { DateTime } from "luxon";
import { type Actor, authorize } from "../actor.ts";
import { recordChanges } from "../audit/audit.service.ts";
import { verifyAudit } from "../audit/verify.service.ts";
import type { Manifest } from "./archive-manifest.ts";
import type { Report } from "./backup.ts";
import { type Address, connect } from "./connection.ts";
import { loadArchive } from "./load-archive.ts";
import { checkArchive, withArchive } from "./open-archive.ts";
import { closeOrm, openOrm } from "./orm.ts";
import { besideLive, takePlace, withScratch } from "./scratch.ts";
import { inTransaction } from "./transaction.ts";

export interface FileWanted {
  file: string;
  report: Report;
  actor: Actor;
}

/** What a backup holds. */
export interface BackupShown {
  file: string;
  club: string | null;
  /** When it was made, on the club's clock: `2026-03-22T03:15:00.000-05:00`. */
  at: string;
  /** The last step of its schema. */
  schema: string;
  tables: number;
  rows: number;
  audit: Manifest["audit"];
}

/** A backup that was restored and compared. */
export interface Verified extends BackupShown {
  /** Steps of the schema that were done after it was loaded. */
  migrated: string[];
  /** What is wrong with the audit log it holds, and was already when it was made: broken seals, forged values. */
  auditFaults: number;
}

export interface Restored extends Verified {
  /** The database that the club's was until now. */
  kept: string;
}

interface Room {
  address: Address;
  signal: AbortSignal;
}

/**
 * What a backup says it holds, and the name of the club whose place it would take: where that has none yet the
 * backup's, and else the database's.
 */
export async function lookAt(
  { address, signal }: Room,
  { file }: Pick<FileWanted, "file">,
): Promise<BackupShown & { replaces: string }> {
  const shown = await withArchive({ file, signal }, async ({ manifest }) => show(file, manifest));
  const client = await connect(address, "sabc copy");
  try {
    // Whatever state the club's database is in: a restore may be what mends it.
    const club = await client.query<{ name: string }>("select name from club").catch(() => null);
    const database = await client.query<{ name: string }>("select current_database()::text as name");
    const replaces = club?.rows[0]?.name ?? shown.club ?? database.rows[0]!.name;
    return { ...shown, replaces };
  } finally {
    await client.end();
  }
}

/** Restores a backup into a database of its own, compares all of it, and drops it again. */
export async function verifyBackup(room: Room, wanted: FileWanted): Promise<Verified> {
  const { verified } = await whole(room, { ...wanted, then: async () => undefined });
  return verified;
}

/**
 * Puts the club as a backup holds it in the place of the club as it is: into a new database beside it, at the
 * backup's schema, compared, brought up to this program's, and only then renamed into its place. The old database is
 * kept under another name.
 */
export async function restoreBackup(room: Room, wanted: FileWanted): Promise<Restored> {
  const { verified, outcome } = await whole(room, {
    ...wanted,
    then: async ({ orm, manifest, place }) => {
      await tell(orm, { ...wanted, manifest });
      await orm.close(true);
      return place();
    },
  });
  return { ...verified, kept: outcome };
}

interface Loaded {
  orm: MikroORM;
  manifest: Manifest;
  /** Takes the place of the club's database; the name under which the old one is kept. */
  place: () => Promise<string>;
}

/** Reads the archive once to its end before anything is made, and once to load it. */
async function whole<T>(
  { address, signal }: Room,
  { file, report, actor, then }: FileWanted & { then: (loaded: Loaded) => Promise<T> },
): Promise<{ verified: Verified; outcome: T }> {
  const manifest = await checkArchive({ file, signal }, (fraction) => report(fraction * checking));
  const loading: Report = (fraction) => report(checking + fraction * (1 - checking));
  return besideLive(address, (beside) =>
    withScratch(beside, async (scratch) => {
      const orm = await openOrm(scratch.address);
      try {
        await withArchive({ file, signal }, (archive) =>
          loadArchive({ address: scratch.address, orm, archive, report: loading, signal }),
        );
        const migrated = (await orm.migrator.up()).map(({ name }) => name);
        await mustFitProgram(orm);
        const auditFaults = await countAuditFaults(orm, actor);
        const { zone } = DateTime.fromISO(manifest.at, { setZone: true });
        const time = DateTime.now().setZone(zone).toFormat("yyyyMMddHHmmss");
        const place = (): Promise<string> => takePlace(beside, { scratch: scratch.name, time });
        const verified = { ...show(file, manifest), migrated, auditFaults };
        return { verified, outcome: await then({ orm, manifest, place }) };
      } finally {
        await closeOrm(orm);
      }
    }),
  );
}

/** The entities find every table, column and guard that they speak of. */
async function mustFitProgram(orm: MikroORM): Promise<void> {
  const difference = await orm.schema.getUpdateSchemaSQL();
  if (difference !== "") throw new Error(`the schema is not this program's: ${difference}`);
}

async function countAuditFaults(orm: MikroORM, actor: Actor): Promise<number> {
  const { broken, forged } = await inTransaction(orm, {
    who: actor,
    ending: "read",
    isClosing: () => false,
    verb: (work) => verifyAudit(work, {}),
  });
  return broken.length + forged.length;
}

const checking = 0.2;

/** The restored club knows that it was restored, by whom and from what. */
async function tell(
  orm: MikroORM,
  { actor, file, manifest }: { actor: Actor; file: string; manifest: Manifest },
): Promise<void> {
  const restored = { file: basename(file), at: manifest.at };
  await inTransaction(orm, {
    who: actor,
    ending: "keep",
    isClosing: () => false,
    verb: async (work) => {
      authorize(work, "restoreBackup", { roles: [], reason: `The club as of ${manifest.at}.` });
      await recordChanges(work, [
        { table: "database", id: "1", action: "update", before: null, after: restored },
      ]);
    },
  });
}

const show = (file: string, { club, at, schema, tables, audit }: Manifest): BackupShown => ({
  file: resolve(file),
  club,
  at,
  schema: schema.at(-1)!,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  audit,
});
