import { authorize } from "../actor.ts";
import { findCurrentMembers } from "../membership/current.service.ts";
import { getDiscordSettings } from "../seasons/discord.service.ts";
import type { Work } from "../work.ts";
import { DiscordLink } from "./discord-link.entity.ts";
import { GivenRole } from "./given-role.entity.ts";

/** A role on the Discord server, and the account that has it or is to have it. */
export interface MemberRole {
  account: string;
  role: string;
}

/** How the members' role on the server stands with the club's record. */
export interface MemberRoles {
  /** To be taken away first: of who is no current member, is linked no more, or is to have another. */
  take: MemberRole[];
  give: MemberRole[];
  /** Given before, as it should be. */
  stand: MemberRole[];
}

/** Who is to have the members' role: the current members whose account is linked. It grants nothing in the club. */
export async function compareMemberRoles(work: Work, _: object = {}): Promise<MemberRoles> {
  const { memberRole } = await getDiscordSettings(work);
  const given = await work.em.find(GivenRole, {}, { orderBy: { id: "asc" } });
  const wanted = memberRole === null ? new Set<string>() : await findMembersAccounts(work);
  const rightly = ({ account, role }: MemberRole): boolean => role === memberRole && wanted.has(account);
  const stand = given.filter(rightly).map(shown);
  const has = new Set(stand.map(({ account }) => account));
  return {
    take: given.filter((one) => !rightly(one)).map(shown),
    give:
      memberRole === null
        ? []
        : [...wanted.difference(has)].map((account) => ({ account, role: memberRole })),
    stand,
  };
}

/** Notes that an account has a role from the bot. */
export async function keepGivenRole(work: Work, { account, role }: MemberRole): Promise<void> {
  authorize(work, "keepGivenRole", { roles: [] });
  const kept = await work.em.findOne(GivenRole, { account });
  if (kept === null) work.em.create(GivenRole, { account, role });
  else kept.role = role;
}

/** Notes that an account has no role from the bot any more. */
export async function forgetGivenRole(work: Work, { account }: Pick<MemberRole, "account">): Promise<void> {
  authorize(work, "keepGivenRole", { roles: [] });
  await work.em.nativeDelete(GivenRole, { account });
}

async function findMembersAccounts(work: Work): Promise<Set<string>> {
  const members = await findCurrentMembers(work);
  const links = await work.em.find(
    DiscordLink,
    { angler: { $in: [...members] } },
    { orderBy: { id: "asc" } },
  );
  return new Set(links.map(({ account }) => account));
}

const shown = ({ account, role }: MemberRole): MemberRole => ({ account, role });
