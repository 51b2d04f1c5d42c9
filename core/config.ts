import { existsSync, readFileSync } from "node:fs";
import { homedir, userInfo } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { inspect, parseEnv } from "node:util";
import { z } from "zod";
import { invalid, type Problem } from "./errors.ts";

/** A value that never prints: not in logs, not in errors, not by accident. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "[secret]";
  }

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}

interface Setting {
  name: string;
  meaning: string;
  fallback: string;
  secret?: true;
}

/** Every variable the process reads, in the order of `.env.example`. Secrets may come from a file: `NAME_FILE`. */
export const settings = [
  {
    name: "DATABASE_URL",
    meaning: "your own PostgreSQL 18; empty: one of the club's own, kept under SABC_HOME",
    fallback: "",
    secret: true,
  },
  {
    name: "PUBLIC_URL",
    meaning: "the site's address, as members type it",
    fallback: "http://localhost:3000",
  },
  { name: "HOST", meaning: "the address the site listens on", fallback: "127.0.0.1" },
  { name: "PORT", meaning: "the port the site listens on", fallback: "3000" },
  { name: "LOG_LEVEL", meaning: "trace, debug, info, warn, error or silent", fallback: "info" },
  {
    name: "SMTP_URL",
    meaning:
      "the server that sends mail, smtps://user:password@host:465 or smtp://…:587; empty: mail waits until there is one",
    fallback: "",
    secret: true,
  },
  {
    name: "MAIL_FROM",
    meaning: "the address mail comes from; empty: the club's contact address",
    fallback: "",
  },
  {
    name: "DISCORD_TOKEN",
    meaning: "the bot's token from Discord's developer portal; empty: the club has no bot",
    fallback: "",
    secret: true,
  },
  {
    name: "DISCORD_GUILD",
    meaning: "the number of the club's Discord server",
    fallback: "",
  },
  {
    name: "DISCORD_API",
    meaning: "where Discord answers",
    fallback: "https://discord.com/api",
  },
] as const satisfies readonly Setting[];

type Name = (typeof settings)[number]["name"];
export type Origin = "environment" | "file" | "club file" | "default";

// A replacement character stands where the name was not UTF-8: another directory than was meant.
const unspeakable = /[\p{Cc}\ufffd]/u;
const databaseUrlLooks = "must look like postgresql://user:password@host:5432/name";
const smtpUrlLooks =
  "must look like smtps://user:password@host:465, or smtp://user:password@host:587 for STARTTLS (?tls=off: without)";

const shape = z.object({
  DATABASE_URL: z.string().refine((url) => url === "" || isDatabaseUrl(url), databaseUrlLooks),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be an address like https://club.example" }),
  HOST: z.string().min(1),
  PORT: z.coerce.number("must be a port number").int().min(0).max(65_535),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]),
  SMTP_URL: z.string().refine((url) => url === "" || isSmtpUrl(url), smtpUrlLooks),
  MAIL_FROM: z.literal("").or(z.email("must be an e-mail address such as club@example.org")),
  DISCORD_TOKEN: z.string().regex(/^\S*$/, "must be one word, as the developer portal shows it"),
  DISCORD_GUILD: z.string().regex(/^(\d{17,20})?$/, "must be the server's number, 17 to 20 digits"),
  DISCORD_API: z.url({ protocol: /^https?$/, error: "must be an address like https://discord.com/api" }),
});

export interface Config {
  home: string;
  demo: boolean;
  databaseUrl: Secret | null;
  publicUrl: URL;
  host: string;
  port: number;
  logLevel: z.infer<typeof shape>["LOG_LEVEL"];
  /** Null: mail is not set up, and in the demo never. */
  smtpUrl: Secret | null;
  /** Null: the club's contact address. */
  mailFrom: string | null;
  /** Null: there is no bot, and in the demo never. */
  discordToken: Secret | null;
  /** The club's server; null: it is not said which. */
  discordGuild: string | null;
  discordApi: string;
  /** Where each setting came from, for `sabc config show`. */
  origins: Record<Name, Origin>;
}

interface Selection {
  home?: string | undefined;
  demo?: boolean | undefined;
  env?: NodeJS.ProcessEnv;
}

