import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { exitCodes } from "../../errors.ts";
import { onClock } from "../../exact.ts";
import { facts } from "../../output.ts";
import { withProgress } from "../../progress.ts";
import { type BackupVerified, verifiedJson } from "../../verified.ts";

export const command = defineCommand({
  summary: "Prove that a backup is whole: restore it beside the club, compare all of it, take it away.",
  description:
    "Every table is compared with what was written down of it when the backup was made, to the byte, and every sequence and guard of the schema. The club goes on meanwhile.",
  parameters: { file: { argument: "a backup that sabc made" } },
  examples: [
    "sabc database verify backups/sabc-2026-03-22-031500.tar.gz",
    "sabc database verify /mnt/usb/club.tar.gz --json",
  ],
  input: ({ file }) => ({ file }),
  async run(context, { file }) {
    const { backups } = await context.app();
    const actor = await context.actor();
    return withProgress(context.streams, {
      quiet: context.globals.quiet,
      doing: "Verifying",
      run: (report) => backups.verify({ file, report, actor }),
    });
  },
  output: (verified) => ({
    json: verifiedJson(verified),
    sections: [facts(columns, verified)],
    notes: ["The backup is whole: it was restored, compared and taken away again."],
    ...(verified.auditFaults > 0
      ? {
          complaint: `${verified.auditFaults} faults in its audit log, which were there when it was made. See sabc audit verify.`,
          exitCode: exitCodes.conflict.code,
        }
      : {}),
  }),
});

const columns = columnsOf<BackupVerified>({
  club: { kind: "text", value: ({ club }) => club ?? "no name yet" },
  at: { kind: "word", header: "Made at", value: ({ at }) => onClock(at) },
  rows: "count",
  tables: "count",
  schema: "word",
  auditHead: { kind: "word", header: "Audit head", value: ({ audit }) => audit.seal },
});
