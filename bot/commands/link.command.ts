import { findLinkCode } from "#core/accounts/link-code.service.ts";
import { senderOf } from "#core/notices/mail-setup.service.ts";
import type { Answer, BotButton, BotCommand } from "../command.ts";
import type { Act } from "../context.ts";
import {
  codeForm,
  codeWaitsFace,
  emailForm,
  linkedAlreadyFace,
  noMailFace,
} from "../messages/link.message.ts";

export const link: BotCommand = {
  definition: { name: "link", description: "Say who you are in the club, so that you can vote here" },
  opensForm: true,
  run: (act) => open(act, { anew: false }),
};

export const linkButtons: BotButton[] = [
  { verb: "link", opensForm: true, press: (act, { numbers: [anew] }) => open(act, { anew: anew === 1 }) },
  { verb: "code", opensForm: true, press: () => Promise.resolve({ form: codeForm() }) },
];

/** The form, unless they are linked, a code waits for them, or none could reach anybody. */
async function open(act: Act, { anew }: { anew: boolean }): Promise<Answer> {
  const { actor, bot, discordId } = act;
  if (actor.anglerId !== null) return { face: linkedAlreadyFace(actor) };
  const { club, waiting } = await act.read(async (work) => ({
    club: work.club,
    waiting: await findLinkCode(work, { discordId }),
  }));
  if (waiting !== null && !anew) return { face: codeWaitsFace(waiting) };
  const sends = typeof senderOf(bot.config, club) !== "string";
  return sends ? { form: emailForm() } : { face: noMailFace({ discordId }) };
}
