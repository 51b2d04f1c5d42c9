import { type Interaction, SnowflakeUtil } from "discord.js";
import { notFound } from "#core/errors.ts";
import type { Answer, BotButton, BotCommand, BotModal, Offer } from "./command.ts";
import type { Bot, Gesture } from "./context.ts";
import { readCustomId } from "./custom-id.ts";
import { answerOnce, type Answerable, offerOnce } from "./reply.ts";
import type { Registry } from "./registry.ts";
import { Turns } from "./turns.ts";
import { actOf } from "./who.ts";

// Four keep two processors busy, and a database that is far away; more take each other's time, and the site's connections.
const turns = new Turns(4);

/** Finds out who did what, lets it be done, and says what came of it: the one way for all that is done on Discord. */
export async function route(bot: Bot, interaction: Interaction, registry: Registry): Promise<void> {
  if (interaction.guildId !== bot.guild) return;
  if (interaction.isAutocomplete()) {
    const { commandName, options } = interaction;
    const { name, value } = options.getFocused(true);
    const command = commandOf(registry, commandName);
    return offerOnce(bot, interaction, async () => {
      const act = await actOf(gestureOf(bot, interaction));
      return (await command?.complete?.(act, { name, typed: value, options })) ?? none;
    });
  }
  const found = findDeed(interaction, registry);
  if (found === null) return;
  const { on, opensForm, run } = found;
  const work = () => turns.take(() => run(gestureOf(bot, on)));
  return answerOnce(bot, on, { opensForm, work });
}

const none: Offer[] = [];

interface Deed {
  on: Answerable;
  opensForm: boolean;
  run: (by: Gesture) => Promise<Answer>;
}

/** What is to be done; null for a kind of deed that nothing of the bot's leads to. */
function findDeed(interaction: Interaction, registry: Registry): Deed | null {
  if (interaction.isChatInputCommand()) {
    const command = commandOf(registry, interaction.commandName) ?? unknown;
    const run = async (by: Gesture) => command.run(await actOf(by), interaction.options);
    return { on: interaction, opensForm: command.opensForm === true, run };
  }
  if (interaction.isButton() || interaction.isStringSelectMenu() || interaction.isChannelSelectMenu()) {
    const press = readCustomId(interaction.customId);
    const button = registry.buttons.find(({ verb }) => verb === press?.verb) ?? unknown;
    const picked = interaction.isButton() ? [] : interaction.values;
    const run = async (by: Gesture) => {
      if (press === null) return notOurs();
      const pressed = { ...press, picked };
      return "findsOut" in button ? button.press(by, pressed) : button.press(await actOf(by), pressed);
    };
    return { on: interaction, opensForm: "opensForm" in button, run };
  }
  if (interaction.isModalSubmit()) {
    const sent = readCustomId(interaction.customId);
    const modal = registry.modals.find(({ verb }) => verb === sent?.verb) ?? unknown;
    const { fields } = interaction;
    const run = async (by: Gesture) =>
      sent === null ? notOurs() : modal.submit(await actOf(by), { ...sent, fields });
    return { on: interaction, opensForm: false, run };
  }
  return null;
}

const commandOf = ({ commands }: Registry, name: string): BotCommand | undefined =>
  commands.find(({ definition }) => definition.name === name);

const gestureOf = (
  bot: Bot,
  { id, user, channelId }: Pick<Interaction, "id" | "user" | "channelId">,
): Gesture => ({
  bot,
  discordId: user.id,
  discordName: user.username,
  channel: channelId ?? "",
  request: id,
  clickedAt: new Date(SnowflakeUtil.timestampFrom(id)).toISOString(),
});

const notOurs = (): never => {
  throw notFound("not-ours", "This button or form is of another time.");
};

/** Stands for what an older or a newer bot knew. */
const unknown: Pick<BotCommand, "opensForm" | "run"> & Pick<BotButton, "press"> & Pick<BotModal, "submit"> = {
  run: async () => notOurs(),
  press: async () => notOurs(),
  submit: async () => notOurs(),
};
