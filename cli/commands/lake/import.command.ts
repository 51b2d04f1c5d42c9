import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { readJson } from "../../familiar.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "Import lakes and ramps from a JSON file, or the list that comes with sabc.",
  description: "What is there already is left or brought up to date; importing again changes nothing.",
  parameters: {
    file: { argument: "the file, - for stdin; the list that comes with sabc when left out", optional: true },
  },
  examples: ["sabc lake import", "sabc lake import lakes.json --dry-run"],
  rehearsable: true,
  async input({ file }, context) {
    if (file === undefined) return null;
    const { lakesFileSchema } = await import("#core/lakes/lakes.schemas.ts");
    return lakesFileSchema.parse(await readJson(file, context));
  },
  async run(context, lakes) {
    const { importClubLakes, importLakes } = await import("#core/lakes/import.service.ts");
    return context.write((work) => (lakes === null ? importClubLakes(work) : importLakes(work, { lakes })));
  },
  output: ({ added, changed, same }) => ({
    json: { added, changed, same },
    sections: [
      table(columns, [
        ...added.map((name) => ({ change: "added", name })),
        ...changed.map((name) => ({ change: "changed", name })),
      ]),
    ],
    notes: [`${added.length} added, ${changed.length} changed, ${same} as they were.`],
  }),
});

const columns = columnsOf<{ change: string; name: string }>({ change: "word", name: "text" });
