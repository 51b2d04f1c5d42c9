import { createTransport, type Transporter } from "nodemailer";
import type { Config, Secret } from "../config.ts";
import { unavailable } from "../errors.ts";

/** One mail to one person. */
export interface Mail {
  /** Fixed for each notice, so that a server or a reader recognises the second copy. */
  messageId: string;
  date: Date;
  from: { name: string; address: string };
  /** Where answers go; null: to the sender. */
  replyTo: string | null;
  /** An address and nothing else; looked at strictly here. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one post ends such mail; null: it is always sent. */
  unsubscribe: string | null;
}

/**
 * accepted: the server has it · later: it will not take this mail now (4xx) · refused: it never will (5xx) · away:
 * nothing can be sent at all: not reached, hung up, no encryption, login or sender not accepted.
 */
export type Verdict = { kind: "accepted" } | { kind: "later" | "refused" | "away"; failure: string };

export interface Mailer {
  send(mail: Mail): Promise<Verdict>;
  /** Connects, greets, encrypts as the URL says and logs in; unavailable when one of these fails. */
  check(): Promise<void>;
  close(): void;
}

/** Milliseconds. A server that drips its answers is given up at the last one. */
const patience = { connect: 10_000, greeting: 10_000, silence: 20_000, mail: 45_000, check: 8_000 };

/** One connection to the club's mail server, opened with the first mail. */
export function openMailer(
  { smtpUrl, publicUrl }: Pick<Config, "publicUrl"> & { smtpUrl: Secret },
  limits = patience,
): Mailer {
  const server = new URL(smtpUrl.reveal());
  const secrets = [server.username, server.password].map(decodeURIComponent).filter((each) => each !== "");
  const transport = createTransport({
    ...whereTo(server, publicUrl),
    pool: true,
    maxConnections: 1,
    // Only where not a byte of the mail was sent: it goes on over a new connection.
    maxRequeues: 1,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    dnsTimeout: limits.connect,
    socketTimeout: limits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: (mail) => send(transport, { mail, secrets, limit: limits.mail }),
    check: () => check(transport, { server, secrets, limit: limits.check }),
    close: () => transport.close({ force: true }),
  };
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** `smtps` is encrypted from the start; `smtp` must become so, but on this machine and where `?tls=off` is said. */
function whereTo(server: URL, publicUrl: URL) {
  const { protocol, hostname, port, username, password, search } = server;
  const secure = protocol === "smtps:";
  const mayBePlain = loopback.has(hostname) || search === "?tls=off";
  return {
    host: hostname.replaceAll(/^\[|\]$/g, ""),
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !mayBePlain,
    ignoreTLS: !secure && mayBePlain,
    // How this machine introduces itself; a mail server hardly believes in localhost.
    ...(loopback.has(publicUrl.hostname) ? {} : { name: publicUrl.hostname }),
    tls: { minVersion: "TLSv1.2" as const },
    ...(username === ""
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  };
}

// ASCII only and one address only: what a header or a list of recipients could be made of is no part of it.
const local = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

function isPlainAddress(text: string): boolean {
  const [name = "", host = "", ...rest] = text.split("@");
  return (
    rest.length === 0 && name.length <= 64 && text.length <= 254 && local.test(name) && domain.test(host)
  );
}

async function send(
  transport: Transporter,
  { mail, secrets, limit }: { mail: Mail; secrets: string[]; limit: number },
): Promise<Verdict> {
  if (!isPlainAddress(mail.from.address)) {
    return { kind: "away", failure: "The sender is no plain e-mail address. Check MAIL_FROM." };
  }
  if (!isPlainAddress(mail.to)) {
    return { kind: "refused", failure: "The address is not one that mail can be sent to." };
  }
  try {
    await transport.sendMail({
      messageId: mail.messageId,
      date: mail.date,
      from: { name: oneLine(mail.from.name), address: mail.from.address },
      ...(mail.replyTo !== null && isPlainAddress(mail.replyTo)
        ? { replyTo: { name: "", address: mail.replyTo } }
        : {}),
      to: { name: "", address: mail.to },
      envelope: { from: mail.from.address, to: mail.to },
      subject: oneLine(mail.subject),
      text: mail.text,
      html: mail.html,
      headers: { "Auto-Submitted": "auto-generated", ...ending(mail.unsubscribe) },
      signal: AbortSignal.timeout(limit),
    });
    return { kind: "accepted" };
  } catch (error) {
    return judge(error, secrets);
  }
}

/** RFC 8058: the reader's program ends such mail by one post, without opening a page. */
const ending = (unsubscribe: string | null): Record<string, string> =>
  unsubscribe === null
    ? {}
    : { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim();

async function check(
  transport: Transporter,
  { server, secrets, limit }: { server: URL; secrets: string[]; limit: number },
): Promise<void> {
  const patience = AbortSignal.timeout(limit);
  const tooLong = new Promise<never>((_, reject) => {
    patience.addEventListener("abort", () => reject(new Error(`no answer within ${limit / 1_000} s`)));
  });
  try {
    await Promise.race([transport.verify(), tooLong]);
  } catch (error) {
    throw unavailable("mail-server-away", `The mail server ${server.host}: ${tell(error, secrets)}.`);
  }
}

interface SmtpError {
  code: string;
  /** What was said when it failed: `MAIL FROM`, `RCPT TO`, `DATA`, `CONN`. */
  command: string;
  responseCode: number | null;
  response: string;
  message: string;
}

function judge(error: unknown, secrets: string[]): Verdict {
  const { code, command, responseCode } = read(error);
  const failure = tell(error, secrets);
  // A sender that is not let in is not the recipient's fault, and would fail everyone else's mail too.
  const ofThisMail = ["EENVELOPE", "EMESSAGE"].includes(code) && command !== "MAIL FROM";
  if (!ofThisMail || responseCode === null || responseCode === 421) return { kind: "away", failure };
  return { kind: responseCode >= 500 && responseCode !== 503 ? "refused" : "later", failure };
}

/** What happened, in one line that names no address and no secret. */
function tell(error: unknown, secrets: string[]): string {
  const { code, response, message } = read(error);
  const said = response === "" ? (plainly[code] ?? message) : response;
  const bare = secrets.reduce((text, secret) => text.replaceAll(secret, "(login)"), oneLine(said));
  return bare
    .replaceAll(/[^\s<>,;:"]+@[^\s<>,;:"]+/g, "(address)")
    .slice(0, 200)
    .replace(/[.\s]+$/, "");
}

const plainly: Record<string, string> = {
  ETIMEDOUT: "it did not answer in time",
  ECONNECTION: "it hung up",
  ABORT_ERR: "it did not take the mail in time",
  EABORT: "it did not take the mail in time",
};

function read(error: unknown): SmtpError {
  const at = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : undefined);
  const text = (name: string): string => {
    const found = at(name);
    return typeof found === "string" ? found : "";
  };
  const status = at("responseCode");
  return {
    code: text("code"),
    command: text("command"),
    responseCode: typeof status === "number" ? status : null,
    response: text("response"),
    message: error instanceof Error ? error.message : String(error),
  };
}
