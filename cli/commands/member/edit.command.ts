import type { FieldEdited, MemberEdited } from "#core/membership/edit-member.service.ts";
import { defineCommand } from "../../command.ts";
import { angler, reason } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Put a person's record right: names, contact, first day, or what they are to the club.",
  description:
    "What is not said stays. Past results stay too: who was a member on the day of a tournament is kept with it.",
  parameters: {
    angler,
    name: { option: "NAME", about: "the full name", optional: true },
    publicName: { option: "NAME", about: "the name the site shows", optional: true },
    email: { option: "ADDRESS", about: "e-mail address", optional: true },
    phone: { option: "NUMBER", about: "phone number, such as +15125550123", optional: true },
    joinedOn: { option: "DAY", about: "the day they joined, such as 2024-02-01", optional: true },
    clear: {
      option: "FIELD",
      about: "a value to take away: email, phone, joined-on, or public-name (the full name then)",
      many: true,
    },
    status: {
      option: "STATUS",
      about: "what they are from now on",
      choices: ["member", "guest", "applicant", "former"],
      optional: true,
    },
    from: { option: "DAY", about: "from when the status holds (today)", optional: true },
    reason,
    sameName: { flag: "keep the new name although someone else has it" },
  },
  examples: [
    'sabc member edit "Ann Lee" --email ann@club.example --clear phone',
    'sabc member edit 12 --status former --from 2026-08-01 --reason "moved away"',
  ],
  async input({ angler: reference, clear, sameName, ...said }) {
    const { clearMemberSchema, editMemberSchema } = await import("#core/membership/membership.schemas.ts");
    const cleared = clearMemberSchema.parse({ clear }).clear.map((field) => [fieldOf[field], null]);
    return editMemberSchema.parse({
      reference,
      ...said,
      ...Object.fromEntries(cleared),
      ...(sameName ? { sameName } : {}),
    });
  },
  async run(context, input) {
    const { editMember } = await import("#core/membership/edit-member.service.ts");
    return context.write((work) => editMember(work, input));
  },
  output: (edited) => ({ json: edited, notes: notesOf(edited) }),
});

const fieldOf = {
  email: "email",
  phone: "phone",
  "joined-on": "joinedOn",
  "public-name": "publicName",
} as const;

function notesOf({ angler: { id, name }, fields, status, roles }: MemberEdited): string[] {
  const renamed = fields.find(({ field }) => field === "name")?.before;
  const member = (status?.status ?? "member") === "member";
  const changed = fields.length > 0 || status?.changed === true;
  return [
    changed ? `${name} (${id}):` : `${name} (${id}) was so already; nothing was changed.`,
    ...fields.map((edit) => `  ${told(edit)}`),
    ...(status?.changed ? [`  ${status.before ?? "nothing"} → ${status.status} from ${status.from} on`] : []),
    ...(renamed
      ? [`To go on finding them as ${renamed}: sabc member alias ${id} ${JSON.stringify(renamed)}`]
      : []),
    ...(!member && roles.length > 0
      ? [`${name} still has the role ${roles.join(", ")}: sabc member role ${id} --revoke ${roles[0]}`]
      : []),
  ];
}

const titles: Record<FieldEdited["field"], string> = {
  name: "name",
  publicName: "public name",
  email: "e-mail",
  phone: "phone",
  joinedOn: "joined",
};

const told = ({ field, before, after }: FieldEdited): string =>
  `${titles[field]}: ${before ?? "–"} → ${after ?? "–"}`;
