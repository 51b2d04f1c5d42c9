import type { RampShown } from "#core/lakes/lakes.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { listOutput } from "../../output.ts";

export const command = defineCommand({
  summary: "List the ramps of one lake, or of all.",
  parameters: { lake: { argument: "a lake: key or name; all when left out", optional: true } },
  examples: ["sabc ramp list", "sabc ramp list travis --csv"],
  list: true,
  input: ({ lake }) => ({ lake }),
  async run(context, input) {
    const { listRamps } = await import("#core/lakes/ramps.service.ts");
    return context.read((work) => listRamps(work, input));
  },
  output: (ramps) => listOutput("ramps", { columns, rows: ramps }),
});

const columns = columnsOf<RampShown>({
  lake: { kind: "word", value: ({ lake }) => lake.key },
  name: { header: "Ramp" },
  latitude: { kind: "count", spare: true },
  longitude: { kind: "count", spare: true },
  retired: { kind: "yes-no", spare: true, unless: ({ retired }) => !retired },
});
