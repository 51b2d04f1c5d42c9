import {
  type APIChannel,
  type APIGuildMember,
  type APIRole,
  type Client,
  OverwriteType,
  PermissionsBitField,
  type PermissionsString,
} from "discord.js";

/** What the bot needs to post in a channel and to reply to what it has posted there. */
export const toPost: readonly PermissionsString[] = ["ViewChannel", "SendMessages", "ReadMessageHistory"];

/** What the bot that is on line lacks in a channel; null where it does not see it, or it is gone. */
export function lackingIn(
  client: Client,
  { channel: id, needed = toPost }: { channel: string; needed?: readonly PermissionsString[] },
): readonly PermissionsString[] | null {
  const channel = client.channels.cache.get(id);
  if (channel === undefined || channel.isDMBased()) return null;
  const { me } = channel.guild.members;
  const may = me === null ? null : channel.permissionsFor(me);
  return may?.has(PermissionsBitField.Flags.ViewChannel) === true ? may.missing([...needed]) : null;
}

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
  return new PermissionsBitField(may).missing([...toPost]);
}
