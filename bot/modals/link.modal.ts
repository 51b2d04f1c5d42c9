import { askLinkCodeSchema, tryLinkCodeSchema } from "#core/accounts/accounts.schemas.ts";
import { askLinkCode, tryLinkCode } from "#core/accounts/link-code.service.ts";
import { DomainError } from "#core/errors.ts";
import { deliverNotices } from "#core/notices/deliver.service.ts";
import type { BotModal } from "../command.ts";
import type { Act, Bot } from "../context.ts";
import { typed, understood } from "../form.ts";
import {
  codeAskedFace,
  codeRefusedFace,
  linkedAlreadyFace,
  linkedFace,
  wrongCodeFace,
} from "../messages/link.message.ts";
import { moment } from "../text.ts";
import { faultOf } from "../trouble.ts";

const email: BotModal = {
  verb: "link",
  async submit({ bot, discordId, discordName }, { fields }) {
    const known = askLinkCodeSchema.shape.discordName.safeParse(discordName).data;
    const input = understood(askLinkCodeSchema, {
      discordId,
      email: typed(fields, "email") ?? "",
      ...(known === undefined ? {} : { discordName: known }),
    });
    try {
      const asked = await bot.app.write(bot.actor, (work) => askLinkCode(work, input));
      mailAtOnce(bot);
      return { face: codeAskedFace(asked) };
    } catch (error) {
      return { face: refused(error) };
    }
  },
};

const code: BotModal = {
  verb: "code",
  async submit(act, { fields }) {
    const { bot, discordId } = act;
    const input = understood(tryLinkCodeSchema, { discordId, code: typed(fields, "code") ?? "" });
    try {
      const tried = await bot.app.write(bot.actor, (work) => tryLinkCode(work, input));
      return { face: tried.outcome === "linked" ? linkedFace(tried.angler) : wrongCodeFace(tried) };
    } catch (error) {
      return { face: await refusedCode(act, error) };
    }
  },
};

export const linkModals: BotModal[] = [email, code];

/**
 * Somebody waits for the code before their screen: it does not wait for the next `sabc run due`. Sent beside the
 * answer, which takes as long as where nobody is mailed; what fails here is sent by that run.
 */
function mailAtOnce({ app, actor, config, log }: Bot): void {
  void deliverNotices(app, { actor, settings: config, purpose: "discord-code" }).then(
    ({ obstacle }) => obstacle && log.warn({ obstacle: obstacle.kind }, waits),
    (error: unknown) => log.warn({ fault: faultOf(error) }, waits),
  );
}

const waits = "a code waits for the next run of what is due";

/** A code is tried by an account that may be linked by then: by another click, or by an officer. */
async function refusedCode({ actor }: Act, error: unknown) {
  if (actor.anglerId !== null && isCode(error, "link-code-none")) return linkedAlreadyFace(actor);
  return refused(error);
}

function refused(error: unknown) {
  if (!(error instanceof DomainError)) throw error;
  const words = sentences[error.code]?.(error.details ?? {});
  if (words === undefined) throw error;
  return codeRefusedFace(words);
}

const isCode = (error: unknown, code: string): boolean => error instanceof DomainError && error.code === code;

const sentences: Record<string, (details: Record<string, unknown>) => string> = {
  "linked-already": () => "Your Discord account is linked already. Not you? /unlink, then link it again.",
  "link-codes-too-many": ({ again }) =>
    `You have asked for a code five times within an hour. Ask again ${typeof again === "string" ? moment(again, "R") : "later"}, or ask an officer to link you.`,
  "link-code-none": () => "No code waits for your Discord account: ask for one.",
  "link-code-expired": () => "The code is older than ten minutes: ask for a new one.",
  "link-code-used-up": () =>
    "This code was tried five times and is good for nothing any more: ask for a new one.",
  "angler-linked-already": () =>
    "The code is right, but your record in the club is linked to another Discord account. /unlink there first, or ask an officer to take it away.",
  "discord-account-taken": () => "Your Discord account is linked to someone else by now. /unlink first.",
};
