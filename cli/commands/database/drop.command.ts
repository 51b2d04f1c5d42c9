import { defineCommand } from "../../command.ts";
import { UsageError } from "../../errors.ts";
import { counted } from "../../exact.ts";
import { lines } from "../../output.ts";

export const command = defineCommand({
  summary: "Drop a database that a restore has kept; without a name, list them.",
  description:
    "Only what sabc database restore has set aside, never the club's own. It cannot be taken back.",
  parameters: {
    name: { argument: "as sabc database restore told it", optional: true },
    confirm: { option: "NAME", about: "the name once more, for scripts", optional: true },
  },
  examples: ["sabc database drop", "sabc database drop sabc_before_20260322081500"],
  input: ({ name, confirm }) => ({ name: name ?? null, confirm: confirm ?? null }),
  async run(context, { name, confirm }) {
    const { backups } = await context.app();
    const kept = await backups.listKept();
    if (name === null) return { kept, dropped: null };
    if (kept.includes(name)) {
      const { prompts } = context;
      const sentence = `${name} is the club as it was before a restore, and is gone then.`;
      if (confirm !== null && confirm !== name) {
        throw new UsageError(
          "confirmation-wrong",
          `--confirm "${confirm}" is not "${name}". Nothing was changed.`,
        );
      }
      if (confirm === null && !prompts.interactive) {
        throw new UsageError("confirmation-needed", `${sentence} Say --confirm ${name} to drop it.`);
      }
      if (confirm === null) await prompts.confirmByName(sentence, name);
    }
    await backups.dropKept(name);
    return { kept: kept.filter((one) => one !== name), dropped: name };
  },
  output: ({ kept, dropped }) => ({
    json: { kept, dropped },
    sections: dropped === null && kept.length > 0 ? [lines(kept)] : [],
    notes: [
      dropped !== null
        ? `Dropped ${dropped}.`
        : kept.length === 0
          ? "No restore has kept a database."
          : `${counted(kept.length, "database")} kept by restores. Drop one by its name.`,
    ],
  }),
});
