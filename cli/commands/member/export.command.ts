import type { MemberExported } from "#core/membership/export-members.service.ts";
import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { exportFile, writeNewFile } from "../../people-file.ts";

export const command = defineCommand({
  summary: "Export everyone the club knows as the file that import reads, or an empty one to fill in.",
  description:
    "CSV, or JSON with --json. Imported again it changes nothing. People who were erased are left out; dues are in sabc dues export.",
  parameters: { file: exportFile, template: { flag: "only the names of the columns" } },
  examples: ["sabc member export members.csv", "sabc member export --json > members.json"],
  list: true,
  input: ({ file, template }, { globals: { json } }) => ({
    path: file,
    template,
    format: json ? ("json" as const) : ("csv" as const),
  }),
  async run(context, { path, template, format }): Promise<Outcome> {
    const { exportMembers, membersCsv } = await import("#core/membership/export-members.service.ts");
    const members = template ? [] : await context.read((work) => exportMembers(work));
    const csv = membersCsv(members);
    if (path !== undefined)
      await writeNewFile(path, format === "csv" ? csv : `${JSON.stringify({ members }, null, 2)}\n`);
    return { members, csv };
  },
  output: ({ members, csv }, { path }) =>
    path === undefined
      ? { json: { members }, file: csv }
      : {
          json: { file: path, members: members.length },
          notes: [`${counted(members.length, "person", "people")} written to ${path}.`],
        },
});

interface Outcome {
  members: MemberExported[];
  csv: string;
}
