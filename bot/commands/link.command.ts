import type { BotButton, BotCommand } from "../command.ts";
import { codeForm, emailForm, linkedAlreadyFace, noMailFace } from "../messages/link.message.ts";
import type { Act } from "../context.ts";
import type { Answer } from "../command.ts";

export const link: BotCommand = {
  definition: { name: "link", description: "Say who you are in the club, so that you can vote here" },
  opensForm: true,
  run: (act) => Promise.resolve(open(act)),
};

export const linkButtons: BotButton[] = [
  { verb: "link", opensForm: true, press: (act) => Promise.resolve(open(act)) },
  { verb: "code", opensForm: true, press: () => Promise.resolve({ form: codeForm() }) },
];

function open({ actor, bot, discordId }: Act): Answer {
  if (actor.anglerId !== null) return { face: linkedAlreadyFace(actor) };
  return bot.config.smtpUrl === null ? { face: noMailFace({ discordId }) } : { form: emailForm() };
}
