import type { NoticeShown } from "#core/notices/notices.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { onClock } from "../../exact.ts";
import { readCount } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List what the club told whom by mail, the newest first: waiting, sent, failed or withheld.",
  description:
    "Waiting is tried again by itself after 1, 5 and 30 minutes, 2 and 6 hours. Failed needs you: put the address right, then sabc notice retry. Withheld is not sent: there is no address, they do not want such mail, or what it says is over.",
  parameters: {
    state: {
      option: "STATE",
      about: "only these",
      choices: ["waiting", "sent", "failed", "withheld"],
      optional: true,
    },
    purpose: { option: "PURPOSE", about: "only these, such as dues-reminder", optional: true },
    angler: { option: "ANGLER", about: "only to this one: id, e-mail, name or alias", optional: true },
    limit: { option: "N", about: "how many (50)", optional: true },
  },
  examples: ["sabc notice list --state failed", 'sabc notice list --angler "Ann Lee" --csv'],
  list: true,
  async input({ limit, ...rest }) {
    const { listNoticesSchema } = await import("#core/notices/notices.schemas.ts");
    return listNoticesSchema.parse({ ...rest, limit: readCount(limit, "The limit") });
  },
  async run(context, input) {
    const { listNotices } = await import("#core/notices/notices.service.ts");
    return context.read((work) => listNotices(work, input));
  },
  output: (notices) => ({
    json: { notices },
    sections: [table(columns, notices)],
    notes: notes(notices),
  }),
});

const columns = columnsOf<NoticeShown>({
  id: "count",
  recipient: { header: "To", value: ({ recipient }) => recipient.name },
  purpose: { kind: "word", header: "About" },
  occasion: { spare: true },
  state: "word",
  attempts: { kind: "count", header: "Tries" },
  madeAt: { kind: "word", header: "Made", spare: true, value: ({ madeAt }) => onClock(madeAt) },
  next: {
    kind: "word",
    header: "Next try",
    value: ({ dueAt }) => dueAt && onClock(dueAt),
    unless: ({ dueAt }) => dueAt === null,
  },
  sentAt: {
    kind: "word",
    header: "Sent",
    value: ({ sentAt }) => sentAt && onClock(sentAt),
    unless: ({ sentAt }) => sentAt === null,
  },
  failure: { header: "Why not", unless: ({ failure }) => failure === null },
});

function notes(notices: NoticeShown[]): string[] {
  if (notices.length === 0) return ["There are no such notices."];
  if (notices.every(({ state }) => state !== "failed")) return [];
  return ["What failed is tried again by: sabc notice retry ID, or --failed for all of it."];
}
