import type { NoticeShown } from "#core/notices/notices.service.ts";
import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { counted } from "../../exact.ts";
import { readCount } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Try mail again that failed, waits or was withheld, as if it were new.",
  description:
    "It goes out with the next sabc run due, or sabc notice send. What was sent is not sent twice, and what speaks of something that is over is not sent any more.",
  parameters: {
    notice: { argument: "a notice's number, as sabc notice list shows it", optional: true },
    failed: { flag: "all that failed" },
  },
  examples: ["sabc notice retry 17", "sabc notice retry --failed --dry-run"],
  rehearsable: true,
  async input({ notice, failed }) {
    if ((notice === undefined) === !failed) {
      throw new UsageError("missing", "Say which: a notice's number, or --failed for all that failed.");
    }
    const { retryNoticesSchema } = await import("#core/notices/notices.schemas.ts");
    return retryNoticesSchema.parse(failed ? { failed: "all" } : { notice: readCount(notice, "The notice") });
  },
  async run(context, input) {
    const { retryNotices } = await import("#core/notices/notices.service.ts");
    return context.write((work) => retryNotices(work, input));
  },
  output: (notices) => ({ json: { notices }, notes: notes(notices) }),
});

function notes(notices: NoticeShown[]): string[] {
  if (notices.length === 0) return ["Nothing failed."];
  const [late = [], again = []] = [true, false].map((is) =>
    notices.filter(({ state }) => (state === "withheld") === is),
  );
  return [
    ...(again.length > 0
      ? [`${counted(again.length, "notice")} to ${toWhom(again)} will be tried again.`]
      : []),
    ...(late.length > 0
      ? [`${counted(late.length, "notice")} to ${toWhom(late)} will not: what it says is over.`]
      : []),
  ];
}

function toWhom(notices: NoticeShown[]): string {
  const names = [...new Set(notices.map(({ recipient }) => recipient.name))];
  return names.length > 3 ? counted(names.length, "person", "people") : names.join(", ");
}
