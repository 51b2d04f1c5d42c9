import type { MemberImported } from "#core/membership/import-members.service.ts";
import { columnsOf } from "../../columns.ts";
import { defineCommand } from "../../command.ts";
import { type Section, table } from "../../output.ts";
import { peopleFileParameters, readPeopleFile } from "../../people-file.ts";

export const command = defineCommand({
  summary: "Import people from a CSV or JSON file: all of it or nothing.",
  description:
    "Who is meant is found by id, e-mail, name and alias, and never guessed. What a file leaves blank stays as it is, nothing is taken away, and the same file again changes nothing. The columns are in cli/README.md, a file to fill in comes from sabc member export --template.",
  parameters: {
    file: { argument: "the CSV or JSON file; - for stdin" },
    create: { flag: "add everyone the club does not know" },
    status: {
      option: "STATUS",
      about: "what they are who are new and of whom the file does not say it",
      choices: ["guest", "applicant", "member", "former"],
      optional: true,
    },
    ...peopleFileParameters,
  },
  examples: [
    "sabc member import members.csv --dry-run",
    'sabc member import theirs.csv --create --status member --column "name=Full name" --ignore Town',
  ],
  rehearsable: true,
  async input({ create, status, ...given }, context) {
    const { memberStatusSchema } = await import("#core/membership/member-file.schemas.ts");
    return {
      ...(await readPeopleFile(given, context)),
      create,
      status: memberStatusSchema.optional().parse(status),
    };
  },
  async run(context, input) {
    const { importMembers } = await import("#core/membership/import-members.service.ts");
    return context.write((work) => importMembers(work, input));
  },
  output: ({ added, changed, same }) => ({
    json: { added, changed, same },
    sections: [...section(added, "Added"), ...section(changed, "Changed")],
    notes: [
      added.length + changed.length === 0
        ? `Nothing to do: the club knows all ${same} as the file says.`
        : `${added.length} added, ${changed.length} changed, ${same} as they were.`,
      ...rolesNote([...added, ...changed]),
    ],
  }),
});

type Line = MemberImported["fields"][number] & Pick<MemberImported, "id" | "name">;

/** Field by field, each with whose it is. */
function section(people: MemberImported[], title: string): Section[] {
  const lines = people.flatMap(({ id, name, fields }) =>
    fields.map((field): Line => ({ id, name, ...field })),
  );
  return lines.length === 0 ? [] : [table(title === "Added" ? addedColumns : changedColumns, lines, title)];
}

/** Whoever may do more from now on is named: nobody gets there by a slip of a file. */
function rolesNote(people: MemberImported[]): string[] {
  const given = people.flatMap(({ name, fields }) =>
    fields.filter(({ field }) => field === "role").map(({ after }) => `${name} ${after}`),
  );
  return given.length === 0 ? [] : [`Roles given: ${given.join(", ")}.`];
}

const fields: Record<Line["field"], string> = {
  name: "name",
  publicName: "public name",
  email: "e-mail",
  phone: "phone",
  joinedOn: "joined",
  status: "status",
  alias: "alias",
  role: "role",
  office: "office",
};

const whose = {
  id: { kind: "count", spare: true },
  name: "text",
  field: { kind: "word", value: ({ field }: Line) => fields[field] },
} as const;

const addedColumns = columnsOf<Line>({ ...whose, after: { header: "Is" } });
const changedColumns = columnsOf<Line>({ ...whose, before: { header: "Was" }, after: { header: "Is" } });
