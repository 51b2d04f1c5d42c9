import { type Interaction, SnowflakeUtil } from "discord.js";
import { visitor } from "#core/actor.ts";
import { findDiscordActor } from "#core/accounts/discord-link.service.ts";
import { notFound } from "#core/errors.ts";
import type { Answer, BotButton, BotCommand, BotModal, Offer } from "./command.ts";
import type { Act, Bot } from "./context.ts";
import { readCustomId } from "./custom-id.ts";
import { answerOnce, type Answerable, offerOnce } from "./reply.ts";
import type { Registry } from "./registry.ts";
import { Turns } from "./turns.ts";

// As many as the database has connections for.
const turns = new Turns(10);

/** Finds out who did what, lets it be done, and says what came of it: the one way for all that is done on Discord. */
export async function route(bot: Bot, interaction: Interaction, registry: Registry): Promise<void> {
  if (interaction.guildId !== bot.guild) return;
  if (interaction.isAutocomplete()) {
    const { commandName, options } = interaction;
    const { name, value } = options.getFocused(true);
    const command = commandOf(registry, commandName);
    return offerOnce(bot, interaction, async () => {
      const act = await actOf(bot, interaction);
      return (await command?.complete?.(act, { name, typed: value, options })) ?? none;
    });
  }
  const found = findDeed(interaction, registry);
  if (found === null) return;
  const { on, opensForm, run } = found;
  const work = () => turns.take(async () => run(await actOf(bot, on)));
  return answerOnce(bot, on, { opensForm, work });
}

const none: Offer[] = [];

interface Deed {
  on: Answerable;
  opensForm: boolean;
  run: (act: Act) => Promise<Answer>;
}

/** What is to be done; null for a kind of deed that nothing of the bot's leads to. */
function findDeed(interaction: Interaction, registry: Registry): Deed | null {
  if (interaction.isChatInputCommand()) {
    const command = commandOf(registry, interaction.commandName) ?? unknown;
    const run = (act: Act) => command.run(act, interaction.options);
    return { on: interaction, opensForm: command.opensForm === true, run };
  }
  if (interaction.isButton() || interaction.isStringSelectMenu() || interaction.isChannelSelectMenu()) {
    const press = readCustomId(interaction.customId);
    const button = registry.buttons.find(({ verb }) => verb === press?.verb) ?? unknown;
    const picked = interaction.isButton() ? [] : interaction.values;
    const run = async (act: Act) => (press === null ? notOurs() : button.press(act, { ...press, picked }));
    return { on: interaction, opensForm: button.opensForm === true, run };
  }
  if (interaction.isModalSubmit()) {
    const sent = readCustomId(interaction.customId);
    const modal = registry.modals.find(({ verb }) => verb === sent?.verb) ?? unknown;
    const { fields } = interaction;
    const run = async (act: Act) => (sent === null ? notOurs() : modal.submit(act, { ...sent, fields }));
    return { on: interaction, opensForm: false, run };
  }
  return null;
}

const commandOf = ({ commands }: Registry, name: string): BotCommand | undefined =>
  commands.find(({ definition }) => definition.name === name);

type Who = Pick<Interaction, "id" | "user" | "channelId">;

/** Who it was, by the club's record: Discord's roles give nothing. */
async function actOf(bot: Bot, { id, user, channelId }: Who): Promise<Act> {
  const linked = await bot.app.read(bot.actor, (work) => findDiscordActor(work, { discordId: user.id }));
  const actor = linked ?? { ...visitor, channel: "discord" };
  return {
    bot,
    actor,
    discordId: user.id,
    discordName: user.username,
    channel: channelId ?? "",
    request: id,
    clickedAt: new Date(SnowflakeUtil.timestampFrom(id)).toISOString(),
    read: (verb) => bot.app.read(actor, verb),
    write: (verb) => bot.app.write(actor, verb),
  };
}

const notOurs = (): never => {
  throw notFound("not-ours", "This button or form is of another time.");
};

/** Stands for what an older or a newer bot knew. */
const unknown: Pick<BotCommand, "opensForm" | "run"> & Pick<BotButton, "press"> & Pick<BotModal, "submit"> = {
  run: async () => notOurs(),
  press: async () => notOurs(),
  submit: async () => notOurs(),
};
