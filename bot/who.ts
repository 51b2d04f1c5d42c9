import { type Actor, visitor } from "#core/actor.ts";
import { findDiscordActor } from "#core/accounts/discord-link.service.ts";
import type { Work } from "#core/work.ts";
import type { Act, Gesture } from "./context.ts";

/** Who it was, by the club's record: Discord's roles give nothing. */
export const whoDid =
  ({ discordId }: Gesture) =>
  async (work: Work): Promise<Actor> =>
    (await findDiscordActor(work, { discordId })) ?? { ...visitor, channel: "discord" };

/** The same beforehand, for what asks or changes the club more than once. */
export async function actOf(gesture: Gesture): Promise<Act> {
  const { bot } = gesture;
  const actor = await bot.app.read(bot.actor, whoDid(gesture));
  return {
    ...gesture,
    actor,
    read: (verb) => bot.app.read(actor, verb),
    write: (verb) => bot.app.write(actor, verb),
  };
}
