import type { AnglerErased } from "#core/people/erase.service.ts";
import { defineCommand } from "../../command.ts";
import { lines, type Section } from "../../output.ts";

export const command = defineCommand({
  summary: "Erase what is personal of someone, for good; their results stay under a placeholder.",
  description:
    "Names, e-mail, phone, aliases, roles, mails and what the audit log keeps of them go; results, payments and offices stay as those of Former member NUMBER. It cannot be taken back. Text that people wrote is only searched: what still names them is listed. Backups made before hold them until they are thrown away.",
  parameters: { angler: { argument: "the person: id, e-mail, name or alias" } },
  examples: ['sabc member erase "Bob Cruz" --dry-run', "sabc member erase 12"],
  rehearsable: true,
  async input({ angler: reference }) {
    const { eraseAnglerSchema } = await import("#core/people/erase.schemas.ts");
    return eraseAnglerSchema.parse({ reference });
  },
  async run(context, input) {
    const { eraseAngler } = await import("#core/people/erase.service.ts");
    if (context.globals.dryRun) {
      return { ...(await context.write((work) => eraseAngler(work, input))), shown: false };
    }
    const actor = await context.actor();
    const preview = await (await context.app()).rehearse(actor, (work) => eraseAngler(work, input));
    await context.show(sectionsOf(preview));
    await context.prompts.confirmByName(
      `Erase ${preview.name} (${preview.id}) for good? It cannot be taken back.`,
      preview.name,
    );
    const erased = await context.write((work) => eraseAngler(work, { reference: String(preview.id) }));
    return { ...erased, shown: true };
  },
  output: ({ shown, ...erased }) => ({
    json: erased,
    // Who was shown it before the question knows it, but for what is still to be done.
    sections: shown ? textsOf(erased) : sectionsOf(erased),
    notes: [
      `${erased.name} (${erased.id}) is erased and stands as ${erased.placeholder} in results. Backups made before hold them still.`,
    ],
  }),
});

function sectionsOf(erased: AnglerErased): Section[] {
  const { gone, shared, placeholder } = erased;
  const told = [
    ...(gone.length > 0 ? [`Goes: ${gone.join(", ")}.`] : []),
    `Names become ${placeholder}; results, payments and offices stay.`,
    ...(shared.length > 0
      ? [`${shared.join(", ")} is someone else's name too: text with it is left alone.`]
      : []),
  ];
  return [lines(told, "What changes"), ...textsOf(erased)];
}

function textsOf({ left }: AnglerErased): Section[] {
  const texts = left.map(({ table, id, column }) => `${inWords(table)} ${id} (${inWords(column)})`);
  return texts.length > 0 ? [lines(texts, "Still named in text that people wrote; look at it")] : [];
}

const inWords = (name: string): string => name.replaceAll("_", " ");
