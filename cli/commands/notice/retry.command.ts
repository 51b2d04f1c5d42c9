import type { NoticeShown } from "#core/notices/notices.service.ts";
import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { counted } from "../../exact.ts";
import { readCount } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Try mail again that failed, waits or was withheld, as if it were new.",
  description:
    "It goes out with the next sabc run due, or sabc notice send. What was sent is not sent twice.",
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
  output: (notices) => ({
    json: { notices },
    notes: [
      notices.length === 0
        ? "Nothing failed."
        : `${counted(notices.length, "notice")} to ${toWhom(notices)} will be tried again.`,
    ],
  }),
});

function toWhom(notices: NoticeShown[]): string {
  const names = [...new Set(notices.map(({ recipient }) => recipient.name))];
  return names.length > 3 ? counted(names.length, "person", "people") : names.join(", ");
}
