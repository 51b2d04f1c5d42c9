import type { App } from "#core/app.ts";
import type { Context } from "../../context.ts";
import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { counted, onClock } from "../../exact.ts";
import { withProgress } from "../../progress.ts";
import { type BackupVerified, verifiedJson } from "../../verified.ts";

type Shown = Awaited<ReturnType<App["backups"]["look"]>>;

export const command = defineCommand({
  summary: "Put the club as a backup holds it in the place of the club as it is.",
  description:
    "A new database is made beside the club's, filled, compared and brought up to this version; only then it takes the club's place, in one step, and the old database is kept under another name. Whoever is connected is cut off for that moment and comes back by himself; what was saved since the backup is in the old database alone. --dry-run does all but the last step.",
  parameters: {
    file: { argument: "a backup that sabc made" },
    confirm: { option: "NAME", about: "the name that would be asked for, for scripts", optional: true },
  },
  examples: [
    "sabc database restore backups/sabc-2026-03-22-031500.tar.gz",
    'sabc database restore club.tar.gz --confirm "Mesquite Creek Bass Club"',
  ],
  rehearsable: true,
  input: ({ file, confirm }) => ({ file, confirm: confirm ?? null }),
  async run(context, { file, confirm }) {
    const { backups } = await context.app();
    const shown = await backups.look(file);
    if (!context.globals.dryRun) await agree(context, { shown, confirm });
    const actor = await context.actor();
    return withProgress(context.streams, {
      quiet: context.globals.quiet,
      doing: "Restoring",
      run: (report): Promise<BackupVerified & { kept?: string }> =>
        context.globals.dryRun
          ? backups.verify({ file, report, actor })
          : backups.restore({ file, report, actor }),
    });
  },
  output: (restored) => {
    const { club, rows, tables, at, migrated, kept } = restored;
    const what = `${club ?? "The club"} as of ${onClock(at)}: ${counted(rows, "row")} of ${counted(tables, "table")}`;
    return {
      json: { ...verifiedJson(restored), kept: kept ?? null },
      notes: [
        kept === undefined ? `${what}, whole.` : `Restored. ${what}.`,
        ...(migrated.length > 0
          ? [`Its schema was brought up to this version: ${migrated.join(", ")}.`]
          : []),
        ...(kept === undefined
          ? []
          : [
              `The database as it was is kept as ${kept}. When it is no longer needed: sabc database drop ${kept}`,
            ]),
      ],
      ...(restored.auditFaults > 0
        ? { complaint: `${restored.auditFaults} faults in its audit log. See sabc audit verify.` }
        : {}),
    };
  },
});

/** The name of the club that is replaced: whoever stands before the wrong one will not type it. */
async function agree(
  { prompts, say }: Context,
  { shown, confirm }: { shown: Shown; confirm: string | null },
): Promise<void> {
  const { replaces, club, at, rows } = shown;
  if (confirm === replaces) return;
  if (confirm !== null) {
    throw new UsageError(
      "confirmation-wrong",
      `--confirm "${confirm}" is not the name of the club that would be replaced, which is "${replaces}". Nothing was changed.`,
    );
  }
  if (!prompts.interactive) {
    throw new UsageError(
      "confirmation-needed",
      `All that was saved since ${onClock(at)} would be set aside. Say --confirm "${replaces}" to restore.`,
    );
  }
  say(`The backup holds ${club ?? "a club without a name"} as of ${onClock(at)}, ${counted(rows, "row")}.`);
  await prompts.confirmByName(`All that was saved since is set aside.`, replaces);
}
