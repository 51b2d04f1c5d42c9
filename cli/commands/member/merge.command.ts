import { defineCommand } from "../../command.ts";
import { mergeSections, named } from "../../merges.ts";

export const command = defineCommand({
  summary: "Make two records of one person one.",
  description:
    "Everything of the second moves to the first: boats, bags, dues, offices, names. What changes is shown first, figures stay, and it can be taken back with sabc member unmerge.",
  parameters: {
    keep: { argument: "whose record stays: id, e-mail, name or alias" },
    gone: { argument: "whose record goes; its id, where both have one name" },
  },
  examples: ['sabc member merge "Bob Cruz" "Bobby Cruz" --dry-run', "sabc member merge 12 31"],
  rehearsable: true,
  async input(given) {
    const { mergeAnglersSchema } = await import("#core/people/merge.schemas.ts");
    return mergeAnglersSchema.parse(given);
  },
  async run(context, input) {
    const { mergeAnglers } = await import("#core/people/merge.service.ts");
    if (context.globals.dryRun) {
      return { ...(await context.write((work) => mergeAnglers(work, input))), shown: false };
    }
    const actor = await context.actor();
    const preview = await (await context.app()).rehearse(actor, (work) => mergeAnglers(work, input));
    const shown = !context.globals.yes;
    if (shown) await context.show(mergeSections(preview));
    await context.prompts.confirm(`Make ${named(preview.gone)} one with ${named(preview.kept)}?`);
    const merged = await context.write((work) => mergeAnglers(work, { ...input, agreed: preview.print }));
    return { ...merged, shown };
  },
  output: (merged) => {
    const { merge, kept, gone, print: _, shown, ...rest } = merged;
    return {
      json: { merge, kept, gone, ...rest },
      // Who was shown it before the question knows it.
      ...(shown ? {} : { sections: mergeSections(merged) }),
      notes: [
        `${named(gone)} is one with ${named(kept)}. To take it back: sabc member unmerge --merge ${merge}`,
      ],
    };
  },
});
