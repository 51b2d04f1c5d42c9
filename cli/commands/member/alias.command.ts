import type { AliasShown } from "#core/anglers/aliases.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { table, toJson } from "../../output.ts";

export const command = defineCommand({
  summary: "List the names people are also known by, add one, or take one away.",
  description: "Imports and searches find an angler by any of their names.",
  parameters: {
    angler: { argument: "whose: id, e-mail, name or alias; everybody's when left out", optional: true },
    alias: { argument: "the name to add", optional: true },
    remove: { option: "NAME", about: "the alias to take away", optional: true },
  },
  examples: ['sabc member alias "Robert Cruz" "Bob Cruz"', 'sabc member alias --remove "Bobby C"'],
  list: true,
  input: (given) => given,
  async run(context, { angler, alias, remove }): Promise<Outcome> {
    const { addAlias, listAliases, removeAlias } = await import("#core/anglers/aliases.service.ts");
    if (remove !== undefined) {
      const gone = await context.write((work) => removeAlias(work, { alias: remove }));
      return {
        said: `${gone.alias} no longer means ${gone.angler.name} (${gone.angler.id}).`,
        aliases: [gone],
      };
    }
    if (angler === undefined || alias === undefined) {
      return { aliases: await context.read((work) => listAliases(work, { reference: angler })) };
    }
    const added = await context.write((work) => addAlias(work, { reference: angler, alias }));
    return { said: `${added.alias} now means ${added.angler.name} (${added.angler.id}).`, aliases: [added] };
  },
  output: ({ said, aliases }) => ({
    json: { aliases: toJson(columns, aliases) },
    ...(said === undefined
      ? {
          sections: [table(columns, aliases)],
          ...(aliases.length === 0 ? { notes: ["There are no aliases."] } : {}),
        }
      : { notes: [said] }),
  }),
});

interface Outcome {
  aliases: AliasShown[];
  /** What was done; absent when they were only listed. */
  said?: string;
}

const columns = columnsOf<AliasShown>({
  alias: "text",
  anglerId: { kind: "count", header: "Id", value: ({ angler }) => angler.id },
  angler: { value: ({ angler }) => angler.name },
});
