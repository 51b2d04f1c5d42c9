import { authorize } from "../actor.ts";
import { notFound } from "../errors.ts";
import type { Work } from "../work.ts";
import { Club } from "./club.entity.ts";
import type { DiscordPurpose, SetDiscordChannel, SetDiscordRole } from "./seasons.schemas.ts";

/** What the club's Discord server is used for. */
export interface DiscordSettings {
  /** Purpose → the channel's number. */
  channels: { [purpose in DiscordPurpose]?: string };
  /** The role that hears when a poll opens, by its number. */
  role: string | null;
  /** The role that current members get, by its number. */
  memberRole: string | null;
  /** A hash of the commands the server was told of last. */
  commands: string | null;
}

/** Which channel is for what; nothing before the club has a name. */
export async function getDiscordSettings(work: Work): Promise<DiscordSettings> {
  const club = await work.em.findOne(Club, { id: 1 });
  return {
    channels: Object.fromEntries(Object.entries(club?.discordChannels ?? {})),
    role: club?.discordRole ?? null,
    memberRole: club?.discordMemberRole ?? null,
    commands: club?.discordCommands ?? null,
  };
}

/** Says in which channel polls stand, or where officers are asked; null takes it back. */
export async function setDiscordChannel(
  work: Work,
  { purpose, channel }: SetDiscordChannel,
): Promise<DiscordSettings> {
  authorize(work, "setDiscordChannel", { roles: [] });
  const club = await clubOf(work);
  const { [purpose]: _, ...others } = club.discordChannels ?? {};
  club.discordChannels = channel === null ? others : { ...others, [purpose]: channel };
  await work.em.flush();
  return getDiscordSettings(work);
}

/** Says which role hears when a poll opens; null: none does. */
export async function setDiscordRole(work: Work, { role }: SetDiscordRole): Promise<DiscordSettings> {
  authorize(work, "setDiscordRole", { roles: [] });
  (await clubOf(work)).discordRole = role;
  await work.em.flush();
  return getDiscordSettings(work);
}

/** Says which role current members get whose account is linked; null: none. It grants nothing in the club. */
export async function setDiscordMemberRole(work: Work, { role }: SetDiscordRole): Promise<DiscordSettings> {
  authorize(work, "setDiscordMemberRole", { roles: [] });
  (await clubOf(work)).discordMemberRole = role;
  await work.em.flush();
  return getDiscordSettings(work);
}

/** Notes which commands the server was told of; null: it is to be told again. */
export async function keepCommandsHash(work: Work, { hash }: { hash: string | null }): Promise<void> {
  authorize(work, "keepCommandsHash", { roles: [] });
  (await clubOf(work)).discordCommands = hash;
}

async function clubOf(work: Work): Promise<Club> {
  const club = await work.em.findOne(Club, { id: 1 });
  if (club === null) throw notFound("club-not-set-up", "The club has no name yet. Run sabc init.");
  return club;
}
