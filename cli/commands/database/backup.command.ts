import { invalid } from "#core/errors.ts";
import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { lines } from "../../output.ts";
import { withProgress } from "../../progress.ts";
import { printSize } from "../../size.ts";

export const command = defineCommand({
  summary: "Copy the whole club into one file, as it stands at this moment.",
  description:
    "It goes into the club's directory, under backups, or where you say; nothing is ever replaced, and only its owner may read it: it holds everyone's addresses. Keep a copy on another machine. sabc database verify proves that it can be restored.",
  parameters: {
    file: { argument: "a file that is not there yet, or a directory", optional: true },
    keep: { option: "N", about: "delete all but the newest N backups in that directory", optional: true },
  },
  examples: ["sabc database backup --keep 14 --quiet", "sabc database backup /mnt/usb/"],
  input: ({ file, keep }) => ({ file: file ?? null, keep: keep === undefined ? null : numberOf(keep) }),
  async run(context, wanted) {
    const { backups } = await context.app();
    return withProgress(context.streams, {
      quiet: context.globals.quiet,
      doing: "Copying",
      run: (report) => backups.make({ ...wanted, report }),
    });
  },
  output: (made) => {
    const { file, bytes, club, tables, rows, audit, pruned, foreign } = made;
    return {
      json: { file, bytes, club, tables, rows, audit, pruned, foreign },
      sections: [lines([file])],
      notes: [
        `${club ?? "The club"}: ${counted(rows, "row")} of ${counted(tables, "table")}, ${printSize(bytes)}.`,
        ...(pruned.length > 0 ? [`Deleted ${counted(pruned.length, "older one")}.`] : []),
        ...(foreign.length > 0 ? [`Not the club's, and left out: ${foreign.join(", ")}.`] : []),
      ],
    };
  },
});

function numberOf(keep: string): number {
  if (/^[1-9]\d{0,4}$/.test(keep)) return Number(keep);
  throw invalid(
    "keep-invalid",
    `--keep "${keep}" is not a number of backups, such as 14. The new one is one of them.`,
  );
}
