import { defineCommand } from "../../command.ts";
import { readCount } from "../../familiar.ts";
import { named } from "../../merges.ts";

export const command = defineCommand({
  summary: "Take a merge of two records back.",
  description:
    "The last one into a person, unless --merge says which. Only while nothing that it moved has changed since; what has is listed.",
  parameters: {
    angler: { argument: "the person who was kept: id, e-mail, name or alias", optional: true },
    merge: { option: "NUMBER", about: "the merge, as sabc member merge said it", optional: true },
  },
  examples: ['sabc member unmerge "Bob Cruz" --dry-run', "sabc member unmerge --merge 4"],
  rehearsable: true,
  async input({ angler, merge }) {
    const { unmergeAnglersSchema } = await import("#core/people/merge.schemas.ts");
    return unmergeAnglersSchema.parse({ reference: angler, merge: readCount(merge, "The merge") });
  },
  async run(context, input) {
    const { unmergeAnglers } = await import("#core/people/unmerge.service.ts");
    if (!context.globals.dryRun) {
      const actor = await context.actor();
      const preview = await (await context.app()).rehearse(actor, (work) => unmergeAnglers(work, input));
      await context.prompts.confirm(
        `Take merge ${preview.merge} back? ${named(preview.back)} is a record of its own again, apart from ${named(preview.kept)}.`,
      );
      return context.write((work) => unmergeAnglers(work, { merge: preview.merge }));
    }
    return context.write((work) => unmergeAnglers(work, input));
  },
  output: (unmerged) => {
    const { merge, back, kept, moved } = unmerged;
    const returned = moved.length === 0 ? "" : ` Returned: ${moved.join(", ")}.`;
    return {
      json: unmerged,
      notes: [
        `Merge ${merge} is taken back: ${named(back)} is a record of its own again, apart from ${named(kept)}.${returned}`,
      ],
    };
  },
});
