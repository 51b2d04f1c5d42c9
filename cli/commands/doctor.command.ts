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
    return database.ok
      ? [settings, file, database, await look("schema", () => checkSchema(context))]
      : [settings, file, database];
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
