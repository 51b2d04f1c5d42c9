import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";
import { UsageError } from "../errors.ts";
import { demand, settleSettings, type Setup, setupParameters, type Step } from "../setting-up.ts";

export const command = defineCommand({
  summary: "Set a club up: its database, its name and zone, the first officer, and mail.",
  description:
    "On a terminal it asks for what is not there yet. Each step is kept at once, and what is there stays: run it again to go on, or to change the name or the contact address. Nothing secret is a flag: the addresses of your own PostgreSQL and of the mail server come from a file, stdin, a prompt, or DATABASE_URL and SMTP_URL.",
  parameters: setupParameters,
  examples: [
    "sabc init",
    'sabc init --name "Lake Club" --zone America/Chicago --officer "Ann Lee" --email ann@club.example',
  ],
  input: (setup): Setup => setup,
  async run(context, setup) {
    const { demo, home, databaseUrl } = await context.config();
    if (demo) throw new UsageError("demo-makes-itself", "The demo club makes itself: sabc demo.");
    await checkSetup(setup);
    if (setup.databaseUrlFile === "-" && setup.smtpUrlFile === "-") {
      throw new UsageError("stdin-twice", "Only one address can come from stdin. Give the other in a file.");
    }
    const { hasEmbeddedDatabase } = await import("#core/app.ts");
    const isNew = databaseUrl === null && !(await hasEmbeddedDatabase({ home }));
    // Where nothing is, nothing is begun that cannot be finished.
    if (isNew && !context.prompts.interactive) demand(setup, ["name", "officer"]);
    const steps: Step[] = [];
    const tell = (...done: Step[]): void => {
      steps.push(...done);
      for (const step of done) context.say(sentenceOf(step));
    };
    tell(...(await settleSettings(context, { setup, isNew })));
    tell(await bringSchema(context, { isNew }));
    const known = await context.read((work) => Promise.resolve(work.club !== null));
    const { settleClub, settleOfficer, whatIsNext } = await import("../setting-up-club.ts");
    const club = await settleClub(context, setup);
    const isNewClub = club.done && !known;
    tell(club);
    tell(await settleOfficer(context, setup));
    const { settleMail } = await import("../setting-up-mail.ts");
    tell(...(await settleMail(context, { setup, isNew: isNewClub })));
    return { home, steps, next: await whatIsNext(context) };
  },
  output: ({ home, steps, next }) => ({
    json: { home, steps, next: next.map(({ command, about }) => ({ command, about })) },
    notes: [
      steps.some(({ done }) => done) ? "The club is set up." : "Nothing to do: the club is set up already.",
      "Next:",
      ...next.map(({ command, about }) => `  ${command.padEnd(width(next))}  ${about}`),
    ],
  }),
});

const width = (next: { command: string }[]): number => Math.max(...next.map(({ command }) => command.length));

const titles: Record<Step["step"], string> = {
  database: "Database",
  schema: "Schema",
  site: "Site",
  club: "Club",
  officer: "First officer",
  mail: "Mail",
};

const sentenceOf = ({ step, done, found }: Step): string =>
  `${titles[step]}: ${found}${done ? "" : " (there already)"}.`;

/** What was typed is checked before anything is begun. */
async function checkSetup({ name, zone, contact, officer, email, president }: Setup): Promise<void> {
  const { saveClubSchema } = await import("#core/seasons/seasons.schemas.ts");
  const { firstOfficerSchema } = await import("#core/membership/membership.schemas.ts");
  saveClubSchema.parse({ name, zone, contact });
  if (officer !== undefined) firstOfficerSchema.parse({ name: officer, email, president });
  else if (email !== undefined || president) demand({ president }, ["officer"]);
}

/** A server of the club's own choice has no tables at first. */
async function bringSchema(context: Context, { isNew }: { isNew: boolean }): Promise<Step> {
  const { migrations } = await context.app();
  const steps = await migrations.up();
  const count = (await migrations.list()).length;
  return { step: "schema", done: isNew || steps.length > 0, found: `all ${count} steps` };
}
