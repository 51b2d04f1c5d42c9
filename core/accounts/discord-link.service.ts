import type { Actor } from "../actor.ts";
import { authorize, isOfficer } from "../actor.ts";
import { Angler } from "../anglers/angler.entity.ts";
import { type AnglerFound, resolveAngler, resolvePerson } from "../anglers/anglers.service.ts";
import { conflict, forbidden, notFound } from "../errors.ts";
import { findCurrentMembers } from "../membership/current.service.ts";
import type { Work } from "../work.ts";
import type { LinkDiscord, UnlinkDiscord } from "./accounts.schemas.ts";
import { DiscordLink } from "./discord-link.entity.ts";
import { findHolder } from "./discord-link.queries.ts";

/** Whose account it is now; `changed` is false where it was so already. */
export interface DiscordLinked {
  angler: AnglerFound;
  discordId: string;
  changed: boolean;
}

/** Says that a Discord account is an angler's. Refused while the angler has another, or the account is another's. */
export async function linkDiscord(
  work: Work,
  { angler: reference, discordId }: LinkDiscord,
): Promise<DiscordLinked> {
  authorize(work, "linkDiscord", { roles: [] });
  const angler = await resolvePerson(work, { reference });
  const [held] = await work.em.find(DiscordLink, { $or: [{ angler: angler.id }, { account: discordId }] });
  if (held?.angler.id === angler.id && held.account === discordId)
    return { angler, discordId, changed: false };
  if (held !== undefined) throw await alreadyLinked(work, { held, angler });
  work.em.create(DiscordLink, { angler: work.em.getReference(Angler, angler.id), account: discordId });
  await work.em.flush();
  return { angler, discordId, changed: true };
}

/** Takes the Discord account of an angler away: their own wish, or an admin's. Votes already cast stay. */
export async function unlinkDiscord(
  work: Work,
  { angler: reference }: UnlinkDiscord,
): Promise<DiscordLinked> {
  const angler = await resolveAngler(work, { reference });
  authorize(work, "unlinkDiscord", { roles: [], self: angler.id });
  const held = await work.em.findOne(DiscordLink, { angler: angler.id });
  if (held === null) throw notFound("not-linked", `${angler.name} has no Discord account linked.`);
  work.em.remove(held);
  await work.em.flush();
  return { angler, discordId: held.account, changed: true };
}

/** How many of the current members may vote on Discord; for officers. */
export async function countLinkedMembers(
  work: Work,
  _: object = {},
): Promise<{ linked: number; members: number }> {
  if (!isOfficer(work.actor)) throw forbidden("officers-only", "Who is linked is for the club's officers.");
  const members = await findCurrentMembers(work);
  const linked = await work.em.count(DiscordLink, { angler: { $in: [...members] } });
  return { linked, members: members.size };
}

/** The angler behind a Discord account, with the roles the club gave them; null where none is linked. */
export async function findDiscordActor(
  work: Work,
  { discordId }: { discordId: string },
): Promise<Actor | null> {
  const holder = await findHolder(work, { account: discordId });
  if (holder === null) return null;
  const { id, name, roles } = holder;
  return { kind: "angler", name, channel: "discord", anglerId: id, roles };
}

async function alreadyLinked(work: Work, { held, angler }: { held: DiscordLink; angler: AnglerFound }) {
  if (held.angler.id === angler.id) {
    return conflict(
      "angler-linked-already",
      `${angler.name} has the Discord account ${held.account}. Take that away first: sabc member unlink ${angler.id}.`,
    );
  }
  const { id, name } = await work.em.findOneOrFail(Angler, held.angler.id);
  return conflict(
    "discord-account-taken",
    `This Discord account is ${name}'s (${id}). Take it away first: sabc member unlink ${id}.`,
  );
}
