import { officersCommand } from "../subcommands.ts";
import { clubChannels } from "./club/channels.command.ts";
import { clubCheck } from "./club/check.command.ts";
import { clubLinkMember } from "./club/link-member.command.ts";
import { clubMemberRole } from "./club/member-role.command.ts";
import { clubPing } from "./club/ping.command.ts";
import { clubUnlinkMember } from "./club/unlink-member.command.ts";

export const club = officersCommand({ name: "club", description: "The club on this server, for officers" }, [
  clubLinkMember,
  clubUnlinkMember,
  clubChannels,
  clubPing,
  clubMemberRole,
  clubCheck,
]);
