import type { LakeShown } from "#core/lakes/lakes.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { table } from "../../output.ts";

export const command = defineCommand({
  summary: "List the club's lakes and how many ramps each has.",
  parameters: { retired: { flag: "also those no longer offered" } },
  examples: ["sabc lake list", "sabc lake list --retired --csv"],
  list: true,
  input: ({ retired }) => (retired ? { retired: "included" as const } : {}),
  async run(context, input) {
    const { listLakes } = await import("#core/lakes/lakes.service.ts");
    return context.read((work) => listLakes(work, input));
  },
  output: (lakes) => ({ json: { lakes }, sections: [table(columns, lakes)] }),
});

const columns = columnsOf<LakeShown>({
  key: "word",
  name: "text",
  ramps: { kind: "count", value: ({ ramps }) => ramps.length },
  latitude: { kind: "count", spare: true },
  longitude: { kind: "count", spare: true },
  retired: { kind: "yes-no", spare: true, unless: ({ retired }) => !retired },
});
