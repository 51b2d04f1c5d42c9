import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "No longer offer a ramp for what is planned; what was fished from it stays.",
  parameters: {
    lake: { argument: "its lake: key or name" },
    ramp: { argument: "the ramp's name" },
    undo: { flag: "offer it again" },
  },
  examples: ['sabc ramp retire travis "Mansfield Dam"', 'sabc ramp retire travis "Mansfield Dam" --undo'],
  input: ({ lake, ramp, undo }) => ({ named: { lake, ramp }, undo }),
  async run(context, { named, undo }) {
    const { offerRamp, retireRamp } = await import("#core/lakes/edit-ramp.service.ts");
    return context.write((work) => (undo ? offerRamp(work, named) : retireRamp(work, named)));
  },
  output: (ramp) => ({
    json: { ramp },
    notes: [`${ramp.name} at ${ramp.lake.name} is ${ramp.retired ? "no longer offered" : "offered"}.`],
  }),
});
