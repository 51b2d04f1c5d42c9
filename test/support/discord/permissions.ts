import { type APIGuildMember, PermissionFlagsBits as May } from "discord.js";
import { Refused } from "./refused.ts";
import type { World } from "./world.ts";
import type { Channel } from "./kept.ts";

const everything = Object.values(May).reduce((all, bit) => all | bit, 0n);

/** What a member may do in a channel, or in the guild, by Discord's rules of roles and overwrites. */
export function permissionsOf(world: World, member: APIGuildMember, channel?: Channel): bigint {
  if (member.user.id === world.ownerId) return everything;
  const roles = [world.guildId, ...member.roles];
  const base = roles.reduce((all, id) => all | BigInt(world.roles.get(id)?.permissions ?? 0), 0n);
  if ((base & May.Administrator) !== 0n) return everything;
  const { overwrites } = channel?.parent ?? channel ?? { overwrites: new Map<string, never>() };
  const forAll = overwrites.get(world.guildId);
  const forRoles = member.roles
    .map((id) => overwrites.get(id))
    .filter((overwrite) => overwrite !== undefined);
  let may = (base & ~(forAll?.deny ?? 0n)) | (forAll?.allow ?? 0n);
  for (const { deny } of forRoles) may &= ~deny;
  for (const { allow } of forRoles) may |= allow;
  return (may & May.ViewChannel) === 0n && channel !== undefined ? 0n : may;
}

/** Refuses the bot with 50001 when it does not see the channel, with 50013 when it may not do that there. */
export function demand(world: World, bits: bigint, channel?: Channel): void {
  const may = world.expelled ? 0n : permissionsOf(world, botMember(world), channel);
  if (channel !== undefined && (may & May.ViewChannel) === 0n) throw new Refused(50001);
  if ((may & bits) !== bits) throw new Refused(50013);
}

export const botMember = (world: World): APIGuildMember => world.members.get(world.bot.id)!;

export const maySee = (world: World, member: APIGuildMember, channel: Channel): boolean =>
  (permissionsOf(world, member, channel) & May.ViewChannel) !== 0n;
