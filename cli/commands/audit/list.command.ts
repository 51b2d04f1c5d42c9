import type { AuditShown } from "#core/audit/audit-trail.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { readCount } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List what was changed, by whom and why; the newest first.",
  parameters: {
    limit: { option: "N", about: "how many (50)", optional: true },
    verb: { option: "VERB", about: "only what was done so, such as addMember", optional: true },
    subject: { option: "TABLE", about: "only changes of this table, such as angler", optional: true },
    subjectId: { option: "ID", about: "only changes of this row", optional: true },
    since: { option: "DAY", about: "from this day on, such as 2026-03-22", optional: true },
  },
  examples: ["sabc audit list", "sabc audit list --verb makeOfficial --since 2026-01-01 --json"],
  list: true,
  async input({ limit, ...rest }) {
    const { listAuditSchema } = await import("#core/audit/audit.schemas.ts");
    return listAuditSchema.parse({ ...rest, limit: readCount(limit, "The limit") });
  },
  async run(context, input) {
    const { listAudit } = await import("#core/audit/audit-trail.service.ts");
    return context.read((work) => listAudit(work, input));
  },
  output: (records) => ({ json: { records }, sections: [table(columns, records)] }),
});

const columns = columnsOf<AuditShown>({
  id: { kind: "count", spare: true },
  at: { kind: "word", value: ({ at }) => at.slice(0, 16).replace("T", " ") },
  actor: { header: "Who", value: ({ actor }) => actor.name },
  verb: "word",
  subject: { kind: "word", value: ({ subject, subjectId }) => `${subject} ${subjectId}` },
  action: { kind: "word", spare: true },
  changed: { value: ({ before, after }) => tellChange(before ?? {}, after ?? {}) },
  reason: { spare: true },
});

/** `name: Ann → Anna`, for the fields that differ. */
function tellChange(before: Record<string, unknown>, after: Record<string, unknown>): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const told = (value: unknown): string =>
    typeof value === "string" ? value : JSON.stringify(value ?? null);
  return names
    .filter((name) => told(before[name]) !== told(after[name]))
    .map((name) =>
      name in before
        ? `${name}: ${told(before[name])} → ${told(after[name])}`
        : `${name}: ${told(after[name])}`,
    )
    .join("; ");
}
