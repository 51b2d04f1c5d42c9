import { stat } from "node:fs/promises";
import { join } from "node:path";
import { columnsOf } from "../columns.ts";
import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";
import { describeFailure, exitCodes } from "../errors.ts";
import { table, toJson } from "../output.ts";

/** One thing looked at: what was found, and what to do when it is not right. */
interface Check {
  check: string;
  ok: boolean;
  found: string;
  mend: string | null;
  exitCode: number;
}

export const command = defineCommand({
  summary: "Look for what is wrong with this installation, and say how to mend it.",
  parameters: {},
  examples: ["sabc doctor", "sabc doctor --quiet || echo 'look at the club'"],
  list: true,
  input: () => ({}),
  async run(context) {
    const settings = await look("settings", () => checkSettings(context));
    if (!settings.ok) return [settings];
    const file = await look("settings file", () => checkClubFile(context));
    const database = await look("database", () => checkDatabase(context));
    if (!database.ok) return [settings, file, database];
    const schema = await look("schema", () => checkSchema(context));
    if (!schema.ok) return [settings, file, database, schema];
    const mail = await look("mail", () => checkMail(context));
    const notices = await look("notices", () => checkNotices(context));
    return [settings, file, database, schema, mail, notices, await look("discord", () => checkBot(context))];
  },
  output: (checks) => {
    const wrong = checks.filter(({ ok }) => !ok);
    const told = wrong.map(({ check, found }) => `${check}: ${found}`).join(" ");
    return {
      json: { ok: wrong.length === 0, checks: toJson(columns, checks) },
      sections: [table(columns, checks)],
      ...(wrong[0]
        ? { complaint: `Something is wrong. ${told}`, exitCode: wrong[0].exitCode }
        : { notes: ["All is well."] }),
    };
  },
});

const columns = columnsOf<Check>({ check: "word", ok: { kind: "yes-no" }, found: "text", mend: "text" });

type Finding = Pick<Check, "found"> & Partial<Check>;

/** What fails on the way is a finding like any other. */
async function look(check: string, finding: () => Promise<Finding>): Promise<Check> {
  const fine = { check, ok: true, mend: null, exitCode: exitCodes.done.code };
  try {
    return { ...fine, ...(await finding()) };
  } catch (error) {
    const { kind, message } = describeFailure(error);
    const mend = mends[check] ?? null;
    return { ...fine, ok: false, found: message, mend, exitCode: exitCodes[kind].code };
  }
}

const mends: Record<string, string> = {
  discord: "See that DISCORD_TOKEN and DISCORD_GUILD are right, then sabc discord check.",
  mail: "See that SMTP_URL is right and its server runs, then sabc init --smtp-url-file FILE; meanwhile mail waits.",
  settings: "Correct the setting where it comes from: the environment, or .env in the club's directory.",
  database:
    "See that DATABASE_URL is right and its server runs; without DATABASE_URL, that the directory can be written.",
};

async function checkSettings(context: Context): Promise<Finding> {
  const { home, demo } = await context.config();
  return { found: `Readable; the club's directory is ${home}${demo ? " (the demo club)" : ""}.` };
}

/** It may hold secrets, so nobody else may read it. */
async function checkClubFile(context: Context): Promise<Finding> {
  const path = join((await context.config()).home, ".env");
  const found = await stat(path).catch(() => null);
  if (found === null) return { found: `None at ${path}; the environment and the defaults are used.` };
  if ((found.mode & 0o077) === 0) return { found: `${path} is readable by its owner alone.` };
  const mend = `chmod 600 ${path}`;
  return { ok: false, found: `${path} can be read by others.`, mend, exitCode: exitCodes.conflict.code };
}

async function checkDatabase(context: Context): Promise<Finding> {
  const club = await context.app();
  const milliseconds = await club.health();
  const where = club.place === null ? "Your own server" : `The club's own in ${club.place}`;
  return { found: `${where} answers in ${milliseconds} ms.` };
}

async function checkSchema(context: Context): Promise<Finding> {
  const steps = await (await context.app()).migrations.list();
  const waiting = steps.filter(({ at }) => at === null).length;
  if (waiting === 0) return { found: `All ${steps.length} steps are done.` };
  const found = `${waiting} of ${steps.length} steps are waiting.`;
  return { ok: false, found, mend: "sabc database migrate", exitCode: exitCodes.conflict.code };
}

/** Connects and logs in; nothing is sent. */
async function checkMail(context: Context): Promise<Finding> {
  const { checkMailServer, mailServerOf, senderOf } = await import("#core/notices/mail-setup.service.ts");
  const config = await context.config();
  if (config.demo) return { found: "The demo sends none." };
  if (config.smtpUrl === null) return { found: "Not set up; what the club tells people waits." };
  const sender = await context.read((work) => Promise.resolve(senderOf(config, work.club)));
  if (typeof sender === "string") {
    const mend = "sabc init --contact ADDRESS, or --mail-from ADDRESS";
    return { ok: false, found: sender, mend, exitCode: exitCodes.conflict.code };
  }
  await checkMailServer({ ...config, smtpUrl: config.smtpUrl });
  if (["localhost", "127.0.0.1", "[::1]"].includes(config.publicUrl.hostname)) {
    const found = `Links in mails lead to ${config.publicUrl.host}, where no member gets to.`;
    return { ok: false, found, mend: "sabc init --public-url ADDRESS", exitCode: exitCodes.conflict.code };
  }
  return { found: `${mailServerOf(config)} lets us in, from ${sender.from.address}.` };
}

/** What failed needs an officer; what waits for long although it could go needs cron. */
async function checkNotices(context: Context): Promise<Finding> {
  const { countNotices } = await import("#core/notices/notices.service.ts");
  const { waiting, failed, overdue } = await context.read((work) => countNotices(work));
  const exitCode = exitCodes.conflict.code;
  if (failed > 0) {
    const mend = "sabc notice list --state failed, then sabc notice retry --failed";
    return { ok: false, found: `${failed} could not be sent.`, mend, exitCode };
  }
  if (overdue > 0 && (await context.config()).smtpUrl !== null) {
    const mend = "See that cron runs sabc run due every minute.";
    return { ok: false, found: `${overdue} of ${waiting} should have gone out an hour ago.`, mend, exitCode };
  }
  return { found: waiting === 0 ? "None waiting." : `${waiting} waiting.` };
}

/** The bot's server and channels, and whether a process runs it. */
async function checkBot(context: Context): Promise<Finding> {
  const config = await context.config();
  if (config.discordToken === null) return { found: "Not set up; nobody votes there." };
  const { checkDiscord } = await import("../../bot/bot.ts");
  const club = await context.app();
  const { bot, guild, channels } = await checkDiscord(club, { config, actor: await context.actor() });
  const exitCode = exitCodes.conflict.code;
  const lacking = channels.filter(({ name, missing }) => name === null || missing.length > 0);
  if (lacking.length > 0 || channels.every(({ purpose }) => purpose !== "polls")) {
    const found = `${bot.name} cannot post where it should on ${guild.name}.`;
    return { ok: false, found, mend: "sabc discord check", exitCode };
  }
  const runs = await club.lock("discord bot", async () => false).catch(isHeld);
  if (runs) return { found: `${bot.name} is on ${guild.name}.` };
  return {
    ok: false,
    found: `No process runs ${bot.name}.`,
    mend: "sabc serve, or sabc serve --bot",
    exitCode,
  };
}

function isHeld(error: unknown): true {
  if (describeFailure(error).code === "job-running") return true;
  throw error;
}
