import { columnsOf } from "../columns.ts";
import { defineCommand } from "../command.ts";
import { facts, toJson } from "../output.ts";

interface Status {
  home: string;
  demo: boolean;
  database: string;
  answersInMs: number;
  stepsDone: number;
  stepsWaiting: number;
  site: string;
}

export const command = defineCommand({
  summary: "Show which club this is, where its data lives and whether all of it can be reached.",
  parameters: {},
  examples: ["sabc status", "sabc status --demo --json"],
  input: () => ({}),
  async run(context): Promise<Status> {
    const { home, demo, publicUrl } = await context.config();
    const club = await context.app();
    const answersInMs = await club.health();
    const steps = await club.migrations.list();
    return {
      home,
      demo,
      database: club.place ?? "your own server",
      answersInMs,
      stepsDone: steps.filter(({ at }) => at !== null).length,
      stepsWaiting: steps.filter(({ at }) => at === null).length,
      site: publicUrl.href,
    };
  },
  output: (status) => ({
    json: toJson(columns, [status])[0]!,
    sections: [facts(columns, status)],
    notes: status.stepsWaiting > 0 ? ["The schema is behind: run sabc database migrate."] : [],
  }),
});

const columns = columnsOf<Status>({
  home: { header: "Directory" },
  demo: { kind: "yes-no", header: "Demo club" },
  database: "text",
  answersInMs: { kind: "count", header: "Answers in ms" },
  stepsDone: { kind: "count", header: "Schema steps" },
  stepsWaiting: { kind: "count", header: "Steps waiting" },
  site: "text",
});
