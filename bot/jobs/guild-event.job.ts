import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  type PermissionsString,
  Routes,
} from "discord.js";
import {
  type GuildEventWanted,
  keepGuildEvent,
  listGuildEvents,
} from "#core/tournaments/guild-events.service.ts";
import type { BotJob } from "../command.ts";
import type { Bot } from "../context.ts";
import { hashOf } from "../pieces.ts";
import { label, permissionWords } from "../text.ts";
import { troubleWith } from "../trouble.ts";

/** Keeps Discord's own calendar as the club's: a tournament whose lake and hours are set stands there. Holds nothing up. */
export const guildEvents: BotJob = {
  name: "guild events",
  every: 10_000,
  async run(bot) {
    if (bot.rests.has(all)) return;
    for (const wanted of await bot.app.read(bot.actor, listGuildEvents)) {
      const { tournament } = wanted;
      if (bot.rests.has(one(tournament))) continue;
      const trouble = await keep(bot, wanted).then(
        () => null,
        (error: unknown) => {
          bot.met(error);
          return troubleWith(error);
        },
      );
      if (trouble === null) continue;
      const lacking = trouble === "not-allowed" ? permissionWords(toAdd) : undefined;
      bot.log.warn({ tournament, trouble, lacking }, "an event of Discord's calendar met trouble");
      if (trouble === "passing" || trouble === "fatal") return;
      if (trouble === "refused") bot.log.error({ payload: bodyOf(wanted) }, "Discord refused an event");
      if (trouble === "refused" || trouble === "no-event") bot.rests.begin(one(tournament));
      // The others would meet the same.
      else return bot.rests.begin(all);
    }
  },
};

const all = "events";
const one = (tournament: number): string => `event ${tournament}`;
const toAdd: readonly PermissionsString[] = ["CreateEvents"];

async function keep(bot: Bot, wanted: GuildEventWanted): Promise<void> {
  const { tournament, number, drawn: before } = wanted;
  const body = bodyOf(wanted);
  const drawn = hashOf(wanted.stands ? body : "cancelled");
  if (drawn === before) return;
  const now = wanted.stands ? await stand(bot, number, body) : await cancel(bot, number);
  await bot.app.write(bot.actor, (work) => keepGuildEvent(work, { tournament, number: now, drawn }));
}

type Body = ReturnType<typeof bodyOf>;

const bodyOf = ({ name, startsAt, endsAt, lake, ramp, description }: GuildEventWanted) => ({
  name: label(name, 100),
  privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
  entity_type: GuildScheduledEventEntityType.External,
  entity_metadata: { location: label(ramp === null ? lake : `${lake}, ${ramp}`, 100) },
  scheduled_start_time: startsAt,
  scheduled_end_time: endsAt,
  description: label(description ?? "", 1_000),
});

/** Changes what stands there; what somebody took away, or ended, is made anew. */
async function stand(bot: Bot, number: string | null, body: Body): Promise<string> {
  if (number !== null) {
    try {
      await bot.client.rest.patch(Routes.guildScheduledEvent(bot.guild, number), { body });
      return number;
    } catch (error) {
      if (troubleWith(error) !== "no-event") throw error;
    }
  }
  const { id } = (await findTwin(bot, body)) ?? (await create(bot, body));
  return id;
}

const create = async (bot: Bot, body: Body): Promise<APIGuildScheduledEvent> =>
  (await bot.client.rest.post(Routes.guildScheduledEvents(bot.guild), { body })) as APIGuildScheduledEvent;

/** What was made just before the bot died, and was not noted. */
async function findTwin(bot: Bot, body: Body): Promise<APIGuildScheduledEvent | undefined> {
  const there = (await bot.client.rest.get(
    Routes.guildScheduledEvents(bot.guild),
  )) as APIGuildScheduledEvent[];
  return there.find(
    ({ name, status, creator_id: by, scheduled_start_time: start }) =>
      by === bot.client.user.id &&
      status === GuildScheduledEventStatus.Scheduled &&
      name === body.name &&
      Date.parse(start) === Date.parse(body.scheduled_start_time),
  );
}

async function cancel(bot: Bot, number: string | null): Promise<null> {
  if (number === null) return null;
  const body = { status: GuildScheduledEventStatus.Canceled };
  try {
    await bot.client.rest.patch(Routes.guildScheduledEvent(bot.guild, number), { body });
  } catch (error) {
    if (troubleWith(error) !== "no-event") throw error;
  }
  return null;
}
