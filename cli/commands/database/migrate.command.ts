import { defineCommand } from "../../command.ts";
import { counted } from "../../exact.ts";
import { lines } from "../../output.ts";

export const command = defineCommand({
  summary: "Bring the database's schema up to this version of sabc.",
  parameters: {},
  examples: ["sabc database migrate", "sabc database migrate --dry-run"],
  rehearsable: true,
  input: () => ({}),
  async run(context) {
    const { migrations } = await context.app();
    if (!context.globals.dryRun) return migrations.up();
    const steps = await migrations.list();
    return steps.filter(({ at }) => at === null).map(({ name }) => name);
  },
  output: (steps) => ({
    json: { steps },
    sections: steps.length > 0 ? [lines(steps)] : [],
    notes: [
      steps.length === 0 ? "The schema is up to date; nothing to do." : `${counted(steps.length, "step")}.`,
    ],
  }),
});
