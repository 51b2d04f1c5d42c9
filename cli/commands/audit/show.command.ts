import { inWords, tellFields } from "../../audit-words.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { onClock } from "../../exact.ts";
import { readCount } from "../../familiar.ts";
import { facts, table } from "../../output.ts";
import type { AuditShown } from "#core/audit/audit-trail.service.ts";

export const command = defineCommand({
  summary: "Show one change: who, when, why, and each value before and after.",
  parameters: { record: { argument: "its number, as sabc audit list --json tells" } },
  examples: ["sabc audit show 120", "sabc audit show 120 --json"],
  async input({ record }) {
    const { showAuditSchema } = await import("#core/audit/audit.schemas.ts");
    return showAuditSchema.parse({ id: readCount(record, "The record") });
  },
  async run(context, input) {
    const { showAudit } = await import("#core/audit/audit-trail.service.ts");
    return context.read((work) => showAudit(work, input));
  },
  output: (record) => {
    const fields = tellFields(record);
    return {
      json: { record },
      sections: [
        facts(columns, record),
        ...(fields.length > 0 ? [table(fieldColumns, fields, "What changed")] : []),
      ],
    };
  },
});

const columns = columnsOf<AuditShown>({
  record: { kind: "count", value: ({ id }) => id },
  at: { kind: "word", header: "When", value: ({ at }) => onClock(at) },
  actor: { header: "Who", value: whoInWords },
  verb: { kind: "word", header: "Did", value: ({ verb }) => inWords(verb) },
  subject: {
    kind: "word",
    header: "To",
    value: ({ subject, subjectId, action }) => `${inWords(subject)} ${subjectId} (${action})`,
  },
  reason: { header: "Why", unless: ({ reason }) => reason === null },
});

function whoInWords({ actor: { kind, name, anglerId }, channel }: AuditShown): string {
  const whose = anglerId !== null && kind !== "angler" ? ` for angler ${anglerId}` : "";
  return `${name}${whose}, ${kind === "operator" ? "at the terminal" : `by ${channel}`}`;
}

const fieldColumns = columnsOf<ReturnType<typeof tellFields>[number]>({
  field: "word",
  before: "text",
  after: "text",
});
