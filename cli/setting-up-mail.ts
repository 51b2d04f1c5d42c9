import type { Config } from "#core/config.ts";
import { loadConfig, Secret } from "#core/config.ts";
import { checkMailServer, mailServerOf, senderOf } from "#core/notices/mail-setup.service.ts";
import { countNotices } from "#core/notices/notices.service.ts";
import type { Context } from "./context.ts";
import { counted } from "./exact.ts";
import { keepSettings, readAddress, type Setup, type Step } from "./setting-up.ts";

/** The mail server and the sender, where there are any; a server that does not answer, or does not know the login, is not kept. */
export async function settleMail(
  context: Context,
  { setup, isNew }: { setup: Setup; isNew: boolean },
): Promise<Step[]> {
  const before = await context.config();
  const url = await wantedServer(context, { setup, isNew });
  const wanted = {
    ...(url === null || url === before.smtpUrl?.reveal() ? {} : { SMTP_URL: url }),
    ...(setup.mailFrom === undefined ? {} : { MAIL_FROM: setup.mailFrom }),
  };
  if (url !== null) await tryServer(before, wanted);
  const written = await keepSettings(context, wanted);
  const { smtpUrl } = await context.config();
  if (smtpUrl === null && written.length === 0) return [];
  return [{ step: "mail", done: written.length > 0, found: await mailWords(context) }];
}

/** What there is of mail, and what it still needs. */
async function mailWords(context: Context): Promise<string> {
  const config = await context.config();
  const { club, waiting } = await context.read(async (work) => ({
    club: work.club,
    waiting: (await countNotices(work)).waiting,
  }));
  const sender = senderOf(config, club);
  const left = waiting === 0 ? "" : `; ${counted(waiting, "notice")} waiting`;
  if (config.smtpUrl === null) return `not set up${left}`;
  if (typeof sender === "string") return `${mailServerOf(config)}, but there is no sender yet${left}`;
  return `from ${sender.from.address} by ${mailServerOf(config)}${left}`;
}

/** Asked once, when the club is made. */
async function wantedServer(
  context: Context,
  { setup: { smtpUrlFile }, isNew }: { setup: Setup; isNew: boolean },
): Promise<string | null> {
  if (smtpUrlFile !== undefined) return readAddress(smtpUrlFile, context, "a mail server");
  const { smtpUrl } = await context.config();
  if (!isNew || smtpUrl !== null || !context.prompts.interactive) return null;
  const typed = await context.prompts.secret(
    "Which server sends the club's mail (smtps://user:password@host:465)? (Enter for none yet)",
  );
  return typed.trim() === "" ? null : typed.trim();
}

async function tryServer(config: Config, changes: Record<string, string>): Promise<void> {
  const env = { SMTP_URL: config.smtpUrl?.reveal(), ...changes };
  const { smtpUrl, publicUrl } = { ...loadConfig({ home: config.home, env }), publicUrl: config.publicUrl };
  await checkMailServer({ smtpUrl: smtpUrl ?? new Secret(""), publicUrl });
}
