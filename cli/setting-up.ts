import type { Config } from "#core/config.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./errors.ts";
import { readInput } from "./familiar.ts";
import { aboutOf, type Parameters, typedAs } from "./parameters.ts";

export const setupParameters = {
  name: { option: "NAME", about: "what the club is called", optional: true },
  zone: { option: "ZONE", about: "the club's time zone, such as America/Chicago", optional: true },
  contact: { option: "ADDRESS", about: "the e-mail address visitors write to", optional: true },
  officer: { option: "NAME", about: "the first officer, who may do everything", optional: true },
  email: { option: "ADDRESS", about: "the first officer's e-mail address", optional: true },
  president: { flag: "the first officer is this year's president" },
  databaseUrlFile: {
    option: "FILE",
    about: "your own PostgreSQL: a file that holds its address, - for stdin",
    optional: true,
  },
  publicUrl: { option: "ADDRESS", about: "the site's address, as members type it", optional: true },
  smtpUrlFile: {
    option: "FILE",
    about: "the mail server: a file that holds its address and login, - for stdin",
    optional: true,
  },
  mailFrom: {
    option: "ADDRESS",
    about: "the address mail comes from; the contact address, when left out",
    optional: true,
  },
} as const satisfies Parameters;

export interface Setup {
  name?: string | undefined;
  zone?: string | undefined;
  contact?: string | undefined;
  officer?: string | undefined;
  email?: string | undefined;
  president: boolean;
  databaseUrlFile?: string | undefined;
  publicUrl?: string | undefined;
  smtpUrlFile?: string | undefined;
  mailFrom?: string | undefined;
}

type SettingName = keyof Config["origins"];

/** One thing that a club needs: what it is now, and whether this run made it so. */
export interface Step {
  step: "database" | "schema" | "site" | "club" | "officer" | "mail";
  done: boolean;
  found: string;
}

/** What was left out and cannot be guessed, all of it at once. */
export function demand(setup: Setup, names: readonly (keyof typeof setupParameters)[]): void {
  const missing = names
    .filter((name) => setup[name] === undefined)
    .map((name) => `${typedAs(name, setupParameters[name])} (${aboutOf(setupParameters[name])})`);
  if (missing.length > 0) throw new UsageError("missing", `Missing: ${missing.join("; ")}.`);
}

/** Where the data lives, and the site's address: kept in the club's file where they are not the defaults. */
export async function settleSettings(
  context: Context,
  { setup, isNew }: { setup: Setup; isNew: boolean },
): Promise<Step[]> {
  const url = await wantedDatabase(context, setup);
  const wanted = {
    ...(url === null ? {} : { DATABASE_URL: url }),
    ...(setup.publicUrl === undefined ? {} : { PUBLIC_URL: setup.publicUrl }),
  };
  const written = await keepSettings(context, wanted);
  const { databaseUrl, publicUrl } = await context.config();
  const app = await context.app();
  await app.health();
  const where = databaseUrl === null ? `the club's own, in ${app.place}` : "a server of yours";
  const steps: Step[] = [{ step: "database", done: isNew || written.includes("DATABASE_URL"), found: where }];
  if (setup.publicUrl === undefined) return steps;
  return [...steps, { step: "site", done: written.includes("PUBLIC_URL"), found: publicUrl.href }];
}

/** Writes settings to the club's file; which of them changed. The environment is not ours to change. */
export async function keepSettings(
  context: Context,
  wanted: Partial<Record<SettingName, string>>,
): Promise<SettingName[]> {
  const { home, origins } = await context.config();
  const outside = Object.keys(wanted).find((name) =>
    ["environment", "file"].includes(origins[name as SettingName]),
  );
  if (outside !== undefined) {
    throw new UsageError(
      "setting-in-environment",
      `${outside} is set in the environment, which wins over the club's file. Change it there.`,
    );
  }
  const { writeSettings } = await import("#core/settings-file.ts");
  return writeSettings(home, wanted);
}

/** The address of another database than the one that is set, which answers; null: it stays. */
async function wantedDatabase(context: Context, { databaseUrlFile }: Setup): Promise<string | null> {
  const config = await context.config();
  const url =
    databaseUrlFile === undefined ? await askDatabase(context) : await readAddress(databaseUrlFile, context);
  if (url === null || url === config.databaseUrl?.reveal()) return null;
  const { hasEmbeddedDatabase, openApp } = await import("#core/app.ts");
  const { loadConfig } = await import("#core/config.ts");
  const candidate = loadConfig({ home: config.home, env: { DATABASE_URL: url } });
  if (config.databaseUrl !== null || (await hasEmbeddedDatabase(config))) {
    await context.prompts.confirm(
      "Use another database from now on? What is in the present one stays there.",
    );
  }
  const trial = await openApp(candidate);
  try {
    await trial.health();
  } finally {
    await trial.close();
  }
  return url;
}

/** Asked once: where there is a database, it stays. */
async function askDatabase(context: Context): Promise<string | null> {
  const config = await context.config();
  const { hasEmbeddedDatabase } = await import("#core/app.ts");
  if (!context.prompts.interactive || config.databaseUrl !== null) return null;
  if (await hasEmbeddedDatabase(config)) return null;
  const { openQuestions } = await import("./questions.ts");
  const own = await (
    await openQuestions(context)
  ).choose({
    message: "Which database?",
    choices: [
      { name: "One of the club's own, made here", value: false },
      { name: "A PostgreSQL 18 server of yours", value: true },
    ],
  });
  if (!own) return null;
  return readable(await context.prompts.secret("Its address (postgresql://user:password@host:5432/name):"));
}

export async function readAddress(path: string, context: Context, what = "a database"): Promise<string> {
  return readable(new TextDecoder().decode(await readInput(path, context)).split(/\r?\n/, 1)[0] ?? "", what);
}

function readable(typed: string, what = "a database"): string {
  const url = typed.trim();
  if (url !== "") return url;
  throw new UsageError("address-missing", `There is no address of ${what}; one line is needed.`);
}
