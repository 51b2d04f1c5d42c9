import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "No longer offer a lake for what is planned; what was fished there stays.",
  parameters: {
    lake: { argument: "the lake: key or name" },
    undo: { flag: "offer it again" },
  },
  examples: ["sabc lake retire travis", "sabc lake retire travis --undo"],
  input: ({ lake, undo }) => ({ lake, undo }),
  async run(context, { lake, undo }) {
    const { offerLake, retireLake } = await import("#core/lakes/edit-lake.service.ts");
    return context.write((work) => (undo ? offerLake(work, { lake }) : retireLake(work, { lake })));
  },
  output: (lake) => ({
    json: { lake },
    notes: [lake.retired ? `${lake.name} is no longer offered.` : `${lake.name} is offered.`],
  }),
});
