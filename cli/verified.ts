import type { App } from "#core/app.ts";

export type BackupVerified = Awaited<ReturnType<App["backups"]["verify"]>>;

/** What a backup held and proved to be, for `--json`. */
export const verifiedJson = ({
  file,
  club,
  at,
  schema,
  tables,
  rows,
  audit,
  migrated,
  auditFaults,
}: BackupVerified): object => ({ file, club, at, schema, tables, rows, audit, migrated, auditFaults });
