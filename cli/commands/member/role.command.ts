import { defineCommand } from "../../command.ts";
import { angler } from "../../familiar.ts";

export const command = defineCommand({
  summary: "Give a person a role in the club's work, or take it away.",
  description:
    "weighmaster: results, tournaments, rulings. treasurer: dues, cash, pot. editor: news, pages, events. admin: all of it, roles and polls too. Offices are another thing: sabc officer set.",
  parameters: {
    angler,
    grant: { option: "ROLE", about: "to give: admin, weighmaster, treasurer or editor", many: true },
    revoke: { option: "ROLE", about: "to take away", many: true },
  },
  examples: [
    'sabc member role "Ann Lee" --grant weighmaster',
    "sabc member role 12 --revoke treasurer --grant editor",
  ],
  async input({ angler: reference, grant, revoke }) {
    const { changeRolesSchema } = await import("#core/anglers/anglers.schemas.ts");
    return changeRolesSchema.parse({ reference, grant, revoke });
  },
  async run(context, input) {
    const { changeRoles } = await import("#core/anglers/roles.service.ts");
    return context.write((work) => changeRoles(work, input));
  },
  output: (changed) => {
    const { angler: who, roles, granted, revoked } = changed;
    const same = granted.length + revoked.length === 0;
    const now = roles.length === 0 ? "has no role" : `has the role ${roles.join(", ")}`;
    return {
      json: changed,
      notes: [`${who.name} (${who.id}) ${now}${same ? " already; nothing was changed" : " now"}.`],
    };
  },
});