/** Reads the environment, then `$SABC_HOME/.env`, then the defaults. The demo keeps to its own embedded database. */
export function loadConfig({ home, demo = false, env = process.env }: Selection = {}): Config {
  if (home === "") throw invalid("home-invalid", "The club's directory needs a name: --home DIR says which.");
  // An empty variable is as good as none, and never the directory one happens to be in.
  const root = resolve(home ?? (env["SABC_HOME"] || defaultHome(env)));
  if (unspeakable.test(root)) {
    throw invalid(
      "home-invalid",
      "The club's directory must have a name in UTF-8, without control characters.",
    );
  }
  const { values, origins } = collect(env, readClubFile(join(root, ".env")));
  const parsed = shape.safeParse(values);
  if (!parsed.success) throw unreadable(parsed.error);
  const { DATABASE_URL: url, PUBLIC_URL, HOST, PORT, LOG_LEVEL, SMTP_URL, MAIL_FROM } = parsed.data;
  const publicUrl = new URL(PUBLIC_URL);
  if (origins.PUBLIC_URL === "default") publicUrl.port = String(PORT);
  return {
    home: demo ? join(root, "demo") : root,
    demo,
    databaseUrl: url === "" || demo ? null : new Secret(url),
    publicUrl,
    host: HOST,
    port: PORT,
    logLevel: LOG_LEVEL,
    // Invented people have no mailbox, and their addresses may be somebody's.
    smtpUrl: SMTP_URL === "" || demo ? null : new Secret(SMTP_URL),
    mailFrom: MAIL_FROM || null,
    discordToken: parsed.data.DISCORD_TOKEN === "" || demo ? null : new Secret(parsed.data.DISCORD_TOKEN),
    discordGuild: parsed.data.DISCORD_GUILD || null,
    discordApi: parsed.data.DISCORD_API.replace(/\/+$/, ""),
    origins,
  };
}

function defaultHome(env: NodeJS.ProcessEnv): string {
  if (process.getuid?.() === 0) return "/var/lib/sabc";
  const data = env["XDG_DATA_HOME"] ?? "";
  // Its standard says that only an absolute path counts.
  return join(isAbsolute(data) ? data : join(homedir() || userInfo().homedir, ".local", "share"), "sabc");
}

function readClubFile(path: string): Record<string, string | undefined> {
  if (!existsSync(path)) return {};
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (cause) {
    throw invalid("settings-file-unreadable", `The club's file ${path} cannot be read.`, {
      problems: [{ reason: cause instanceof Error ? cause.message : String(cause) }],
    });
  }
}

/** Parts that no driver could decode are no address either. */
function isDatabaseUrl(url: string): boolean {
  try {
    const { protocol, pathname, username, password, hostname } = new URL(url);
    const [name] = [pathname.slice(1), username, password, hostname].map(decodeURIComponent);
    return /^postgres(ql)?:$/.test(protocol) && name !== "";
  } catch {
    return false;
  }
}

/** Nothing but a server, a login and whether it may go without encryption: no other option of any mail library. */
function isSmtpUrl(url: string): boolean {
  try {
    const { protocol, pathname, username, password, hostname, search, hash } = new URL(url);
    [username, password].map(decodeURIComponent);
    const plain = ["", "/"].includes(pathname) && ["", "?tls=off"].includes(search) && hash === "";
    return /^smtps?:$/.test(protocol) && hostname !== "" && plain && (protocol === "smtp:" || search === "");
  } catch {
    return false;
  }
}

function collect(env: NodeJS.ProcessEnv, clubFile: Record<string, string | undefined>) {
  const values: Record<string, string> = {};
  const origins = {} as Record<Name, Origin>;
  for (const setting of settings) {
    const { name, fallback } = setting;
    const path = "secret" in setting ? env[`${name}_FILE`] : undefined;
    const found: [string | undefined, Origin][] = [
      [env[name], "environment"],
      [path === undefined ? undefined : readSecretFile(name, path), "file"],
      [clubFile[name], "club file"],
    ];
    // An empty variable is as good as none: `DATABASE_URL=` in a file means the default.
    const [value, origin] = found.find(([candidate]) => candidate) ?? [fallback, "default" as const];
    values[name] = value ?? fallback;
    origins[name] = origin;
  }
  return { values, origins };
}

function readSecretFile(name: string, path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    throw invalid("setting-unreadable", `${name}_FILE names ${path}, which cannot be read.`, {
      problems: [{ column: `${name}_FILE`, reason: cause instanceof Error ? cause.message : String(cause) }],
    });
  }
}

function unreadable(error: z.ZodError) {
  const problems: Problem[] = error.issues.map((issue) => ({
    column: issue.path.join("."),
    reason: issue.message,
  }));
  const list = problems.map(({ column, reason }) => `${column}: ${reason}`).join("; ");
  return invalid("settings-invalid", `Some settings cannot be used. ${list}. See .env.example.`, {
    problems,
  });
}
