import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Take the last step of the database's schema back.",
  description:
    "What only that step could hold is lost. The club's own database does its steps again at the next command; your own server's waits for sabc database migrate.",
  parameters: {},
  examples: ["sabc database rollback", "sabc database rollback --yes"],
  input: () => ({}),
  async run(context) {
    const { migrations } = await context.app();
    const last = (await migrations.list()).findLast(({ at }) => at !== null);
    if (last) await context.prompts.confirm(`Take ${last.name} back? What only it could hold is lost.`);
    return migrations.down();
  },
  output: (step) => ({ json: { step }, notes: [`Took ${step} back.`] }),
});
