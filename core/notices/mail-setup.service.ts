import type { Config, Secret } from "../config.ts";
import type { ClubShown } from "../work.ts";
import { openMailer } from "./mail.gateway.ts";

export type MailSettings = Pick<Config, "smtpUrl" | "mailFrom">;

/** Whom mail comes from, and by which server. */
export interface Sender {
  smtpUrl: Secret;
  from: { name: string; address: string };
  /** Where answers go; null: to the sender. */
  replyTo: string | null;
}

/** What mail needs before it goes out, or a sentence that says what is missing. */
export function senderOf({ smtpUrl, mailFrom }: MailSettings, club: ClubShown | null): Sender | string {
  const address = mailFrom ?? club?.contact ?? null;
  if (smtpUrl === null) return "Mail is not set up: SMTP_URL is empty.";
  if (club === null) return "The club has no name yet.";
  if (address === null) return "Mail has no sender: set MAIL_FROM, or the club's contact address.";
  return {
    smtpUrl,
    from: { name: club.name, address },
    replyTo: club.contact !== null && club.contact !== address ? club.contact : null,
  };
}

/** Where mail goes out, without its login: `smtp.example.org:587`. */
export const mailServerOf = ({ smtpUrl }: Pick<Config, "smtpUrl">): string | null =>
  smtpUrl && new URL(smtpUrl.reveal()).host;

/** Connects to the mail server, encrypts as its URL says and logs in; unavailable, with what happened, where that fails. */
export async function checkMailServer(settings: { smtpUrl: Secret; publicUrl: URL }): Promise<void> {
  const mailer = openMailer(settings);
  try {
    await mailer.check();
  } finally {
    mailer.close();
  }
}
