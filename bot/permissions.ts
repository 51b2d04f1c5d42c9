import {
  type APIChannel,
  type APIGuildMember,
  type APIRole,
  OverwriteType,
  PermissionsBitField,
  type PermissionsString,
} from "discord.js";

/** What the bot needs to post in a channel and to reply to what it has posted there. */
const needed: readonly PermissionsString[] = ["ViewChannel", "SendMessages", "ReadMessageHistory"];

interface Standing {
  guild: string;
  me: string;
  roles: readonly APIRole[];
  member: Pick<APIGuildMember, "roles">;
}

/** What the bot lacks in a channel, as Discord reckons it: everyone's, its roles', then what the channel says of them. */
export function missingIn(channel: APIChannel, { guild, me, roles, member }: Standing): PermissionsString[] {
  const own = [guild, ...member.roles];
  let may = roles
    .filter(({ id }) => own.includes(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  const overwrites = "permission_overwrites" in channel ? (channel.permission_overwrites ?? []) : [];
  const applied = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && member.roles.includes(id)),
    overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === me),
  ];
  for (const some of applied) {
    for (const { deny } of some) may &= ~BigInt(deny);
    for (const { allow } of some) may |= BigInt(allow);
  }
  return new PermissionsBitField(may).missing(needed);
}
