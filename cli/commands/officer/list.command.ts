import type { OfficerShown } from "#core/membership/officers.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { readYear } from "../../familiar.ts";
import { listOutput } from "../../output.ts";

export const command = defineCommand({
  summary: "List who holds which office.",
  parameters: { year: { argument: "the year; all years when left out", optional: true } },
  examples: ["sabc officer list", "sabc officer list 2026 --csv"],
  list: true,
  async input({ year }) {
    const { listOfficersSchema } = await import("#core/membership/membership.schemas.ts");
    return listOfficersSchema.parse({ year: readYear(year) });
  },
  async run(context, input) {
    const { listOfficers } = await import("#core/membership/officers.service.ts");
    return context.read((work) => listOfficers(work, input));
  },
  output: (officers) => listOutput("officers", { columns, rows: officers }),
});

const columns = columnsOf<OfficerShown>({
  year: "word",
  office: "text",
  anglerId: { kind: "count", header: "Id", value: ({ angler }) => angler.id },
  angler: { header: "Held by", value: ({ angler }) => angler.name },
});
