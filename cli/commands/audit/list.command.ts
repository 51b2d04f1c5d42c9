import type { AuditShown } from "#core/audit/audit-trail.service.ts";
import type { Work } from "#core/work.ts";
import { inWords, tellChange } from "../../audit-words.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { onClock } from "../../exact.ts";
import { readCount } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List what was changed, by whom and why; the newest first.",
  parameters: {
    limit: { option: "N", about: "how many (50)", optional: true },
    who: { option: "NAME|ANGLER", about: "only what this person did", optional: true },
    verb: { option: "VERB", about: "only what was done so, such as 'make official'", optional: true },
    subject: { option: "TABLE", about: "only changes to this, such as angler", optional: true },
    subjectId: { option: "ID", about: "only changes to the one of this number", optional: true },
    since: { option: "DAY", about: "from this day on, such as 2026-03-22", optional: true },
    until: { option: "DAY", about: "up to this day", optional: true },
  },
  examples: ["sabc audit list", 'sabc audit list --verb "make official" --since 2026-01-01'],
  list: true,
  async input({ limit, verb, subject, ...rest }) {
    const { listAuditSchema } = await import("#core/audit/audit.schemas.ts");
    return listAuditSchema.parse({
      ...rest,
      verb: verb?.replaceAll(/ +(\S)/g, (_, letter: string) => letter.toUpperCase()),
      subject: subject?.replaceAll(/ +/g, "_"),
      limit: readCount(limit, "The limit"),
    });
  },
  async run(context, input) {
    const { listAudit } = await import("#core/audit/audit-trail.service.ts");
    return context.read(async (work) => listAudit(work, { ...input, who: await knownAs(work, input.who) }));
  },
  output: (records) => ({
    json: { records },
    sections: [table(columns, records)],
    ...(records.length === 0 ? { notes: ["Nothing was changed so."] } : {}),
  }),
});

/** An angler is meant by id whatever they were called then; any other name as it stands in the records. */
async function knownAs(work: Work, who: string | undefined): Promise<string | undefined> {
  if (who === undefined) return undefined;
  const { resolveAnglers } = await import("#core/anglers/anglers.service.ts");
  const { found } = await resolveAnglers(work, { references: [who] });
  return found.has(who) ? String(found.get(who)!.id) : who;
}

const columns = columnsOf<AuditShown>({
  id: { kind: "count", spare: true },
  at: { kind: "word", header: "When", value: ({ at }) => onClock(at) },
  actor: { header: "Who", value: ({ actor }) => actor.name },
  verb: { kind: "word", header: "Did", value: ({ verb }) => inWords(verb) },
  subject: {
    kind: "word",
    header: "To",
    value: ({ subject, subjectId }) => `${inWords(subject)} ${subjectId}`,
  },
  action: { kind: "word", spare: true },
  changed: { value: tellChange },
  reason: { header: "Why", spare: true, unless: ({ reason }) => reason === null },
});
