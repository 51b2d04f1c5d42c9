import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { linkDiscord } from "#core/accounts/discord-link.service.ts";
import { type App, openApp } from "#core/app.ts";
import { loadConfig } from "#core/config.ts";
import { getPoll } from "#core/polls/polls.service.ts";
import { setDiscordChannel } from "#core/seasons/discord.service.ts";
import { type LocalDiscord, openDiscord } from "../test/support/discord/discord.ts";
import type { Person } from "../test/support/discord/person.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import { withTemporaryHome } from "./temporary-home.ts";
import { officer, percentile, votingClub } from "./voting-club.ts";

const count = 1_000;
const minute = 60_000;

/** A thousand members press a button within a minute, by the real bot in a process of its own and a Discord on loopback. */
export const pollNight: Measurement = {
  name: "poll-night",
  measure: () =>
    withTemporaryHome(async (home) => {
      const app = await openApp(loadConfig({ home, env: {} }));
      const discord = await openDiscord();
      try {
        return await measureNight(home, { app, discord });
      } finally {
        await discord.close();
        await app.close();
      }
    }),
};

async function measureNight(
  home: string,
  { app, discord }: { app: App; discord: LocalDiscord },
): Promise<Figure[]> {
  const { members, poll } = await votingClub(app, { members: count });
  const people = members.map(({ name }) => discord.member({ name, roles: ["member"] }));
  await app.write(officer, async (work) => {
    await setDiscordChannel(work, { purpose: "polls", channel: discord.channel("votes").id });
    for (const [at, { anglerId }] of members.entries())
      await linkDiscord(work, { angler: String(anglerId), discordId: people[at]!.id });
  });
  const bot = startBot(home, discord);
  try {
    const find = () => discord.channel("votes").messages.find(({ buttons }) => buttons.length > 0);
    await discord.until(() => find() !== undefined, { what: "the poll in its channel" });
    const message = find()!;
    const start = performance.now();
    const answers = await Promise.all(people.map((person, at) => press(person, { message, at })));
    const waits = answers.flat();
    const took = performance.now() - start;
    const isRight = () => find()?.text.includes(`${count} of ${count} members have voted`) === true;
    await discord.until(isRight, { what: "the final tally" });
    const settled = performance.now() - start - took;
    const edits = discord.sent.filter(
      ({ method, path }) => method === "PATCH" && path.endsWith("{message_id}"),
    );
    const { turnout, questions } = await app.read(officer, (work) => getPoll(work, { poll: poll.id }));
    const shown = questions[0]!.options.every(({ label, votes }) =>
      find()!.text.includes(`**${votes}** ${label}`),
    );
    return [
      { what: `${count} presses in`, figure: `${(took / 1_000).toFixed(1)} s`, goal: "a minute" },
      { what: "acknowledged, p99", figure: milliseconds(percentile(waits, 0.99)), goal: "< 1000 ms" },
      { what: "acknowledged, the slowest", figure: milliseconds(Math.max(...waits)), goal: "< 3000 ms" },
      { what: "asked to press again", figure: String(waits.length - count), goal: "0" },
      { what: "ballots in the end", figure: String(turnout.voted), goal: String(count) },
      { what: "edits of the message", figure: String(edits.length), goal: "≤ 40" },
      { what: "its tally is right", figure: shown ? "yes" : "no", goal: "yes" },
      { what: "after the last press, within", figure: milliseconds(settled), goal: "≤ 5000 ms" },
    ];
  } finally {
    bot.kill("SIGTERM");
    if (bot.exitCode === null) await once(bot, "exit");
  }
}

/** Evenly over the minute, each a little off; who is asked to press again does. How long each answer took. */
async function press(
  person: Person,
  { message, at }: { message: Parameters<Person["press"]>[0]; at: number },
): Promise<number[]> {
  await pause((at / count) * minute + Math.random() * 500);
  const waits: number[] = [];
  for (;;) {
    const { acknowledgedAfter, text } = await person.press(message, ["Hall", "Park", "Lake"][at % 3]!);
    waits.push(acknowledgedAfter);
    if (text.startsWith("Your vote is in.")) return waits;
    if (!text.startsWith("The club is busy")) throw new Error(`${person.name} was told: ${text}`);
  }
}

function startBot(home: string, discord: LocalDiscord): ChildProcess {
  const env = {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_GUILD: discord.guildId,
    DISCORD_API: discord.api,
    LOG_LEVEL: "silent",
  };
  return spawn(process.execPath, ["cli/sabc.ts", "serve", "--bot", "--home", home], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
