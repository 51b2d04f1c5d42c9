import { senderOf } from "#core/notices/mail-setup.service.ts";
import type { Answer, BotButton, BotCommand } from "../command.ts";
import type { Act } from "../context.ts";
import { codeForm, emailForm, linkedAlreadyFace, noMailFace } from "../messages/link.message.ts";

export const link: BotCommand = {
  definition: { name: "link", description: "Say who you are in the club, so that you can vote here" },
  opensForm: true,
  run: open,
};

export const linkButtons: BotButton[] = [
  { verb: "link", opensForm: true, press: open },
  { verb: "code", opensForm: true, press: () => Promise.resolve({ form: codeForm() }) },
];

/** The form, unless they are linked, or no code could reach anybody. */
async function open(act: Act): Promise<Answer> {
  const { actor, bot, discordId } = act;
  if (actor.anglerId !== null) return { face: linkedAlreadyFace(actor) };
  const club = await act.read((work) => Promise.resolve(work.club));
  const sends = typeof senderOf(bot.config, club) !== "string";
  return sends ? { form: emailForm() } : { face: noMailFace({ discordId }) };
}
