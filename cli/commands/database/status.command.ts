import type { App } from "#core/app.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { table } from "../../output.ts";

type Step = Awaited<ReturnType<App["migrations"]["list"]>>[number];

export const command = defineCommand({
  summary: "Show the steps of the database's schema: which are done, which wait.",
  parameters: {},
  examples: ["sabc database status", "sabc database status --json"],
  list: true,
  input: () => ({}),
  async run(context) {
    const club = await context.app();
    return { place: club.place, steps: await club.migrations.list() };
  },
  output: ({ place, steps }) => {
    const waiting = steps.filter(({ at }) => at === null).length;
    return {
      json: { place, steps, waiting },
      sections: [table(columns, steps)],
      notes: [
        place === null ? "The database is your own server's." : `The database lives in ${place}.`,
        ...(waiting > 0
          ? [`${waiting} of ${steps.length} steps are waiting: run sabc database migrate.`]
          : []),
      ],
    };
  },
});

const columns = columnsOf<Step>({ name: "word", at: { kind: "word", header: "Done at" } });
