import { setTimeout as pause } from "node:timers/promises";
import type { Person } from "../test/support/discord/person.ts";
import type { SeenMessage } from "../test/support/discord/seen.ts";
import { type BotNight, withBotNight } from "./bot-night.ts";
import { type Figure, type Measurement, milliseconds } from "./measure.ts";
import { percentile } from "./voting-club.ts";

const count = 1_000;
const minute = 60_000;

/** A thousand members press a button within a minute, by the real bot in a process of its own and a Discord on loopback. */
export const pollNight: Measurement = {
  name: "poll-night",
  measure: () => withBotNight({ members: count }, measureNight),
};

async function measureNight({ discord, people, message, poll, work }: BotNight): Promise<Figure[]> {
  const posted = message();
  const before = await work();
  const start = performance.now();
  const answers = await Promise.all(people.map((person, at) => press(person, { message: posted, at })));
  const waits = answers.flat();
  const took = performance.now() - start;
  const worked = (await work()) - before;
  const isRight = () => message().text.includes(`${count} of ${count} members have voted`);
  await discord.until(isRight, { what: "the final tally" });
  const settled = performance.now() - start - took;
  const edits = discord.sent.filter(
    ({ method, path }) => method === "PATCH" && path.endsWith("{message_id}"),
  );
  const { turnout, questions } = await poll();
  const shown = questions[0]!.options.every(({ label, votes }) =>
    message().text.includes(`**${votes}** ${label}`),
  );
  return [
    { what: `${count} presses in`, figure: `${(took / 1_000).toFixed(1)} s`, goal: "a minute" },
    { what: "acknowledged, p99", figure: milliseconds(percentile(waits, 0.99)), goal: "< 1000 ms" },
    { what: "acknowledged, the slowest", figure: milliseconds(Math.max(...waits)), goal: "< 3000 ms" },
    { what: "the bot's own work for one", figure: `${(worked / count).toFixed(1)} ms`, goal: "" },
    { what: "asked to press again", figure: String(waits.length - count), goal: "0" },
    { what: "ballots in the end", figure: String(turnout.voted), goal: String(count) },
    { what: "edits of the message", figure: String(edits.length), goal: "≤ 40" },
    { what: "its tally is right", figure: shown ? "yes" : "no", goal: "yes" },
    { what: "after the last press, within", figure: milliseconds(settled), goal: "≤ 5000 ms" },
  ];
}

/** Evenly over the minute, each a little off; who is asked to press again does. How long each answer took. */
async function press(
  person: Person,
  { message, at }: { message: SeenMessage; at: number },
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
