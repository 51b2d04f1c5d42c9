import { DiscordAPIError, Routes } from "discord.js";
import {
  compareMemberRoles,
  forgetGivenRole,
  keepGivenRole,
  type MemberRole,
} from "#core/accounts/member-roles.service.ts";
import type { BotJob } from "../command.ts";
import type { Bot } from "../context.ts";
import { troubleWith } from "../trouble.ts";

/**
 * Lets the members' role on the server follow the club's record, one request after the other; once an hour also where an
 * officer of the server changed it by hand. Where the bot may not, nothing else waits for it.
 */
export const memberRoles: BotJob = {
  name: "member roles",
  every: 10_000,
  async run(bot) {
    if (bot.rests.has(all)) return;
    const { take, give, stand } = await bot.app.read(bot.actor, compareMemberRoles);
    const looked = bot.rests.has(comparison);
    const steps: Step[] = [
      ...take.map((one) => ({ ...one, change: takeAway })),
      ...give.map((one) => ({ ...one, change: giveTo })),
      ...(looked ? [] : stand.map((one) => ({ ...one, change: giveBack }))),
    ];
    for (const step of steps) if (!(await walk(bot, step))) return;
    if (!looked) bot.rests.begin(comparison);
  },
};

const all = "member roles";
const comparison = "member roles compared";

interface Step extends MemberRole {
  change: (bot: Bot, one: MemberRole) => Promise<void>;
}

/** Whether the next step may follow. */
async function walk(bot: Bot, { account, role, change }: Step): Promise<boolean> {
  const place = `${all} ${account}`;
  if (bot.rests.has(place)) return true;
  try {
    await change(bot, { account, role });
  } catch (error) {
    const trouble = troubleWith(error);
    if (trouble === "passing" || trouble === "fatal") throw error;
    if (!isOf(error, [notThere])) {
      // The next one would meet the same.
      bot.rests.begin(all);
      bot.log.warn({ trouble, lacking }, "the members' role could not be changed");
      return false;
    }
    // Who is not on the server may come.
    bot.rests.begin(place);
  }
  return bot.apart();
}

const notThere = 10_007;
const noSuchRole = 10_011;
const lacking = "Manage Roles, and a role of the bot's own above the members'";

async function giveTo({ client, guild, app, actor }: Bot, { account, role }: MemberRole): Promise<void> {
  await client.rest.put(Routes.guildMemberRole(guild, account, role));
  await app.write(actor, (work) => keepGivenRole(work, { account, role }));
}

/** What is gone with the account, or with the role itself, is taken away as well. */
async function takeAway({ client, guild, app, actor }: Bot, { account, role }: MemberRole): Promise<void> {
  await client.rest.delete(Routes.guildMemberRole(guild, account, role)).catch((error: unknown) => {
    if (!isOf(error, [notThere, noSuchRole])) throw error;
  });
  await app.write(actor, (work) => forgetGivenRole(work, { account }));
}

const isOf = (error: unknown, codes: readonly number[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(Number(error.code));

async function giveBack(bot: Bot, one: MemberRole): Promise<void> {
  const { client, guild } = bot;
  const { roles } = (await client.rest.get(Routes.guildMember(guild, one.account))) as { roles: string[] };
  if (!roles.includes(one.role)) await giveTo(bot, one);
}
