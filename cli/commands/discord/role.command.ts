import { invalid } from "#core/errors.ts";
import { defineCommand } from "../../command.ts";

export const command = defineCommand({
  summary: "Say which role of the Discord server hears it when a poll opens, or which one members get.",
  description:
    "The one is pinged once for each poll. The other follows the club's record: current members whose account is linked get it from the bot, which needs Manage Roles and a role of its own above it. Roles on Discord give no say in the club.",
  parameters: {
    role: { argument: "the role's number, 17 to 20 digits", optional: true },
    none: { flag: "none any more" },
    members: { flag: "the role that members get" },
  },
  examples: ["sabc discord role 180000000000000001", "sabc discord role 180000000000000002 --members"],
  async input({ role, none, members }) {
    if ((role === undefined) !== none) throw invalid("role-not-said", "Give the role's number, or --none.");
    const { setDiscordRoleSchema } = await import("#core/seasons/seasons.schemas.ts");
    return { members, ...setDiscordRoleSchema.parse({ role: role ?? null }) };
  },
  async run(context, { members, role }) {
    const { setDiscordMemberRole, setDiscordRole } = await import("#core/seasons/discord.service.ts");
    return context.write((work) => (members ? setDiscordMemberRole : setDiscordRole)(work, { role }));
  },
  output: (settings, { members }) => ({
    json: settings,
    notes: [members ? given(settings) : heard(settings)],
  }),
});

interface Roles {
  role: string | null;
  memberRole: string | null;
}

const heard = ({ role }: Roles): string =>
  role === null ? "Nobody is pinged when a poll opens." : `The role ${role} hears it when a poll opens.`;

const given = ({ memberRole }: Roles): string =>
  memberRole === null
    ? "No role follows the club's record; the bot takes it from those it gave it to."
    : `Current members with a linked account get the role ${memberRole} from the bot.`;
