import type { Config } from "#core/config.ts";
import type { DemoSummary } from "#core/demo/build-demo.service.ts";
import { defineCommand } from "../command.ts";
import type { Context } from "../context.ts";
import { serveUntilStopped } from "./serve.command.ts";

export const command = defineCommand({
  summary: "Make a whole invented club and serve its site, to try everything on.",
  description:
    "It has a database of its own in the club's directory, under demo; every command with --demo works on it. A demo that is there already is kept, unless --today or --fresh asks for another. Its clock is the real one: made as of another day it shows what was known on that day, and what is open or comes next goes by today.",
  parameters: {
    today: {
      option: "DAY",
      about: "made as the club stood on this day, such as 2026-03-20; the clock goes on",
      optional: true,
    },
    fresh: { flag: "take the demo that is there away, and make it anew" },
    makeOnly: { flag: "make it and end, without serving the site" },
  },
  examples: ["sabc demo", "sabc demo --today 2026-03-20 --make-only"],
  ofDemo: true,
  async input({ today, fresh, makeOnly }) {
    if (today === undefined) return { fresh, makeOnly };
    const { clubDate } = await import("#core/audit/day.schemas.ts");
    return { today: clubDate().parse(today), fresh, makeOnly };
  },
  async run(context, { makeOnly, ...wanted }) {
    const made = await (await context.app()).lock("demo", () => makeDemo(context, wanted));
    const now = await context.read(async (work) => work.today);
    for (const sentence of await welcome(made, now)) context.say(sentence);
    if (!makeOnly)
      await serveUntilStopped(context, { config: inPeace(await context.config()), web: true, bot: false });
    return made;
  },
  output: (made) => ({ json: { demo: made } }),
});

/** The welcome stays on the screen: unless a log was asked for, only what goes wrong is told. */
const inPeace = (config: Config): Config =>
  config.origins.LOG_LEVEL === "default" ? { ...config, logLevel: "warn" } : config;

interface Wanted {
  today?: string;
  fresh: boolean;
}

async function makeDemo(context: Context, { today, fresh }: Wanted): Promise<DemoSummary> {
  const { buildDemo } = await import("#core/demo/build-demo.service.ts");
  const { findDemo } = await import("#core/demo/find-demo.service.ts");
  const there = await context.read((work) => findDemo(work));
  const another = there !== null && (fresh || (today !== undefined && today !== there.today));
  if (another) {
    await context.prompts.confirm(`Take the demo of ${there.today} away, with all that was tried on it?`);
    await emptyDatabase(context);
  }
  if (there === null || another) context.say("Making the demo club …");
  else if (today === undefined) await tellItsAge(context, there.today);
  const day = another ? today : (today ?? there?.today);
  return context.write((work) => buildDemo(work, { today: day ?? work.today }));
}

async function tellItsAge(context: Context, made: string): Promise<void> {
  const now = await context.read(async (work) => work.today);
  if (made !== now) context.say(`The demo of ${made} is kept; sabc demo --fresh makes one as of today.`);
}

/** All steps of the schema back, and done again. */
async function emptyDatabase(context: Context): Promise<void> {
  const { migrations } = await context.app();
  while ((await migrations.list()).some(({ at }) => at !== null)) await migrations.down();
  await migrations.up();
}

/** What there is, and what to try. */
async function welcome(made: DemoSummary, now: string): Promise<string[]> {
  const { club, today, people, seasons, bags, fish, next } = made;
  const { printDate } = await import("#core/time.ts");
  const past = seasons.filter(({ held }) => held > 0);
  const held = past.reduce((sum, season) => sum + season.held, 0);
  return [
    "",
    `Welcome to the ${club}, an invented club as it stands on ${printDate(today)}: ${people} people,`,
    `${held} tournaments from ${past[0]?.year} to ${past.at(-1)?.year}, ${fish.toLocaleString("en-US")} fish in ${bags} bags. Next: ${next.name}, ${printDate(next.firstDay)}.`,
    // Of another day's demo the pages would seem to be wrong.
    ...(today === now
      ? []
      : [`Its clock is the real one: what is open or comes next on its pages goes by ${printDate(now)}.`]),
    "",
    "Try, in another terminal:",
    ...tries.map(([words, why]) => `  npx sabc --demo ${words.padEnd(28)}  # ${why}`),
    "",
    "What you change on it stays until sabc demo --fresh.",
    "",
  ];
}

const tries = [
  ["standings show", "who leads"],
  ['standings explain "Ann Lee"', "and why"],
  ["results show last", "the latest weigh-in"],
  ["pot show", "what the next big bass is worth"],
  ["poll list", "what the members voted and vote on"],
] as const;
